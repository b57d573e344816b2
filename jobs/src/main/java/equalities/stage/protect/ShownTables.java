package equalities.stage.protect;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.ParquetTables;
import equalities.spec.DisclosurePolicy;
import equalities.spec.Table;
import equalities.spec.Table.Column;
import equalities.spec.Table.Protect;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the tables as they may be published: counts as the table {@code shown} has them, and what is worked out of
 * counts worked out again of these. Of what cannot be worked out again (what comes from strata) the true figure stands,
 * rounded, where every count that it names is shown.
 */
final class ShownTables {
    private final Database database;
    private final DisclosurePolicy policy;

    /**
     * @param database holds the findings' tables, and {@code shown(shown_key, shown_value, shown_mark)}
     */
    ShownTables(Database database, DisclosurePolicy policy) {
        this.database = database;
        this.policy = policy;
    }

    void write(Table table, Path file) {
        Table published = table.published();
        String columns = published.columns().stream()
                .map(c -> value(c, table) + " as " + Database.identifier(c.name()))
                .collect(Collectors.joining(",\n"));
        database.execute("create table as_shown as select " + columns + "\nfrom (" + counted(table) + ")");
        database.execute("drop view " + Database.identifier(table.name()));
        database.execute("alter table as_shown rename to " + Database.identifier(table.name()));
        ParquetTables.write(database, published, file);
    }

    /** The rows that may be released with their counts as they are shown; other figures as they are. */
    private String counted(Table table) {
        List<Column> counts = table.counts();
        CellQuery cells = new CellQuery(table);
        StringBuilder select = new StringBuilder("select * ");
        StringBuilder joins = new StringBuilder();
        if (!counts.isEmpty()) {
            select.append(counts.stream()
                    .map(c -> Database.identifier(c.name()))
                    .collect(Collectors.joining(", ", "exclude (", ")")));
        }
        for (int i = 0; i < counts.size(); i++) {
            Column count = counts.get(i);
            String name = Database.identifier(count.name());
            select.append(
                    ", s%d.shown_value as %s, case when %2$s is null or not (%s) then %s else s%1$d.shown_mark end as %s"
                            .formatted(
                                    i,
                                    name,
                                    cells.rows(count),
                                    count.shown().empty(),
                                    Database.identifier(count.mark())));
            joins.append("\nleft join shown s%d on s%1$d.shown_key = %s and (%s)"
                    .formatted(i, cells.key(count), cells.rows(count)));
        }
        return select + " from " + Database.identifier(table.name()) + joins + " where "
                + table.release().rows();
    }

    private String value(Column column, Table table) {
        String name = Database.identifier(column.name());
        if (column.name().equals("hidden") && table.column("hidden").isEmpty()) {
            return table.counts().stream()
                    .map(c -> " or coalesce(" + Database.identifier(c.mark()) + " = 'c', false)")
                    .collect(Collectors.joining("", "false", ""));
        }
        Protect protect = column.protect();
        if (protect == null || protect == Protect.OPEN || column.isCount()) {
            return name;
        }
        String figure = column.shown().from() == null ? name : column.shown().from();
        String parts = parts(column, table).stream()
                .map(c -> Database.identifier(c) + " is not null")
                .collect(Collectors.joining(" and "));
        String rounded = rounded(protect, figure);
        return parts.isEmpty() ? rounded : "case when " + parts + " then " + rounded + " end";
    }

    private static List<String> parts(Column column, Table table) {
        return column.of().isEmpty() ? table.counts().stream().map(Column::name).toList() : column.of();
    }

    private String rounded(Protect protect, String figure) {
        return switch (protect) {
            case PERCENT -> "round((" + figure + ")::double, " + (policy.percentDecimals() + 2) + ")";
            case RATIO -> "round((" + figure + ")::double, " + policy.ratioDecimals() + ")";
            case PROBABILITY -> "round((" + figure + ")::double, " + policy.probabilityDecimals() + ")";
            case COUNT ->
                "(floor((2 * (" + figure
                        + ") + %d) / %d) * %d)::bigint"
                                .formatted(policy.roundingBase(), 2 * policy.roundingBase(), policy.roundingBase());
            case TEXT, OPEN -> figure;
        };
    }
}
