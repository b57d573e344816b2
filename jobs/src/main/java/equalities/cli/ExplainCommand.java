package equalities.cli;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.Relation;
import equalities.engine.duckdb.SqlFile;
import equalities.engine.duckdb.SqlLibrary;
import equalities.engine.duckdb.SqlLineage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Walks from a finding's sentence to its figures, its SQL, the submissions and the rows behind it. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Walks from a finding to its figures, its SQL, the submissions and the rows behind it (numbers of rows, no values).")
final class ExplainCommand implements Callable<Integer> {
    private static final String ROWS = """
            select table_name, part, provider_code, file_name, submission_id, count(*) as rows,
                   list(row_number order by row_number) as row_numbers
            from finding_row group by all order by table_name, part, provider_code, file_name""";
    private static final int SHOWN = 20;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FINDING", description = "A finding_id, or its first letters.")
    String finding = "";

    @Override
    public Integer call() throws Exception {
        Settings settings = common.settings();
        SqlLibrary library = new SqlLibrary(settings.path(Setting.SQL));
        SqlLineage lineage = new SqlLineage(library);
        try (Database database = new Warehouse(settings).open()) {
            String id = find(database);
            List<SqlFile> files = lineage.of("finding");
            ask(database, lineage, id);
            Map<String, @Nullable Object> figures = figures(database, id);
            Relation rows = database.query(ROWS);
            tell(figures, files, lineage.tables("finding", tables(database)), rows);
        }
        return ExitCode.DONE.number();
    }

    private String find(Database database) {
        Relation found = database.query("select finding_id from finding where starts_with(finding_id, "
                + Database.literal(finding) + ") limit 2");
        if (found.rows().size() != 1) {
            throw new UsageException(
                    (found.rows().isEmpty() ? "There is no finding " : "Several findings begin with ")
                            + finding
                            + ". List them with: equalities sql \"select finding_id, sentence from finding where verdict = 'gap'\"");
        }
        return String.valueOf(found.rows().get(0).get(0));
    }

    /** Makes the relations that the rows are found with, for this connection only. */
    private static void ask(Database database, SqlLineage lineage, String id) {
        database.execute("create or replace temp view asked_finding as select * from finding where finding_id = "
                + Database.literal(id));
        List<String> there = tables(database);
        for (SqlFile file : lineage.of("finding_row")) {
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

    private static Map<String, @Nullable Object> figures(Database database, String id) {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        database.query("select * from finding where finding_id = " + Database.literal(id))
                .maps()
                .get(0)
                .forEach((name, value) -> {
                    if (value != null) {
                        figures.put(name, value);
                    }
                });
        return figures;
    }

    private void tell(Map<String, @Nullable Object> figures, List<SqlFile> files, List<String> tables, Relation rows) {
        if (common.json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("finding", figures);
            all.put("sql", files.stream().map(ExplainCommand::path).toList());
            all.put("tables", tables);
            all.put("rows", rows.maps());
            System.out.println(Summaries.json(all));
            return;
        }
        System.out.println(figures.getOrDefault("sentence", "This finding has no sentence: it is no comparison."));
        System.out.println("\nIts figures");
        figures.forEach((name, value) -> System.out.printf("  %-24s %s%n", name, value));
        System.out.println("\nIts SQL, each file after those it needs");
        files.forEach(f -> System.out.printf("  %-40s %s%n", path(f), f.caption()));
        System.out.println("\nThe tables these read\n  " + String.join(", ", tables));
        System.out.println("\nThe submissions and rows behind it");
        rows.maps().forEach(ExplainCommand::tellRows);
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
