package equalities.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import equalities.hostile.Packed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Excel, OpenDocument and Parquet, read as a person sees them; and what is refused. */
class SpreadsheetFilesTest {
    @TempDir
    Path folder;

    @Test
    void dates_numbers_and_hidden_rows_are_read_as_a_person_sees_them() throws IOException {
        Path file = workbook(sheet -> {
            sheet.value(0, 0, "Person ID");
            sheet.value(0, 1, "Date");
            sheet.value(0, 2, "Cost");
            sheet.value(1, 0, 9990123454L);
            sheet.value(1, 1, LocalDate.of(2025, 4, 1));
            sheet.style(1, 1).format("dd/mm/yyyy").set();
            sheet.value(1, 2, new BigDecimal("12.50"));
            sheet.value(2, 1, LocalDateTime.of(2025, 4, 1, 13, 5));
            sheet.style(2, 1).format("dd mmm yyyy hh:mm").set();
            sheet.hideRow(2);
        });
        List<RawRow> rows = rows(file);
        assertThat(rows.get(1).cells()).containsExactly("9990123454", "2025-04-01", "12.5");
        assertThat(rows.get(2).cells().get(1)).isEqualTo("2025-04-01 13:05");
        assertThat(rules(rows.get(2))).containsExactly("hidden row");
    }

    @Test
    void merged_cells_hold_their_value_in_the_first_and_every_row_of_them_says_so() throws IOException {
        Path file = workbook(sheet -> {
            sheet.value(0, 0, "Ward");
            sheet.value(1, 0, "Oak");
            sheet.range(1, 0, 2, 0).merge();
            sheet.value(2, 1, 5);
        });
        List<RawRow> rows = rows(file);
        assertThat(rows.get(0).notes()).isEmpty();
        assertThat(rules(rows.get(1))).containsExactly("merged cells");
        assertThat(rows.get(2).cells()).containsExactly("", "5");
        assertThat(rules(rows.get(2))).containsExactly("merged cells");
    }

    @Test
    void days_are_counted_from_1904_where_the_workbook_says_so() throws IOException {
        String cell = "<c r='A1' s='1'><v>36525</v></c>";
        assertThat(rows(excel("<workbookPr/>", cell)).get(0).cells()).containsExactly("1999-12-31");
        assertThat(rows(excel("<workbookPr date1904='1'/>", cell)).get(0).cells())
                .containsExactly("2004-01-01");
    }

    @Test
    void a_formula_counts_by_its_value_and_an_error_is_never_taken_for_empty() throws IOException {
        RawRow row = rows(excel(
                        "<workbookPr/>",
                        "<c r='A1' t='str'><f>B1</f><v>Oak</v></c><c r='B1'><f>1+1</f><v>2</v></c>"
                                + "<c r='C1' s='1'><f>TODAY()</f><v>45748</v></c><c r='D1' t='e'><v>#REF!</v></c><c r='E1'><f>X1</f></c>"))
                .get(0);
        assertThat(row.cells()).containsExactly("Oak", "2", "2025-04-01", "#REF!", "");
        assertThat(rules(row)).containsExactly("formula with an error", "formula without a value");
    }

    @Test
    void an_entity_in_a_workbook_is_never_resolved() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        String evil = "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>";
        Path file = excel("<workbookPr/>", "<c r='A1' t='inlineStr'><is><t>&e;</t></is></c>", evil);
        assertThatThrownBy(() -> rows(file)).isInstanceOf(UnreadableFile.class);
        Path document = zip(Map.of("content.xml", evil + content("<text:p>&e;</text:p>")));
        assertThatThrownBy(() -> rows(document)).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void a_cell_outside_every_sheet_is_refused() throws IOException {
        Path file = excel("<workbookPr/>", "<c r='ZZZZZZ1'><v>1</v></c>");
        assertThatThrownBy(() -> rows(file)).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void what_unpacks_out_of_all_proportion_is_refused() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        }
        assertThat(Files.size(file)).isLessThan(1 << 20);
        assertThatThrownBy(() -> rows(file)).isInstanceOf(UnreadableFile.class).hasMessageContaining("256 MB");
    }

    @Test
    void an_open_document_is_read_with_repeats_spaces_dates_and_without_comments() throws IOException {
        Path file = zip(
                Map.of(
                        "content.xml",
                        content("<text:p>Person ID</text:p>", "<text:p>Date</text:p>")
                                .replace(
                                        "</table:table>",
                                        "<table:table-row table:number-rows-repeated='2'>"
                                                + "<table:table-cell office:value-type='float' office:value='9990123454.0'><text:p>9,990,123,454</text:p></table:table-cell>"
                                                + "<table:table-cell office:value-type='date' office:date-value='2025-04-01'><office:annotation><text:p>why?</text:p></office:annotation><text:p>1 Apr</text:p></table:table-cell>"
                                                + "<table:table-cell table:number-columns-repeated='16000'/></table:table-row>"
                                                + "<table:table-row table:number-rows-repeated='1000000'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
                                                + "<table:table-row table:visibility='collapse'><table:table-cell><text:p>a<text:s text:c='2'/>b</text:p><text:p>c</text:p></table:table-cell></table:table-row></table:table>")));
        List<RawRow> rows = rows(file);
        assertThat(rows).hasSize(4);
        assertThat(rows.get(2).cells()).containsExactly("9990123454", "2025-04-01");
        assertThat(rows.get(3).rowNumber()).isEqualTo(1_000_004);
        assertThat(rows.get(3).cells()).containsExactly("a  b\nc");
        assertThat(rules(rows.get(3))).containsExactly("hidden row");
    }

    @Test
    void an_open_document_that_stands_for_more_rows_than_a_sheet_has_is_refused() throws IOException {
        Path file = zip(Map.of(
                "content.xml",
                content("<text:p>x</text:p>")
                        .replace("<table:table-row>", "<table:table-row table:number-rows-repeated='2000000000'>")));
        assertThatThrownBy(() -> rows(file)).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void protected_files_are_refused_kindly() throws IOException {
        Path document = zip(Map.of(
                "content.xml",
                "scrambled",
                "META-INF/manifest.xml",
                "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"));
        assertThatThrownBy(() -> rows(document)).hasMessageContaining("password");
        ByteArrayOutputStream ole = new ByteArrayOutputStream();
        ole.writeBytes(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
        ole.writeBytes("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));
        Path workbook = Files.write(folder.resolve("locked.xlsx"), ole.toByteArray());
        assertThatThrownBy(() -> rows(workbook)).hasMessageContaining("password");
    }

    private static String content(String... cells) {
        StringBuilder row = new StringBuilder();
        for (String cell : cells) {
            row.append("<table:table-cell office:value-type='string'>")
                    .append(cell)
                    .append("</table:table-cell>");
        }
        return "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                + " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'>"
                + "<office:body><office:spreadsheet><table:table table:name='Return'><table:table-row>" + row
                + "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>";
    }

    private Path excel(String properties, String cells) throws IOException {
        return excel(properties, cells, "");
    }

    private Path excel(String properties, String cells, String doctype) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", Packed.TYPES);
        parts.put(
                "_rels/.rels",
                Packed.RELATIONS
                        .replace("worksheets/sheet1.xml", "xl/workbook.xml")
                        .replace("/worksheet'", "/officeDocument'"));
        parts.put(
                "xl/workbook.xml",
                "<workbook " + Packed.MAIN
                        + " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>" + properties
                        + "<sheets><sheet name='Return' sheetId='1' r:id='r1'/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", Packed.RELATIONS);
        parts.put("xl/sharedStrings.xml", "<sst " + Packed.MAIN + "/>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet " + Packed.MAIN
                        + "><cellXfs count='2'><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                doctype + "<worksheet " + Packed.MAIN + "><sheetData><row r='1'>" + cells
                        + "</row></sheetData></worksheet>");
        return zip(parts);
    }

    private Path zip(Map<String, String> parts) throws IOException {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        parts.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return Files.write(Files.createTempFile(folder, "file", ".zip"), Packed.zip(bytes));
    }

    /** Fills a sheet. */
    private interface Filling {
        void fill(Worksheet sheet);
    }

    private Path workbook(Filling filling) throws IOException {
        Path file = Files.createTempFile(folder, "book", ".xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            filling.fill(workbook.newWorksheet("Return"));
        }
        return file;
    }

    private static List<String> rules(RawRow row) {
        return row.notes().stream().map(Note::rule).toList();
    }

    static List<RawRow> rows(Path file) throws IOException {
        List<RawRow> all = new ArrayList<>();
        try (SourceFile source = SourceFile.open(file, "return")) {
            for (Sheet sheet : source.sheets()) {
                all.addAll(sheet.head(Integer.MAX_VALUE));
            }
        }
        return all;
    }
}
