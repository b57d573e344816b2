package equalities.record.report;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.record.Register;
import equalities.record.RowReference;
import equalities.record.TimeLimit;
import equalities.record.bytes.FileBytes;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MendingWorkbookTest {
    private static final Specification SPECIFICATION = SpecificationReader.read(
            Path.of(System.getProperty("equalities.root", "..")).resolve("schemas"));
    private static final String HEADINGS =
            "Case Ref,Person ID,Date of Birth,Referral Date,Site Code,Referred By,Reasons,Gender\n";
    private static final String GOOD = "A1,9991234578,01/02/1980,03/04/2025,S1,Self,Rights,Female\n";
    private static final List<String> DANGEROUS = List.of(
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-2+3",
            "@SUM(A1)",
            "\t=1+1",
            "\r=1+1",
            "=HYPERLINK(\"x\";\"y\")",
            "'=1",
            "{=1}",
            "＝1+1");

    @TempDir
    Path folder;

    private final Validator validator = new Validator(
            SPECIFICATION,
            new Validator.Asked(Optional.of("2025-26-Q1"), Optional.of("T1"), Register.NONE),
            new TimeLimit(Duration.ofMinutes(10)));

    private Path workbook(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("cases June.csv"), text);
        Path out = folder.resolve("to mend.xlsx");
        try (Spill spill = Spill.open();
                OutputStream to = Files.newOutputStream(out)) {
            FileReport report = validator.validate(FileBytes.of(file), "cases June.csv", spill);
            assertThat(validator.writeWorkbook(FileBytes.of(file), report, "0123456789abcdef", to))
                    .isTrue();
        }
        return out;
    }

    private FileReport validated(Path file) throws IOException {
        try (Spill spill = Spill.open()) {
            return validator.validate(FileBytes.of(file), "back.xlsx", spill);
        }
    }

    private static List<Row> rows(Path workbook) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(workbook.toFile())) {
            return book.findSheet("cases June.csv").orElseThrow().read();
        }
    }

    private static String part(Path workbook, String name) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                if (entry.getName().equals(name)) {
                    return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IOException("no " + name);
    }

    @Test
    void the_sheet_is_the_senders_own_with_the_mend_at_the_end_of_each_wrong_row() throws IOException {
        List<Row> rows = rows(workbook("Our cases\n\n" + HEADINGS + GOOD + GOOD.replace("1980", "80")));
        assertThat(rows.get(0).getCellText(0)).isEqualTo("Our cases");
        Row wrong = rows.get(rows.size() - 1);
        assertThat(wrong.getRowNum()).isEqualTo(5);
        assertThat(wrong.getCellText(2)).isEqualTo("01/02/80");
        assertThat(wrong.getCellText(8)).contains("C 'Date of Birth'");
        assertThat(wrong.getCellText(9)).isEqualTo(RowReference.of("0123456789abcdef", "cases June.csv", 5));
        assertThat(rows.get(rows.size() - 2).getCellCount()).isEqualTo(8);
    }

    @Test
    void a_wrong_cell_has_a_note_and_a_border() throws IOException {
        Path workbook = workbook(HEADINGS + GOOD.replace("1980", "80"));
        assertThat(part(workbook, "xl/comments3.xml")).contains("ref=\"C2\"").contains("year");
        assertThat(part(workbook, "xl/styles.xml")).contains("thick");
    }

    @Test
    void answers_can_be_chosen_from_a_list_where_only_some_are_allowed() throws IOException {
        Path workbook = workbook(HEADINGS + GOOD);
        assertThat(part(workbook, "xl/worksheets/sheet3.xml"))
                .contains("dataValidation")
                .contains("Choices");
        assertThat(part(workbook, "xl/workbook.xml")).contains("state=\"hidden\"");
    }

    @Test
    void no_cell_is_a_formula_whatever_was_typed() throws IOException {
        StringBuilder text = new StringBuilder(HEADINGS);
        for (String cell : DANGEROUS) {
            text.append(GOOD.replace("Rights", "\"" + cell.replace("\"", "\"\"") + "\"")
                    .replace("1980", "80"));
        }
        Path workbook = workbook(text.toString());
        String sheet = part(workbook, "xl/worksheets/sheet3.xml");
        assertThat(sheet).doesNotContain("<f>", "<f ");
        assertThat(Pattern.compile("<c [^>]*>").matcher(sheet).results().map(MatchResult::group))
                .isNotEmpty()
                .allMatch(c -> c.contains("t=\"inlineStr\"") && !c.contains("s=\"0\""));
        assertThat(part(workbook, "xl/styles.xml")).contains("formatCode=\"@\"");
        List<Cell> typed =
                rows(workbook).stream().skip(1).map(r -> r.getCell(6)).toList();
        assertThat(typed).allMatch(c -> c.getType() == CellType.STRING);
        assertThat(typed).allMatch(c -> c.getFormula() == null);
        assertThat(typed.stream().map(Cell::getText).map(String::strip))
                .containsExactlyElementsOf(DANGEROUS.stream().map(String::strip).toList());
    }

    @Test
    void our_own_reader_reads_it_back_and_finds_the_same() throws IOException {
        String text = HEADINGS
                + GOOD
                + GOOD.replace("1980", "80")
                + GOOD.replace("A1", "A2").replace("S1,", ",");
        FileReport before = validated(Files.writeString(folder.resolve("before.csv"), text));
        FileReport back = validated(workbook(text));
        assertThat(back.rows()).isEqualTo(before.rows());
        assertThat(back.causes())
                .extracting(ReportWords::title)
                .isEqualTo(before.causes().stream().map(ReportWords::title).toList());
    }

    @Test
    void several_tables_of_one_sheet_come_back_as_sheets_of_their_own() throws IOException {
        String text = HEADINGS + GOOD.replace("1980", "1880")
                + "\nSite Code,Measure,Characteristic,Group,Count\nS1,accessed,All,All,ten\n";
        FileReport before = validated(Files.writeString(folder.resolve("before.csv"), text));
        assertThat(before.sheets()).hasSize(2);
        FileReport back = validated(workbook(text));
        assertThat(back.sheets()).hasSize(2);
        assertThat(back.rows().held()).isEqualTo(before.rows().held());
    }

    @Test
    void a_table_on_its_side_comes_back_upright_with_the_wrong_cell_marked() throws IOException {
        String[] headings = HEADINGS.strip().split(",");
        String[] wrong = GOOD.replace("1980", "1880").strip().split(",");
        String[] right = GOOD.replace("A1", "A2").strip().split(",");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < headings.length; i++) {
            text.append(headings[i])
                    .append(',')
                    .append(wrong[i])
                    .append(',')
                    .append(right[i])
                    .append('\n');
        }
        FileReport before = validated(Files.writeString(folder.resolve("before.csv"), text));
        assertThat(before.rows().held()).isEqualTo(1);
        Path workbook = workbook(text.toString());
        assertThat(part(workbook, "xl/comments3.xml")).contains("ref=\"C2\"");
        assertThat(validated(workbook).rows().held()).isEqualTo(1);
    }

    @Test
    void a_file_that_is_set_aside_has_no_workbook() throws IOException {
        Path file = Files.writeString(folder.resolve("rota.csv"), "Week,Monday\n1,Sam\n");
        try (Spill spill = Spill.open()) {
            FileReport report = validator.validate(FileBytes.of(file), "rota.csv", spill);
            assertThat(validator.writeWorkbook(
                            FileBytes.of(file), report, "0123456789abcdef", OutputStream.nullOutputStream()))
                    .isFalse();
        }
    }
}
