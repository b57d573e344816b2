package equalities.sql;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.LongView;
import equalities.engine.duckdb.ParquetTables;
import equalities.engine.duckdb.SqlFile;
import equalities.engine.duckdb.SqlLibrary;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import equalities.spec.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SqlPagesTest {
    private static final Path ROOT = Path.of(System.getProperty("equalities.root", ".."));
    private static final List<String> FOLDERS = List.of(
            "macros",
            "views",
            "measures",
            "findings",
            "simulation",
            "simulation_results",
            "explanations",
            "checks",
            "restatements",
            "outputs");

    /** {@code -Dequalities.pages=findings/verdict|macros/.*}: only these, while one works on them. */
    private static final Pattern ASKED = Pattern.compile(System.getProperty("equalities.pages", ".*/.*"));

    private final Specification specification = SpecificationReader.read(ROOT.resolve("schemas"));
    private final SqlLibrary sql = new SqlLibrary(ROOT.resolve("sql"));
    private final Database database = Database.inMemory();

    @TestFactory
    Stream<DynamicTest> every_page_holds() throws IOException {
        sql.createMacros(database);
        keepSettings();
        List<DynamicTest> tests = new ArrayList<>();
        for (String folder : FOLDERS) {
            for (SqlFile file : asked(folder)) {
                assertThat(page(file).cases()).as(file.name() + ".md").isNotEmpty();
                for (Page.Case one : page(file).cases()) {
                    String name = folder + "/" + file.name() + ": " + one.sentence();
                    tests.add(DynamicTest.dynamicTest(name, () -> run(file, one)));
                }
            }
        }
        assertThat(tests).as("cases found").hasSizeGreaterThan(ASKED.pattern().equals(".*/.*") ? 200 : 0);
        return tests.stream();
    }

    private List<SqlFile> asked(String folder) {
        return sql.folder(folder).stream()
                .filter(f -> ASKED.matcher(folder + "/" + f.name()).matches())
                .toList();
    }

    private Page page(SqlFile file) throws IOException {
        Path page = ROOT.resolve("sql").resolve(file.folder()).resolve(file.name() + ".md");
        assertThat(page).exists();
        return Page.parse(Files.readString(page));
    }

    private void run(SqlFile file, Page.Case one) {
        try (Sandbox sandbox = Sandbox.in(database)) {
            prepare(file, one);
            List<String> columns = one.expect().columns();
            String from = one.query().isBlank()
                    ? relation(file, one, columns)
                    : "select " + quoted(columns) + " from ("
                            + one.query().strip().replaceAll(";$", "") + ")";
            List<List<String>> expected = sorted(one.expect().rows());
            List<? extends List<? extends @Nullable Object>> answered =
                    sorted(database.query(from).rows());
            assertThat(answered.stream().map(SqlPagesTest::text).toList())
                    .as(one.sentence())
                    .isEqualTo(expected.stream().map(SqlPagesTest::text).toList());
            assertThat(disagreements(expected, answered)).as(one.sentence()).isEmpty();
        }
    }

    /** What was answered where the page writes a number with more digits than the answer agrees to. */
    private static List<String> disagreements(
            List<List<String>> expected, List<? extends List<? extends @Nullable Object>> answered) {
        List<String> found = new ArrayList<>();
        for (int row = 0; row < expected.size(); row++) {
            for (int i = 0; i < expected.get(row).size(); i++) {
                String written = expected.get(row).get(i);
                Object answer = answered.get(row).get(i);
                if (!Cell.agrees(written, answer)) {
                    found.add(answer + " instead of " + written);
                }
            }
        }
        return found;
    }

    private static <R extends List<? extends @Nullable Object>> List<R> sorted(List<R> rows) {
        return rows.stream().sorted(Comparator.comparing(SqlPagesTest::text)).toList();
    }

    private static String relation(SqlFile file, Page.Case one, List<String> columns) {
        String where = one.where().isBlank() ? "" : " where " + one.where();
        return "select " + quoted(columns) + " from (" + file.select() + ")" + where;
    }

    private void prepare(SqlFile file, Page.Case one) {
        boolean published = file.folder().equals("outputs");
        for (Table table : specification.tables().values()) {
            ParquetTables.createView(database, published ? table.published() : table, List.of());
            if (file.folder().equals("restatements")) {
                String before = Database.identifier(table.name() + "_before");
                database.execute("create or replace view " + before + " as from " + Database.identifier(table.name()));
            }
        }
        if (!published) {
            LongView.create(database, specification);
            database.execute("create or replace view setting as from setting_of_schemas");
        }
        Set<String> given = new HashSet<>(one.given().keySet());
        one.given().forEach((name, grid) -> Given.create(database, specification, published, name, grid));
        if (published) {
            given.add(file.name());
            create(List.of("outputs"), file.select(), given);
        } else if (!file.folder().equals("macros")) {
            if (one.query().isBlank()) {
                given.add(file.name());
            }
            boolean simulated = file.folder().startsWith("simulation");
            given.addAll(simulated ? List.of(file.name()) : List.of());
            create(List.of("views", "measures", "findings"), file.select() + "\n" + one.query(), given);
            if (simulated && !one.query().isBlank()) {
                database.execute("create or replace table " + file.name() + " as " + file.select());
            }
        }
    }

    /** The thresholds of schemas/, for every page that has no others. */
    private void keepSettings() {
        database.createTable(
                specification.table("setting"), specification.quality().getOrDefault("setting", List.of()));
        database.execute("alter table setting rename to setting_of_schemas");
    }

    /** What the text needs of the other relations, but for those given. */
    private void create(List<String> folders, String text, Set<String> given) {
        List<SqlFile> waiting = new ArrayList<>(needed(folders, text, given));
        waiting.forEach(f -> database.execute("drop view if exists " + f.name()));
        while (waiting.removeIf(f -> made(database, f))) {
            // what was made may be what others waited for
        }
    }

    private List<SqlFile> needed(List<String> folders, String text, Set<String> given) {
        List<SqlFile> needed = new ArrayList<>();
        List<SqlFile> others = new ArrayList<>(
                folders.stream().flatMap(f -> sql.folder(f).stream()).toList());
        others.removeIf(f -> given.contains(f.name()));
        StringBuilder read = new StringBuilder(text);
        for (boolean more = true; more; ) {
            List<SqlFile> named = others.stream()
                    .filter(f -> Pattern.compile("\\b" + f.name() + "\\b")
                            .matcher(read)
                            .find())
                    .toList();
            more = others.removeAll(named);
            needed.addAll(named);
            named.forEach(f -> read.append('\n').append(f.select()));
        }
        return needed;
    }

    private static boolean made(Database database, SqlFile file) {
        try {
            database.execute("create table " + file.name() + " as " + file.select());
            return true;
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    private static String quoted(List<String> columns) {
        return columns.stream().map(Database::identifier).collect(Collectors.joining(", "));
    }

    private static String text(List<? extends @Nullable Object> row) {
        return row.stream().map(Cell::normal).collect(Collectors.joining(" | "));
    }
}
