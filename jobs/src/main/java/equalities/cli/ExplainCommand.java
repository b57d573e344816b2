package equalities.cli;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.Relation;
import equalities.engine.duckdb.SqlFile;
import equalities.engine.duckdb.SqlLibrary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Walks from a finding's sentence, or another figure, to the SQL, the submissions and the rows behind; what can be
 * explained is in {@code sql/explanations}, as {@link Explainer} reads it.
 */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Walks from a figure to its sentence, its SQL, the submissions and the rows behind it (numbers of rows, no values).")
final class ExplainCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(
            paramLabel = "FINDING",
            description =
                    "A finding_id, FIGURE_ID, funnel_id, trend_id, standardised_id, group_gap_id or inequality_id, or its first letters; or a measure that has none, such as days_to_contact or service_capacity.")
    String finding = "";

    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description = "Of a measure: which of its rows, as in \"place = 'NT1S1'\".")
    String where = "true";

    @Override
    public Integer call() throws Exception {
        Settings settings = common.settings();
        try (Database database = new Warehouse(settings).open()) {
            Explainer explainer = new Explainer(database, new SqlLibrary(settings.path(Setting.SQL)));
            tell(explainer.explain(explainer.asked(finding, where)));
        }
        return ExitCode.DONE.number();
    }

    private void tell(Explainer.Explanation told) {
        if (common.json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("sentence", told.sentence());
            all.put(
                    "finding",
                    told.figures().rows().size() == 1
                            ? told.figures().maps().get(0)
                            : told.figures().maps());
            all.put("sql", told.files().stream().map(ExplainCommand::path).toList());
            all.put("tables", told.tables());
            all.put("rows", told.rows().maps());
            System.out.println(Summaries.json(all));
            return;
        }
        System.out.println(told.sentence());
        System.out.println("\nIts figures");
        tellFigures(told.figures());
        System.out.println("\nIts SQL, each file after those it needs");
        told.files().forEach(f -> System.out.printf("  %-40s %s%n", path(f), f.caption()));
        System.out.println("\nThe tables these read\n  " + String.join(", ", told.tables()));
        System.out.println("\nThe submissions and rows behind it");
        told.rows().maps().forEach(ExplainCommand::tellRows);
    }

    private static void tellFigures(Relation figures) {
        if (figures.rows().size() > 1) {
            TextTable.lines(figures).forEach(line -> System.out.println("  " + line));
            return;
        }
        figures.maps().get(0).forEach((name, value) -> {
            if (value != null) {
                System.out.printf("  %-24s %s%n", name, value);
            }
        });
    }

    private static String path(SqlFile file) {
        return "sql/" + file.folder() + "/" + file.name() + ".sql";
    }

    private static void tellRows(Map<String, @Nullable Object> row) {
        List<?> numbers = row.get("row_numbers") instanceof List<?> list ? list : List.of();
        String shown = String.join(
                ", ", numbers.stream().limit(SHOWN).map(String::valueOf).toList());
        System.out.printf(
                "  %s of %s: %s %s, %s rows: %s%s (%s)%n",
                row.get("part"),
                row.get("table_name"),
                row.get("provider_code"),
                row.get("file_name"),
                row.get("rows"),
                shown,
                numbers.size() > SHOWN ? " …" : "",
                row.get("submission_id"));
    }
}
