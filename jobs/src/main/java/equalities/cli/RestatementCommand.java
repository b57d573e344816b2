package equalities.cli;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.ParquetTables;
import equalities.engine.duckdb.Relation;
import equalities.engine.duckdb.SqlFile;
import equalities.engine.duckdb.SqlLibrary;
import equalities.lake.Home;
import equalities.lake.Zone;
import equalities.lake.ZoneStore;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import equalities.spec.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which figures changed since a day, by how much, and because of which files and rows. */
@Command(
        name = "restatement",
        mixinStandardHelpOptions = true,
        description = "Lists every figure that changed since a day, by how much, and because of which files and rows.")
final class RestatementCommand implements Callable<Integer> {
    private static final List<String> ROWS = List.of("finding", "patient", "advocacy_case", "monitoring_count", "site");

    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(
            names = "--since",
            required = true,
            paramLabel = "DAY",
            description = "Compare with what was known at the end of this day (2025-11-01), or at an instant.")
    @Nullable
    String since;

    @Override
    public Integer call() throws Exception {
        Settings now = common.settings();
        Instant instant = AsKnownAt.instant(String.valueOf(since));
        Settings then = AsKnownAt.settings(now, instant);
        AsKnownAt.analyse(then, ProgressLine.of(common.json));
        Specification specification = SpecificationReader.read(now.path(Setting.SCHEMAS));
        Relation changes = changes(WarehouseKey.home(now), WarehouseKey.home(then), specification, now);
        if (common.json) {
            changes.maps().forEach(row -> System.out.println(TextTable.json(row)));
        } else {
            TextTable.lines(changes).forEach(System.out::println);
        }
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("command", "restatement");
        summary.put("since", instant.toString());
        summary.put("figures changed", changes.rows().size());
        System.out.println(Summaries.json(summary));
        return ExitCode.DONE.number();
    }

    private static Relation changes(Home now, Home then, Specification specification, Settings settings)
            throws IOException {
        SqlLibrary sql = new SqlLibrary(settings.path(Setting.SQL));
        try (Database database =
                Database.inMemory().reading(now.zone(Zone.WAREHOUSE).tables())) {
            for (String name : ROWS) {
                view(database, specification.table(name), then);
                database.execute("alter view " + name + " rename to " + name + "_before");
                view(database, specification.table(name), now);
            }
            view(database, specification.table("submission"), now);
            SqlFile restatement = sql.folder("restatements").stream()
                    .filter(f -> f.name().equals("restatement"))
                    .findFirst()
                    .orElseThrow();
            return database.query(restatement.select());
        }
    }

    private static void view(Database database, Table table, Home home) throws IOException {
        ZoneStore zone = home.zone(table.name().equals("finding") ? Zone.FINDINGS : Zone.WAREHOUSE);
        List<Path> places = zone.table(table.name());
        ParquetTables.createView(database, table, places);
    }
}
