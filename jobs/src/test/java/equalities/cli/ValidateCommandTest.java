package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
    private static final Path EXAMPLES =
            Path.of(System.getProperty("equalities.root", "..")).resolve("schemas/returns");
    private static final String EXAMPLE =
            EXAMPLES.resolve("qualifying-patients/national.example.csv").toString();
    private static final String REGISTER = EXAMPLES.resolve("example-register").toString();
    private static final String HEADINGS = "Site Code,Measure,Characteristic,Group,Count\n";

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void held_rows_refuse_the_file_and_the_last_line_is_json() {
        Told said = Told.by("validate", EXAMPLE);
        assertThat(said.exit()).isEqualTo(65);
        assertThat(said.out().lines().reduce((a, b) -> b).orElseThrow())
                .startsWith("{\"command\":\"validate\"")
                .contains("\"status\":\"rows held\"");
    }

    @Test
    void a_right_file_may_be_sent_and_one_without_rows_has_not_passed() throws IOException {
        assertThat(Told.by("validate", file("right.csv", HEADINGS + "S1,accessed,All,All,3\n"))
                        .exit())
                .isZero();
        assertThat(Told.by("validate", file("none.csv", HEADINGS)).exit()).isEqualTo(65);
    }

    @Test
    void a_title_a_sum_and_a_note_below_the_table_need_no_mending() throws IOException {
        String footed = "Case Ref,Person ID,Date of Birth,Referral Date,Site Code\n"
                + "A1,9991234578,13/07/1976,02/06/2025,S1\nTotal,1,,,\nPrepared in July,,,,\n";
        Told said = Told.by("validate", file("footed.csv", footed));
        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .contains("2 of them notes or sums")
                .contains("row 3: Total")
                .contains("row 4: Prepared in July");
    }

    @Test
    void sheets_that_are_hidden_or_of_no_known_layout_are_named() throws IOException {
        Path file = folder.resolve("sheets.xlsx");
        try (Workbook workbook = new Workbook(Files.newOutputStream(file), "test", "1.0")) {
            sheet(workbook, "Counts", "Site Code,Measure,Characteristic,Group,Count", "S1,accessed,All,All,3");
            sheet(workbook, "Old", "Site Code,Measure,Characteristic,Group,Count", "S1,accessed,All,All,9")
                    .setVisibilityState(VisibilityState.HIDDEN);
            sheet(workbook, "Staff", "Name,Desk", "One,2", "Two,3");
        }
        assertThat(Told.by("validate", file.toString()).out())
                .contains("1 row: 1 (100 %) accepted")
                .contains("The sheet 'Old' is hidden and was not read.")
                .contains("The sheet 'Staff' was not read. No return has any of these headings.");
    }

    private static Worksheet sheet(Workbook workbook, String name, String... rows) {
        Worksheet sheet = workbook.newWorksheet(name);
        for (int row = 0; row < rows.length; row++) {
            String[] cells = rows[row].split(",");
            for (int column = 0; column < cells.length; column++) {
                sheet.value(row, column, cells[column]);
            }
        }
        return sheet;
    }

    @Test
    void a_file_of_an_unknown_layout_comes_with_a_draft_of_one() throws IOException {
        String visits = file("visits.csv", "Visit,Person ID,Born,Site Code\n1,9991234578,13/07/1976,S1\n");
        assertThat(Told.by("validate", visits).out())
                .contains("{name: Person ID, column: person_key")
                .contains("# not read: Born, which holds dates");
    }

    @Test
    void each_file_in_a_zip_file_is_told_of_and_an_archive_in_it_is_refused() throws IOException {
        Path zip = folder.resolve("two.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : List.of("right.csv", "wrong.csv")) {
                out.putNextEntry(new ZipEntry(name));
                String count = name.equals("right.csv") ? "3" : "three";
                out.write((HEADINGS + "S1,accessed,All,All," + count + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        Told said = Told.by("validate", zip.toString());
        assertThat(said.exit()).isEqualTo(65);
        assertThat(said.out()).contains("two.zip/right.csv: passed").contains("two.zip/wrong.csv: rows held");
        Path nested = folder.resolve("nested.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(nested))) {
            out.putNextEntry(new ZipEntry("two.zip"));
            Files.copy(zip, out);
        }
        assertThat(Told.by("validate", nested.toString()).out()).contains("another archive");
    }

    @Test
    void json_is_one_document_on_one_line() {
        assertThat(Told.by("validate", "--json", EXAMPLE).out().lines()).hasSize(1);
    }

    @Test
    void the_register_is_asked_for_sites_and_for_the_provider() throws IOException {
        String counts = file("counts.csv", HEADINGS + "NOWHERE,accessed,All,All,3\n");
        assertThat(Told.by("validate", counts).exit()).isZero();
        assertThat(Told.by("validate", "--register", REGISTER, counts).out()).contains("site not registered");
        String[] nobody = {"--register", REGISTER, "--period", "2025-26-Q1", "--provider", "XX9"};
        assertThat(Told.by("validate", nobody[0], nobody[1], nobody[2], nobody[3], nobody[4], nobody[5], counts)
                        .out())
                .contains("Nobody registered the provider 'XX9'");
    }

    @Test
    void a_page_and_a_workbook_are_written_when_asked_for() {
        Path page = folder.resolve("page.html");
        Path workbook = folder.resolve("mend.xlsx");
        Told.by("validate", "--html", page.toString(), "--workbook", workbook.toString(), EXAMPLE);
        assertThat(page).isNotEmptyFile();
        assertThat(workbook).isNotEmptyFile();
    }

    @Test
    void the_centre_writes_a_page_and_a_workbook_for_each_provider_with_held_rows() throws IOException {
        Path period = folder.resolve("landing/2025-26-Q1");
        Files.createDirectories(period.resolve("EX1"));
        Files.createDirectories(period.resolve("register"));
        for (String name : List.of("providers.csv", "sites.csv")) {
            Files.copy(
                    EXAMPLES.resolve("example-register").resolve(name),
                    period.resolve("register").resolve(name));
        }
        Files.copy(Path.of(EXAMPLE), period.resolve("EX1/returns June.csv"));
        String home = folder.resolve("home").toString();
        String out = folder.resolve("out").toString();
        assertThat(Told.by("receive", "--landing", folder.resolve("landing").toString(), "--home", home)
                        .exit())
                .isZero();
        assertThat(Told.by("held", "--home", home, "--out", out).exit()).isZero();
        Path sender = folder.resolve("out/EX1/2025-26-Q1");
        assertThat(sender.resolve("returns June.csv to mend.xlsx")).isNotEmptyFile();
        assertThat(sender.resolve("to mend.html")).content().contains("meant for their sender only");
        assertThat(sender.resolve("to mend.json")).content().contains("\"provider\":\"EX1\"");
    }

    @Test
    void a_file_that_is_not_there_or_a_period_that_is_none_is_a_matter_of_usage() {
        assertThat(Told.by("validate", folder.resolve("nothing.csv").toString()).exit())
                .isEqualTo(64);
        assertThat(Told.by("validate", "--period", "last year", EXAMPLE).exit()).isEqualTo(64);
    }
}
