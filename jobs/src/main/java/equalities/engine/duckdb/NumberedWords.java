package equalities.engine.duckdb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps texts of few different values in long tables as numbers into a list of them (an {@code enum} of DuckDB), which are
 * joined and grouped several times as fast. To a query they are the same texts, in the same order; columns of one name
 * share a list wherever its words suffice.
 */
public final class NumberedWords {
    private static final int MOST_WORDS = 10_000;

    private final Database database;
    private final long manyRows;
    private final Map<String, List<Words>> lists = new HashMap<>();

    /** @param type the name of the enum */
    private record Words(String type, Set<String> words) {}

    /** @param manyRows how many rows a table has at least that is worth it */
    public NumberedWords(Database database, long manyRows) {
        this.database = database;
        this.manyRows = manyRows;
    }

    /** Numbers the words of a table that was made. */
    public void number(SqlFile file) {
        String table = Database.identifier(file.name());
        if (database.count("select count(*) from " + table) < manyRows) {
            return;
        }
        Map<String, String> types = new LinkedHashMap<>();
        for (String column : texts(table)) {
            types.put(column, type(table, column));
        }
        if (!types.isEmpty()) {
            String columns = types.entrySet().stream()
                    .map(t -> Database.identifier(t.getKey()) + "::" + Database.identifier(t.getValue()) + " as "
                            + Database.identifier(t.getKey()))
                    .collect(Collectors.joining(", "));
            database.execute(
                    "create or replace table " + table + " as select * replace (" + columns + ") from " + table);
        }
    }

    /** The columns of texts that have few different ones. */
    private List<String> texts(String table) {
        List<String> texts =
                database
                        .query("select column_name from (describe " + table + ") where column_type = 'VARCHAR'")
                        .rows()
                        .stream()
                        .map(row -> String.valueOf(row.get(0)))
                        .toList();
        if (texts.isEmpty()) {
            return texts;
        }
        List<? extends Object> different = database.query("select "
                        + texts.stream()
                                .map(c -> "approx_count_distinct(" + Database.identifier(c) + ")")
                                .collect(Collectors.joining(", "))
                        + " from " + table)
                .rows()
                .get(0);
        List<String> few = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (((Number) different.get(i)).longValue() <= MOST_WORDS) {
                few.add(texts.get(i));
            }
        }
        return few;
    }

    private String type(String table, String column) {
        Set<String> words = new HashSet<>();
        String name = Database.identifier(column);
        database.query("select distinct " + name + " from " + table + " where " + name + " is not null")
                .rows()
                .forEach(row -> words.add(String.valueOf(row.get(0))));
        List<Words> known = lists.computeIfAbsent(column, c -> new ArrayList<>());
        return known.stream()
                .filter(list -> list.words().containsAll(words))
                .findFirst()
                .orElseGet(() -> listed(column, known, words))
                .type();
    }

    private Words listed(String column, List<Words> known, Set<String> words) {
        Words list = new Words(column + " " + (known.size() + 1), words);
        String all = words.stream().map(Database::literal).collect(Collectors.joining(", ", "[", "]::varchar[]"));
        // In the order of their bytes, as texts are sorted.
        database.execute(
                "create type " + Database.identifier(list.type()) + " as enum (select unnest(" + all + ") order by 1)");
        known.add(list);
        return list;
    }
}
