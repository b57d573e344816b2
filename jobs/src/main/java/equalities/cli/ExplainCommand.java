package equalities.cli;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.QueryException;
import equalities.engine.duckdb.Relation;
import equalities.engine.duckdb.SqlFile;
import equalities.engine.duckdb.SqlLibrary;
import equalities.engine.duckdb.SqlLineage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Walks from a finding's sentence, or the figures of another measure, to the SQL, the submissions and the rows behind.
 * What can be explained is in {@code sql/explanations}: {@code <relation>_row} reads {@code asked_<relation>}, and so
 * does {@code <relation>_sentence} where there is one.
 */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Walks from a finding to its figures, its SQL, the submissions and the rows behind it (numbers of rows, no values).")
final class ExplainCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(
            paramLabel = "FINDING",
            description =
                    "A finding_id, or its first letters; or a measure that is no finding, such as days_to_contact or service_capacity.")
    String finding = "";

    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description = "Of a measure: which of its rows, as in \"place = 'NT1S1'\".")
    String where = "true";

    /** What is asked about: the rows of a relation that a condition chooses. */
    private record Asked(String relation, String condition) {}

    private record Explanation(
            String sentence, Relation figures, List<SqlFile> files, List<String> tables, Relation rows) {}

    @Override
    public Integer call() throws Exception {
        Settings settings = common.settings();
        SqlLibrary library = new SqlLibrary(settings.path(Setting.SQL));
        SqlLineage lineage = new SqlLineage(library);
        try (Database database = new Warehouse(settings).open()) {
            boolean measure = lineage.file(finding + "_row").isPresent();
            Asked asked = measure ? new Asked(finding, where) : new Asked("finding", oneFinding(database, library));
            tell(explain(database, lineage, asked));
        }
        return ExitCode.DONE.number();
    }

    private String oneFinding(Database database, SqlLibrary library) {
        Relation found = database.query("select finding_id from finding where starts_with(finding_id, "
                + Database.literal(finding) + ") limit 2");
        if (found.rows().size() != 1) {
            throw new UsageException((found.rows().isEmpty() ? "There is no finding " : "Several findings begin with ")
                    + finding
                    + ". List them with: equalities sql \"select finding_id, sentence from finding where verdict = 'gap'\". Measures that are no findings: "
                    + library.folder("explanations").stream()
                            .map(SqlFile::name)
                            .filter(n -> n.endsWith("_row") && !n.equals("finding_row"))
                            .map(n -> n.replaceFirst("_row$", ""))
                            .collect(Collectors.joining(", ")));
        }
        return "finding_id = "
                + Database.literal(String.valueOf(found.rows().get(0).get(0)));
    }

    private static Explanation explain(Database database, SqlLineage lineage, Asked asked) {
        Relation figures = choose(database, asked);
        String row = asked.relation() + "_row";
        make(database, lineage, row);
        Relation rows =
                database.query("select table_name, part, provider_code, file_name, submission_id, count(*) as rows,"
                        + " list(row_number order by row_number) as row_numbers from " + row
                        + " group by all order by table_name, part, provider_code, file_name");
        return new Explanation(
                sentence(database, lineage, asked, figures),
                figures,
                lineage.of(asked.relation()),
                lineage.tables(asked.relation(), tables(database)),
                rows);
    }

    private static Relation choose(Database database, Asked asked) {
        String chosen = "asked_" + asked.relation();
        try {
            database.execute("create or replace temp view " + chosen + " as select * from " + asked.relation()
                    + " where " + asked.condition());
            Relation figures = database.query("select * from " + chosen);
            if (!figures.rows().isEmpty()) {
                return figures;
            }
        } catch (QueryException e) {
            throw new UsageException("No condition on " + asked.relation() + ": " + asked.condition() + ". "
                    + String.valueOf(e.getMessage()).lines().skip(1).findFirst().orElse(""));
        }
        throw new UsageException("No row of " + asked.relation() + " has " + asked.condition()
                + ". See them with: equalities sql \"from " + asked.relation() + "\"");
    }

    private static String sentence(Database database, SqlLineage lineage, Asked asked, Relation figures) {
        String told = asked.relation() + "_sentence";
        if (lineage.file(told).isPresent()) {
            make(database, lineage, told);
            return database.query("select sentence from " + told).rows().stream()
                    .map(r -> String.valueOf(r.get(0)))
                    .collect(Collectors.joining("\n"));
        }
        Object sentence = figures.maps().get(0).get("sentence");
        return sentence == null ? "This has no sentence: it is no comparison." : sentence.toString();
    }

    /** Makes what a relation stands on, for this connection only. */
    private static void make(Database database, SqlLineage lineage, String relation) {
        List<String> there = tables(database);
        for (SqlFile file : lineage.of(relation)) {
            if (!there.contains(file.name())) {
                database.execute(
                        "create or replace temp view " + Database.identifier(file.name()) + " as\n" + file.select());
            }
        }
    }

    private static List<String> tables(Database database) {
        return database.query("select view_name from duckdb_views() where not internal").rows().stream()
                .map(r -> String.valueOf(r.get(0)))
                .toList();
    }

    private void tell(Explanation told) {
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
