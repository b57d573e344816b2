package equalities.stage.protect;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.Relation;
import equalities.spec.Table;
import equalities.stage.protect.CellKey.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every count of the findings in a table of a database, each once, and the places of the sites. */
final class CellTable {
    private final Database database;

    private CellTable(Database database) {
        this.database = database;
    }

    /**
     * Makes the table {@code cell} out of the findings' tables.
     *
     * @throws IllegalStateException when two tables give one count the same name and different values: a fault of the
     *     specification
     */
    static CellTable create(Database database, Collection<Table> tables) {
        String counts = tables.stream()
                .filter(t -> !t.counts().isEmpty())
                .map(t -> new CellQuery(t).select())
                .collect(Collectors.joining("\nunion all\n"));
        database.execute("create table cell as select key, max(count) as count, bool_and(known) as known, "
                + "max(empty) as empty, max(place_name) as place_name, max(label) as label, "
                + "count(distinct count) as counts from (" + counts + ") group by key");
        Object twice = database.value("select min(key) from cell where counts > 1");
        if (twice != null) {
            throw new IllegalStateException("Two counts have one name and different values: "
                    + String.valueOf(twice).replace(CellKey.SEPARATOR, ", ")
                    + ". Tell them apart under release or cell in schemas/tables.");
        }
        return new CellTable(database);
    }

    /** The counts that are there, in the order of their keys. */
    List<Cell> cells() {
        Relation found = database.query("select key, count, known from cell where count is not null order by key");
        Map<String, String> texts = new HashMap<>();
        return found.rows().stream()
                .map(row -> cell(row, texts))
                .sorted(Comparator.comparing(Cell::key))
                .toList();
    }

    /** Keys share their texts, as there are many keys and few texts. */
    private static Cell cell(List<@Nullable Object> row, Map<String, String> texts) {
        return new Cell(
                CellKey.of(String.valueOf(row.get(0)), text -> texts.computeIfAbsent(text, t -> t)),
                ((Number) Objects.requireNonNull(row.get(1))).longValue(),
                Boolean.TRUE.equals(row.get(2)));
    }

    static List<Structure.SitePlace> sitePlaces(Database database) {
        List<Structure.SitePlace> places = new ArrayList<>();
        for (List<@Nullable Object> row : database.query(
                        "select period, site_code, place_level, place from site_place order by all")
                .rows()) {
            places.add(new Structure.SitePlace(
                    String.valueOf(row.get(0)),
                    String.valueOf(row.get(1)),
                    new Place(String.valueOf(row.get(2)), String.valueOf(row.get(3)))));
        }
        return places;
    }
}
