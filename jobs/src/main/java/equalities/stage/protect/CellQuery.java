package equalities.stage.protect;

import equalities.engine.duckdb.Database;
import equalities.spec.Table;
import equalities.spec.Table.Column;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The counts of a table in SQL, each under the name of what it is a count of: the columns of that name, or what the
 * table's contract says instead.
 */
final class CellQuery {
    private static final List<String> NAMES =
            List.of("period", "measure", "basis", "place_level", "place", "characteristic", "code", "part");

    private final Table table;

    CellQuery(Table table) {
        this.table = table;
    }

    /** A query of {@code key, count, known, place_name, label}: a row for each count that is there. */
    String select() {
        return table.counts().stream().map(this::select).collect(Collectors.joining("\nunion all\n"));
    }

    private String select(Column column) {
        boolean ofItsRow = column.shown().cell().isEmpty();
        String known = ofItsRow && has("status") && has("code") ? "coalesce(status, 'known') = 'known'" : "true";
        String name = has("place_name") ? "place_name" : has("name") ? "name" : "null";
        String label = ofItsRow && has("label") ? "label" : "null";
        return "select %s as key, %s::bigint as count, %s as known, case when %2$s is null then %s end as empty, %s::varchar as place_name, %s::varchar as label from %s where (%s)"
                .formatted(
                        key(column),
                        Database.identifier(column.name()),
                        known,
                        column.shown().empty(),
                        name,
                        label,
                        Database.identifier(table.name()),
                        rows(column));
    }

    /** A condition on the rows whose count may be released. */
    String rows(Column column) {
        return "(" + table.release().rows() + ") and (" + column.shown().rows() + ")";
    }

    /** An expression for the name of a column's count. */
    String key(Column column) {
        return NAMES.stream()
                .map(name -> "coalesce((" + expression(name, column) + ")::varchar, '')")
                .collect(Collectors.joining(", ", "concat_ws(chr(31), ", ")"));
    }

    private String expression(String name, Column column) {
        String ofTable = table.release().cell().getOrDefault(name, usual(name, column));
        return column.shown().cell().getOrDefault(name, ofTable);
    }

    private String usual(String name, Column column) {
        boolean answers = has("characteristic") && has("code");
        return switch (name) {
            case "measure" -> has("measure") ? "measure" : Database.literal(table.name());
            case "basis" -> has("basis") ? "basis" : "''";
            case "place_level" ->
                has("place_level")
                        ? "place_level"
                        : has("site_code") ? "'site'" : has("provider_code") ? "'provider'" : "'england'";
            case "place" ->
                has("place")
                        ? "place"
                        : has("site_code") ? "site_code" : has("provider_code") ? "provider_code" : "'England'";
            case "characteristic" -> answers ? "characteristic" : Database.literal(CellKey.TOTAL);
            case "code" -> answers ? "code" : Database.literal(CellKey.ALL);
            case "part" -> Database.literal(column.name());
            default -> name;
        };
    }

    private boolean has(String column) {
        return table.column(column).isPresent();
    }
}
