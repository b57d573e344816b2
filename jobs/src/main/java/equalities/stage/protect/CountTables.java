package equalities.stage.protect;

import equalities.engine.duckdb.Database;
import equalities.spec.Table;
import equalities.spec.Table.Column;
import equalities.spec.Table.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every count as it is shown, with its mark: as tables of a database that holds {@code cell}. */
final class CountTables {
    private static final Table SHOWN = table(
            "shown",
            column("shown_key", Type.STRING),
            column("shown_value", Type.INTEGER),
            column("shown_mark", Type.STRING));
    private static final Table TOLD = table(
            "told",
            column("key", Type.STRING),
            column("count", Type.INTEGER),
            column("known", Type.BOOLEAN),
            column("low", Type.INTEGER),
            column("high", Type.INTEGER));

    private final Database database;
    private final Policy policy;

    CountTables(Database database, Policy policy) {
        this.database = database;
        this.policy = policy;
    }

    /** Makes {@code shown}, {@code told} (what a later release has to know of this one) and {@code count}. */
    void create(List<Cell> cells, Outcome outcome) {
        List<List<@Nullable Object>> shown = new ArrayList<>();
        List<List<@Nullable Object>> told = new ArrayList<>();
        for (Cell cell : cells) {
            boolean hidden = outcome.hidden().contains(cell.key());
            String key = cell.key().text();
            long value = policy.rounded(cell.count());
            String mark = hidden ? "c" : value == 0 && cell.count() > 0 ? "low" : null;
            shown.add(row(key, hidden ? null : value, mark));
            told.add(row(
                    key,
                    cell.count(),
                    cell.known(),
                    hidden ? 0L : policy.lowest(cell.count()),
                    hidden ? null : policy.highest(cell.count())));
        }
        database.createTable(SHOWN, shown);
        database.createTable(TOLD, told);
        database.execute("""
                create table count as
                select parts[1] as period, parts[2] as measure, parts[3] as basis, parts[4] as place_level,
                    parts[5] as place, coalesce(name, parts[5]) as place_name, parts[6] as characteristic,
                    parts[7] as code, coalesce(label, parts[7]) as label, parts[8] as part, shown_value as value,
                    case when count is null then empty else shown_mark end as mark
                from (
                    select *, max(place_name) over (partition by parts[1], parts[4], parts[5]) as name
                    from (select *, string_split(key, chr(31)) as parts from cell)
                ) left join shown on shown_key = key
                where count is not null or empty <> 'z'
                """);
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private static Table table(String name, Column... columns) {
        return new Table(name, name, "", "", List.of(columns));
    }

    private static Column column(String name, Type type) {
        return new Column(name, type, "", null, List.of());
    }
}
