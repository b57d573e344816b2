package equalities.stage.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbooks after the guidance on accessible spreadsheets. */
class WorkbookTest {
    @TempDir
    Path folder = Path.of(".");

    private static Path release = Path.of(".");

    @BeforeAll
    static void publish() {
        release = InventedRelease.shared();
    }

    @Test
    void no_cell_of_either_is_merged_hidden_or_a_formula_and_nothing_leads_elsewhere() throws IOException {
        assertThat(all("tables.xlsx", "xl/worksheets/sheet\\d+\\.xml"))
                .doesNotContain("<mergeCell", "<f>", "hidden=", "r:id=\"rIdHyper");
        assertThat(all("tables.ods", "content.xml"))
                .doesNotContain("spanned", "covered-table-cell", "table:formula", "visibility=", "href=\"http");
    }

    @Test
    void every_sheet_but_the_cover_holds_one_real_table_with_a_name_of_its_own() throws IOException {
        List<String> sheets = found(all("tables.ods", "content.xml"), "<table:table table:name=\"([^\"]+)\"");
        List<String> tables = found(all("tables.ods", "content.xml"), "<table:database-range table:name=\"([^\"]+)\"");
        assertThat(sheets)
                .startsWith("Cover", "Contents", "Notes", "Column meanings")
                .doesNotHaveDuplicates();
        assertThat(tables).hasSize(sheets.size() - 1).doesNotHaveDuplicates();
        List<String> excel = found(all("tables.xlsx", "xl/tables/table\\d+\\.xml"), " displayName=\"([^\"]+)\"");
        assertThat(new HashSet<>(excel)).isEqualTo(new HashSet<>(tables));
    }

    @Test
    void the_contents_lead_to_every_table_by_its_name() throws IOException {
        String ods = all("tables.ods", "content.xml");
        List<String> sheets = found(ods, "<table:table table:name=\"([^\"]+)\"");
        assertThat(found(ods, "xlink:href=\"#&#39;([^&]+)&#39;.A1\""))
                .containsExactlyElementsOf(sheets.subList(2, sheets.size()));
    }

    @Test
    void title_and_language_are_properties() throws IOException {
        assertThat(all("tables.ods", "meta.xml"))
                .contains("<dc:title>Who gets an advocate?</dc:title>", "<dc:language>en-GB");
        assertThat(all("tables.xlsx", "docProps/core.xml")).contains("Who gets an advocate?");
    }

    @Test
    void every_sheet_has_its_title_in_a1_and_says_how_many_tables_it_has() throws IOException {
        String ods = all("tables.ods", "content.xml");
        List<String> sheets =
                List.of(ods.split("<table:table table:name=")).stream().skip(1).toList();
        assertThat(sheets)
                .hasSizeGreaterThan(20)
                .allSatisfy(sheet -> assertThat(found(sheet, "<table:table-cell table:style-name=\"([^\"]+)\"")
                                .get(0))
                        .isEqualTo("title"));
        assertThat(sheets.subList(1, sheets.size())).allMatch(s -> s.contains("This worksheet contains one table."));
    }

    @Test
    void text_is_arial_of_twelve_points_or_more_on_no_colour_and_nothing_lies_over_the_cells() throws IOException {
        String styles = all("tables.xlsx", "xl/styles.xml");
        assertThat(found(styles, "<sz val=\"([0-9.]+)\"")).allMatch(size -> Double.parseDouble(size) >= 12);
        assertThat(found(styles, "<name val=\"([^\"]+)\"")).containsOnly("Arial");
        assertThat(found(styles, "<color rgb=\"([^\"]+)\"")).containsOnly("FF000000");
        assertThat(found(styles, "patternType=\"([^\"]+)\"")).containsOnly("none", "gray125");
        assertThat(all("tables.ods", "styles.xml")).contains("fo:font-size=\"12pt\"", "Arial");
        assertThat(all("tables.ods", "content.xml")).doesNotContain("background-color", "draw:", "fo:color");
        assertThat(entries("tables.xlsx"))
                .noneMatch(e -> e.matches(".*(drawing|media|vba|comments|printerSettings).*"));
        assertThat(entries("tables.ods")).noneMatch(e -> e.matches(".*(Pictures|Basic|Scripts|Object).*"));
    }

    @Test
    void each_opens_at_the_first_cell_of_its_first_sheet_with_nothing_frozen_or_filtered_away() throws IOException {
        assertThat(all("tables.xlsx", "xl/workbook.xml")).contains("activeTab=\"0\"");
        assertThat(all("tables.xlsx", "xl/worksheets/sheet\\d+\\.xml"))
                .doesNotContain("<pane", "topLeftCell", "<selection", "<filterColumn")
                .doesNotContainPattern("<odd(Header|Footer)>[^<]");
        assertThat(entries("tables.ods")).doesNotContain("settings.xml");
    }

    @Test
    void no_text_has_two_blanks_or_stands_for_a_note_as_a_raised_sign() throws IOException {
        assertThat(all("tables.ods", "content.xml")).doesNotContain("text-position", "\u00b9", "\u00b2", "\u2020");
        assertThat(found(all("tables.ods", "content.xml"), "<text:p>([^<]*)</text:p>"))
                .noneMatch(text -> text.contains("  "));
    }

    /** Every sheet of either workbook, written as text by LibreOffice, is the same to the byte. */
    @Test
    void libre_office_opens_both_without_complaint_and_reads_the_same_in_them() throws Exception {
        Path office = Path.of("/usr/bin/soffice");
        assumeTrue(Files.isExecutable(office), "LibreOffice is not installed");
        Map<String, String> excel = read(office, "tables.xlsx");
        assertThat(excel).hasSizeGreaterThan(20).isEqualTo(read(office, "tables.ods"));
    }

    @Test
    void no_column_is_explained_by_its_own_name_alone() throws IOException {
        String described = Files.readString(release.resolve("datapackage.json"));
        var columns = Pattern.compile("\"name\"\\s*:\\s*\"(\\w+)\"[^{}]*?\"description\"\\s*:\\s*\"([^\"]*)\"")
                .matcher(described)
                .results()
                .toList();
        assertThat(columns)
                .hasSizeGreaterThan(200)
                .noneMatch(c ->
                        c.group(2).toLowerCase(Locale.ROOT).replace(' ', '_').equals(c.group(1)));
    }

    @Test
    void every_item_of_the_guidance_has_a_test_that_is_there() throws IOException {
        Path jobs = Path.of(System.getProperty("equalities.root", "..")).resolve("jobs");
        Path tests = jobs.resolve("src/test/java/equalities/stage/publish");
        String all = Files.readString(tests.resolve("WorkbookTest.java"))
                + Files.readString(tests.resolve("TwinsTest.java"))
                + Files.readString(tests.resolve("ReadingAgeTest.java"));
        List<String> named = found(Files.readString(jobs.resolve("ACCESSIBILITY.md")), "\\| `([a-z0-9_]+)` \\|");
        assertThat(named).hasSizeGreaterThan(20).allMatch(name -> all.contains("void " + name + "("));
    }

    private Map<String, String> read(Path office, String workbook) throws Exception {
        Path to = Files.createDirectories(folder.resolve(workbook));
        Process process = new ProcessBuilder(
                        office.toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
                        "--outdir",
                        to.toString(),
                        release.resolve(workbook).toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        // Debian's package says that it starts without Java; everything else that it says is what it does.
        assertThat(said.lines().filter(l -> !l.startsWith("Warning: failed to launch javaldx")))
                .allMatch(l -> l.startsWith("convert ") || l.startsWith("Writing sheet ") || l.isBlank(), said);
        Map<String, String> sheets = new TreeMap<>();
        try (Stream<Path> files = Files.list(to)) {
            for (Path file : files.toList()) {
                sheets.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return sheets;
    }

    private static List<String> entries(String workbook) throws IOException {
        try (ZipFile zip = new ZipFile(release.resolve(workbook).toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    private static String all(String workbook, String parts) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipFile zip = new ZipFile(release.resolve(workbook).toFile())) {
            for (ZipEntry entry :
                    zip.stream().filter(e -> e.getName().matches(parts)).toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        assertThat(text).isNotEmpty();
        return text.toString();
    }

    private static List<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(r -> r.group(1))
                .toList();
    }
}
