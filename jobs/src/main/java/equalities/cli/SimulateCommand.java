package equalities.cli;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.Relation;
import equalities.engine.duckdb.SqlLibrary;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries the findings on invented people whose gaps are known, and tells how often they are wrong. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Tries the findings on invented people whose gaps are known: false gaps, power, bounds.")
final class SimulateCommand implements Callable<Integer> {
    /** What the findings need of the specification. */
    private static final String THRESHOLDS = "setting";

    /** The findings that are tried. */
    private static final List<String> TRIED = List.of(
            "findings/adjusted_gap",
            "findings/adjusted_others",
            "findings/crude_gap",
            "findings/compared",
            "findings/verdict");

    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(
            names = "--runs",
            defaultValue = "1000",
            paramLabel = "N",
            description = "Runs without a gap (default: 1000); a tenth of it for each planted gap.")
    int runs;

    @Option(names = "--page", paramLabel = "FILE", description = "Write the page there instead of printing it.")
    @Nullable
    Path page;

    @Override
    public Integer call() throws Exception {
        Settings settings = common.settings();
        SqlLibrary library = new SqlLibrary(settings.path(Setting.SQL));
        Specification specification = SpecificationReader.read(settings.path(Setting.SCHEMAS));
        try (Database database = Database.inMemory()) {
            database.createTable(
                    specification.table(THRESHOLDS), specification.quality().getOrDefault(THRESHOLDS, List.of()));
            String text = page(simulate(database, library));
            if (page == null) {
                System.out.print(text);
            } else {
                Files.writeString(page, text);
            }
        }
        return ExitCode.DONE.number();
    }

    private Database simulate(Database database, SqlLibrary library) {
        library.createMacros(database);
        database.execute("set variable runs = " + Math.max(runs, 1));
        library.createTables(database, "simulation");
        for (String tried : TRIED) {
            String folder = tried.substring(0, tried.indexOf('/'));
            library.createTables(database, folder, file -> tried.equals(folder + "/" + file.name()));
        }
        library.createTables(database, "simulation_results");
        return database;
    }

    private String page(Database database) {
        Relation summary = database.query(
                "select claim, times || ' of ' || \"of\" as times, format('{:.1f} %', 100 * share) as share from simulation_summary order by sort");
        Relation power = database.query(
                "select format('{:.1f}', ratio) as ratio, columns(lambda c: c like 'among%') from power_curve order by ratio desc");
        return "# How often the findings are wrong\n\nWritten by `equalities simulate`, which tries `sql/findings` on invented people whose gaps are known (see the SQL"
                + " of this folder): " + runs + " runs without a gap, " + Math.max(runs / 10, 1)
                + " for each planted gap. One in ten is of unknown group, and more of those not seen.\n\n"
                + table(summary)
                + "\n## How often a planted gap is found\n\nThe ratio of the group's uptake to that of 800 people of the reference, and how many people are of the group.\n\n"
                + table(power);
    }

    private static String table(Relation relation) {
        String heading = relation.columns().stream()
                .map(c -> c.replace('_', ' '))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
        String rule = "|" + "---|".repeat(relation.columns().size()) + "\n";
        return heading
                + rule
                + relation.rows().stream()
                        .map(row -> row.stream()
                                .map(SimulateCommand::cell)
                                .collect(Collectors.joining(" | ", "| ", " |\n")))
                        .collect(Collectors.joining());
    }

    private static String cell(@Nullable Object value) {
        return value instanceof Double share
                ? String.format(Locale.ROOT, "%.0f %%", 100 * share)
                : String.valueOf(value);
    }
}
