package equalities.stage.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The workbooks after the guidance on accessible spreadsheets. */
class WorkbookTest {
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
                .contains("<dc:title>Who sees an advocate?</dc:title>", "<dc:language>en-GB");
        assertThat(all("tables.xlsx", "docProps/core.xml")).contains("Who sees an advocate?");
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
