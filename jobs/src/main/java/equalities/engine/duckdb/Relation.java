package equalities.engine.duckdb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a query, held in memory: for results that people read, not for rows of people.
 *
 * @param columns names in order
 * @param types DuckDB's names of their types
 * @param rows values in the order of the columns; lists as {@link List}
 */
public record Relation(List<String> columns, List<String> types, List<List<@Nullable Object>> rows) {
    public Relation {
        columns = List.copyOf(columns);
        types = List.copyOf(types);
        rows = Collections.unmodifiableList(new ArrayList<>(rows));
    }

    /** Each row as a map of column to value, in column order. */
    public List<Map<String, @Nullable Object>> maps() {
        return rows.stream().map(this::map).toList();
    }

    private Map<String, @Nullable Object> map(List<@Nullable Object> row) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            map.put(columns.get(i), row.get(i));
        }
        return map;
    }
}
