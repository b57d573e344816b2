package equalities.stage.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import equalities.engine.duckdb.Database;
import equalities.lake.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Report, workbooks, CSV, Parquet and JSON of one release say the same. */
class TwinsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> NOT_IN_WORKBOOKS = Set.of("figures", "headlines");

    /** Above the headings of each table of a workbook stand its title and three lines. */
    private static final int LINES_ABOVE = 4;

    private static Path release = Path.of(".");
    private static final Map<String, List<List<String>>> TABLES = new TreeMap<>();

    @BeforeAll
    static void publish() throws Exception {
        release = InventedRelease.shared();
        try (Stream<Path> files = Files.list(release)) {
            for (Path file : files.filter(TwinsTest::isTable).toList()) {
                TABLES.put(file.getFileName().toString().replace(".csv", ""), WrittenTables.csv(file));
            }
        }
        assertThat(TABLES).hasSizeGreaterThan(20);
    }

    /** The list of all counts stands beside the tables, and structure.json describes it. */
    private static boolean isTable(Path file) {
        return file.toString().endsWith(".csv") && !file.endsWith("counts.csv");
    }

    @Test
    void parquet_says_what_csv_says() {
        try (Database database = Database.inMemory()) {
            TABLES.forEach((name, rows) -> {
                Path file = release.resolve(name + ".parquet");
                List<List<String>> read =
                        database.query("from read_parquet(" + Database.literal(file.toString()) + ")").rows().stream()
                                .map(r -> r.stream().map(WrittenTables::normal).toList())
                                .toList();
                assertThat(read).as(name).containsExactlyInAnyOrderElementsOf(rows.subList(1, rows.size()));
            });
        }
    }

    @Test
    void both_workbooks_say_what_csv_says_and_no_cell_is_blank_or_a_formula() throws Exception {
        Map<String, List<List<String>>> excel = WrittenTables.excel(release.resolve("tables.xlsx"));
        Map<String, List<List<String>>> open = WrittenTables.openDocument(release.resolve("tables.ods"));
        assertThat(open.keySet()).isEqualTo(excel.keySet());
        TABLES.forEach((name, rows) -> {
            if (!NOT_IN_WORKBOOKS.contains(name)) {
                String sheet = name.substring(0, 1).toUpperCase(Locale.UK)
                        + name.substring(1).replace('_', ' ');
                assertSameTable(name, excel.getOrDefault(sheet, List.of()), rows);
                assertSameTable(name, open.getOrDefault(sheet, List.of()), rows);
            }
        });
    }

    private static void assertSameTable(String name, List<List<String>> sheet, List<List<String>> csv) {
        assertThat(sheet).as(name).hasSizeGreaterThan(LINES_ABOVE + 1);
        List<List<String>> table = sheet.subList(LINES_ABOVE, sheet.size());
        assertThat(table.get(0)).as(name).isEqualTo(withMarksInCells(csv.get(0), csv.get(0)));
        assertThat(table.stream().flatMap(List::stream)).as(name).doesNotContain("");
        List<List<String>> shown = table.subList(1, table.size()).stream()
                .map(r -> r.stream().map(TwinsTest::withoutShorthand).toList())
                .toList();
        if (csv.size() > 1) {
            assertThat(shown)
                    .as(name)
                    .isEqualTo(csv.subList(1, csv.size()).stream()
                            .map(r -> withMarksInCells(csv.get(0), r))
                            .map(r ->
                                    r.stream().map(TwinsTest::withoutShorthand).toList())
                            .toList());
        }
    }

    @Test
    void each_of_the_five_marks_is_in_the_workbooks_and_the_report_and_explained_there() throws Exception {
        Map<String, List<List<String>>> open = WrittenTables.openDocument(release.resolve("tables.ods"));
        String report = Files.readString(release.resolve("report.html"));
        List<String> cells = open.getOrDefault("Uptake by place", List.of()).stream()
                .flatMap(List::stream)
                .toList();
        for (String mark : List.of("[c]", "[x]", "[z]", "[low]", "0")) {
            assertThat(cells).as("workbook").contains(mark);
            assertThat(report).as("report").contains("<td role=\"cell\">" + mark + "</td>");
        }
        assertThat(open.getOrDefault("Notes", List.of()).stream().map(r -> r.get(0)))
                .contains("[c]", "[x]", "[z]", "[low]");
        assertThat(report).contains("[c]: ", "[x]: ", "[z]: ", "0: ", "[low]: ");
    }

    @Test
    void every_finding_with_a_sentence_is_in_the_json_and_says_what_csv_says() throws IOException {
        Set<String> expected = new HashSet<>();
        TABLES.forEach((name, rows) -> {
            int id = rows.get(0).indexOf("finding_id");
            int sentence = rows.get(0).indexOf("sentence");
            if (id >= 0 && sentence >= 0) {
                rows.stream()
                        .skip(1)
                        .filter(r -> !r.get(sentence).isEmpty())
                        .forEach(r -> expected.add(name + " " + r.get(id) + " " + r.get(sentence)));
            }
        });
        Set<String> found = new HashSet<>();
        for (JsonNode finding :
                JSON.readTree(release.resolve("findings.json").toFile()).path("findings")) {
            found.add(finding.path("table").asText() + " "
                    + finding.path("finding_id").asText() + " "
                    + finding.path("sentence").asText());
        }
        assertThat(found).hasSizeGreaterThan(5).isEqualTo(expected);
    }

    @Test
    void the_report_shows_the_figures_of_csv_rounded_for_reading() throws IOException {
        String report = Files.readString(release.resolve("report.html"));
        List<List<String>> rows = table("uptake_by_characteristic");
        List<String> names = rows.get(0);
        String newest = rows.stream()
                .skip(1)
                .map(r -> r.get(names.indexOf("period")))
                .max(String::compareTo)
                .orElse("");
        int compared = 0;
        for (List<String> row : rows.subList(1, rows.size())) {
            if (row.get(names.indexOf("period")).equals(newest)
                    && !row.get(names.indexOf("characteristic")).equals("total")) {
                String label = row.get(names.indexOf("label"));
                String uptake = Math.round(100 * Double.parseDouble(row.get(names.indexOf("rate")))) + "\u00a0%";
                String seen = String.format(Locale.UK, "%,d", Long.parseLong(row.get(names.indexOf("with_case"))));
                assertThat(report)
                        .containsPattern(">" + label + "</th>(?:(?!</tr>).)*<td role=\"cell\">" + uptake
                                + "<(?:(?!</tr>).)*<td role=\"cell\">" + seen + "<");
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(5);
    }

    @Test
    void the_data_package_and_the_metadata_describe_every_file_as_it_is() throws IOException {
        JsonNode described =
                JSON.readTree(release.resolve("datapackage.json").toFile()).path("resources");
        JsonNode web =
                JSON.readTree(release.resolve("csv-metadata.json").toFile()).path("tables");
        assertThat(described.findValuesAsText("path")).containsExactlyInAnyOrderElementsOf(othersThanTheSeal());
        assertThat(web.size()).isEqualTo(TABLES.size() + 1);
        for (int i = 0; i < described.size(); i++) {
            Path file = release.resolve(described.get(i).path("path").asText());
            assertThat(described.get(i).path("hash").asText()).isEqualTo("sha256:" + Fingerprint.ofFile(file));
            assertThat(described.get(i).path("bytes").asLong()).isEqualTo(Files.size(file));
            if (i >= web.size()) {
                continue;
            }
            List<String> head = WrittenTables.csv(file).get(0);
            assertThat(described.get(i).path("schema").path("fields").findValuesAsText("name"))
                    .isEqualTo(head);
            assertThat(web.get(i).path("url").asText())
                    .isEqualTo(file.getFileName().toString());
            assertThat(web.get(i).path("tableSchema").path("columns").findValuesAsText("name"))
                    .isEqualTo(head);
            assertThat(described.get(i).path("schema").path("fields").findValuesAsText("description"))
                    .doesNotContain("");
        }
    }

    /** Every file but those that describe the others. */
    private static List<String> othersThanTheSeal() throws IOException {
        try (Stream<Path> files = Files.list(release)) {
            return files.map(f -> String.valueOf(f.getFileName()))
                    .filter(n -> !n.startsWith("release.json"))
                    .filter(n -> !List.of("datapackage.json", "SHA256SUMS", "signing_key.pem", "complete")
                            .contains(n))
                    .toList();
        }
    }

    private static List<List<String>> table(String name) {
        return TABLES.getOrDefault(name, List.of());
    }

    /** A workbook has the mark of a figure in the cell of the figure, CSV in a column of its own. */
    private static List<String> withMarksInCells(List<String> names, List<String> row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int mark = names.indexOf(names.get(i) + "_mark");
            if (mark >= 0 && row != names && !row.get(mark).isEmpty()) {
                cells.add("[" + row.get(mark) + "]");
            } else if (!names.get(i).endsWith("_mark")) {
                cells.add(row.get(i));
            }
        }
        return cells;
    }

    private static String withoutShorthand(String cell) {
        return cell.matches("\\[[cxz]]") ? "" : cell;
    }
}
