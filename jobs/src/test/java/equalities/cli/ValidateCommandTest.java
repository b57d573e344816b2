package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private record Said(int exit, String out) {}

    private static Said say(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            return new Said(Equalities.run(arguments), out.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void held_rows_refuse_the_file_and_the_last_line_is_json() {
        Said said = say("validate", EXAMPLE);
        assertThat(said.exit()).isEqualTo(65);
        assertThat(said.out().lines().reduce((a, b) -> b).orElseThrow())
                .startsWith("{\"command\":\"validate\"")
                .contains("\"status\":\"rows held\"");
    }

    @Test
    void a_right_file_may_be_sent_and_one_without_rows_has_not_passed() throws IOException {
        assertThat(say("validate", file("right.csv", HEADINGS + "S1,accessed,All,All,3\n"))
                        .exit())
                .isZero();
        assertThat(say("validate", file("none.csv", HEADINGS)).exit()).isEqualTo(65);
    }

    @Test
    void json_is_one_document_on_one_line() {
        assertThat(say("validate", "--json", EXAMPLE).out().lines()).hasSize(1);
    }

    @Test
    void the_register_is_asked_for_sites_and_for_the_provider() throws IOException {
        String counts = file("counts.csv", HEADINGS + "NOWHERE,accessed,All,All,3\n");
        assertThat(say("validate", counts).exit()).isZero();
        assertThat(say("validate", "--register", REGISTER, counts).out()).contains("site not registered");
        String[] nobody = {"--register", REGISTER, "--period", "2025-26-Q1", "--provider", "XX9"};
        assertThat(say("validate", nobody[0], nobody[1], nobody[2], nobody[3], nobody[4], nobody[5], counts)
                        .out())
                .contains("Nobody registered the provider 'XX9'");
    }

    @Test
    void a_page_and_a_workbook_are_written_when_asked_for() {
        Path page = folder.resolve("page.html");
        Path workbook = folder.resolve("mend.xlsx");
        say("validate", "--html", page.toString(), "--workbook", workbook.toString(), EXAMPLE);
        assertThat(page).isNotEmptyFile();
        assertThat(workbook).isNotEmptyFile();
    }

    @Test
    void the_centre_writes_a_page_and_a_workbook_for_each_provider_with_held_rows() throws IOException {
        Path period = folder.resolve("landing/2025-26-Q1");
        Files.createDirectories(period.resolve("EX1"));
        Files.createDirectories(period.resolve("register"));
        for (String name : java.util.List.of("providers.csv", "sites.csv")) {
            Files.copy(
                    EXAMPLES.resolve("example-register").resolve(name),
                    period.resolve("register").resolve(name));
        }
        Files.copy(Path.of(EXAMPLE), period.resolve("EX1/returns June.csv"));
        String home = folder.resolve("home").toString();
        String out = folder.resolve("out").toString();
        assertThat(say("receive", "--landing", folder.resolve("landing").toString(), "--home", home)
                        .exit())
                .isZero();
        assertThat(say("held", "--home", home, "--out", out).exit()).isZero();
        Path sender = folder.resolve("out/EX1/2025-26-Q1");
        assertThat(sender.resolve("returns June.csv to mend.xlsx")).isNotEmptyFile();
        assertThat(sender.resolve("to mend.html")).content().contains("meant for their sender only");
        assertThat(sender.resolve("to mend.json")).content().contains("\"provider\":\"EX1\"");
    }

    @Test
    void a_file_that_is_not_there_or_a_period_that_is_none_is_a_matter_of_usage() {
        assertThat(say("validate", folder.resolve("nothing.csv").toString()).exit())
                .isEqualTo(64);
        assertThat(say("validate", "--period", "last year", EXAMPLE).exit()).isEqualTo(64);
    }
}
