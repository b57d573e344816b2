package equalities.record.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import equalities.record.Register;
import equalities.record.TimeLimit;
import equalities.record.bytes.FileBytes;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway.Init")
class ReportTest {
    private static final Specification SPECIFICATION = SpecificationReader.read(
            Path.of(System.getProperty("equalities.root", "..")).resolve("schemas"));
    private static final TimeLimit LIMIT = new TimeLimit(Duration.ofMinutes(10));
    private static final String HEADINGS = "Site Code,Measure,Characteristic,Group,Count\n";
    private static final String GOOD = "S1,accessed,All,All,";

    @TempDir
    Path folder;

    private Spill spill;

    @BeforeEach
    void open() throws IOException {
        spill = Spill.open();
    }

    @AfterEach
    void close() throws IOException {
        spill.close();
    }

    private FileReport report(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("counts.csv"), text);
        Validator.Asked asked = new Validator.Asked(Optional.of("2025-26-Q1"), Optional.of("T1"), Register.NONE);
        return new Validator(SPECIFICATION, asked, LIMIT).validate(FileBytes.of(file), "counts.csv", spill);
    }

    private static String good(int rows) {
        StringBuilder all = new StringBuilder(HEADINGS);
        for (int i = 0; i < rows; i++) {
            all.append(GOOD).append(i).append('\n');
        }
        return all.toString();
    }

    private static String text(FileReport report) {
        StringWriter text = new StringWriter();
        ReportText.write(report, new PrintWriter(text, true));
        return text.toString();
    }

    @Test
    void every_fault_is_told_the_worst_cause_first_and_runs_of_rows_once() throws IOException {
        FileReport report = report(good(3) + "S1,accessed,All,All,ten\n".repeat(1) + "S2,accessed,All,All,ten\n"
                + "S3,laughed,All,All,1\nS4,accessed,All,All,ten\n");
        assertThat(report.causes()).extracting(Cause::count).containsExactly(3L, 1L);
        assertThat(text(report))
                .contains("4 of 7 rows (57.14 %) need mending")
                .contains("1. Column E 'Count': not a whole number")
                .contains("row 5 to 6: ten")
                .contains("row 8: ten")
                .contains("2. Column B 'Measure': not in the list")
                .contains("row 7: laughed");
    }

    @Test
    void the_mend_of_a_cause_is_what_all_its_faults_share_and_each_says_the_rest() throws IOException {
        String cases = "Case Ref,Person ID,Date of Birth,Referral Date,Site Code,Ethnic Origin\n"
                + "1,9991234578,01/02/1980,03/04/2025,S1,Bangladeshy\n2,9991234586,01/02/1980,03/04/2025,S1,Pakstani\n";
        FileReport report = report(cases);
        assertThat(report.causes()).hasSize(1);
        assertThat(report.causes().get(0).fix()).startsWith("Write one of").doesNotContain("Nearest");
        assertThat(text(report)).contains("row 2: Bangladeshy  Nearest", "row 3: Pakstani  Nearest");
    }

    @Test
    void a_thousand_faults_are_a_thousand_lines_of_json() throws IOException {
        StringBuilder text = new StringBuilder(HEADINGS);
        for (int i = 0; i < 1_000; i++) {
            text.append(GOOD).append("about ").append(i).append('\n');
        }
        StringWriter json = new StringWriter();
        new ReportJson(true).write(Map.of("command", "validate"), List.of(report(text.toString())), json);
        JsonNode cause = new ObjectMapper().readTree(json.toString()).at("/files/0/causes/0");
        assertThat(cause.at("/times").asInt()).isEqualTo(1_000);
        assertThat(cause.at("/faults")).hasSize(1_000);
        assertThat(cause.at("/faults/999/found").asText()).isEqualTo("about 999");
        assertThat(cause.at("/faults/999/row").asInt()).isEqualTo(1_001);
        assertThat(json.toString()).doesNotContain("\n");
    }

    @Test
    void without_leave_nothing_of_a_cell_is_shown() throws IOException {
        StringWriter json = new StringWriter();
        new ReportJson(false).write(Map.of(), List.of(report(HEADINGS + GOOD + "a secret\n")), json);
        assertThat(json.toString()).contains("not a whole number").doesNotContain("secret");
    }

    @Test
    void a_file_without_a_filled_row_has_not_passed() throws IOException {
        assertThat(report(HEADINGS).status()).isEqualTo(FileReport.Status.NOTHING_TO_CHECK);
        assertThat(report(HEADINGS + ",,,,\n").status()).isEqualTo(FileReport.Status.NOTHING_TO_CHECK);
        assertThat(report(good(1)).status()).isEqualTo(FileReport.Status.PASSED);
    }

    @Test
    void a_file_of_no_known_layout_would_be_set_aside_with_a_mend() throws IOException {
        FileReport report = report("Week,Monday\n1,Sam\n");
        assertThat(report.status()).isEqualTo(FileReport.Status.SET_ASIDE);
        assertThat(text(report)).contains("would be set aside").contains("Mend: ");
    }

    @Test
    void a_file_that_never_ends_would_be_set_aside_with_a_mend() throws IOException {
        Validator.Asked asked = new Validator.Asked(Optional.of("2025-26-Q1"), Optional.of("T1"), Register.NONE);
        Validator hasty = new Validator(SPECIFICATION, asked, new TimeLimit(Duration.ofMillis(300)));
        FileReport report = hasty.validate(() -> new Endless(HEADINGS, GOOD + "1\n"), "counts.csv", spill);
        assertThat(report.status()).isEqualTo(FileReport.Status.SET_ASIDE);
        assertThat(text(report))
                .contains("took longer to be read than files may")
                .contains("Mend: Send it in parts");
    }

    /** A file whose rows come again for ever. */
    private static final class Endless implements SeekableByteChannel {
        private final byte[] headings;
        private final byte[] row;
        private long at;

        Endless(String headings, String row) {
            this.headings = headings.getBytes(UTF_8);
            this.row = row.getBytes(UTF_8);
        }

        @Override
        public int read(ByteBuffer to) {
            int read = to.remaining();
            for (; to.hasRemaining(); at++) {
                to.put(at < headings.length ? headings[(int) at] : row[(int) ((at - headings.length) % row.length)]);
            }
            return read;
        }

        @Override
        public int write(ByteBuffer from) {
            throw new NonWritableChannelException();
        }

        @Override
        public long position() {
            return at;
        }

        @Override
        public SeekableByteChannel position(long place) {
            at = place;
            return this;
        }

        @Override
        public long size() {
            return headings.length + row.length;
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    @Test
    void what_cannot_be_checked_without_knowing_more_is_said() throws IOException {
        Path file = Files.writeString(folder.resolve("counts.csv"), good(1));
        Validator.Asked nothing = new Validator.Asked(Optional.empty(), Optional.empty(), Register.NONE);
        assertThat(text(new Validator(SPECIFICATION, nothing, LIMIT).validate(FileBytes.of(file), "counts.csv", spill)))
                .contains("--register", "--period", "--provider");
    }

    @Test
    void the_page_escapes_what_is_written_and_needs_no_network() throws IOException {
        StringWriter page = new StringWriter();
        ReportHtml.write(List.of(report(HEADINGS + GOOD + "<script>alert(1)</script>\n")), "Made here.", page);
        assertThat(page.toString())
                .contains("&lt;script&gt;")
                .doesNotContain("<script", "http://", "https://")
                .contains("lang=\"en-GB\"", "<caption>", "scope=\"col\"", "Made here.");
    }

    @Test
    void a_cell_cannot_move_the_cursor_of_a_terminal() throws IOException {
        assertThat(text(report(HEADINGS + GOOD + "\u001b[2Jten\n"))).doesNotContain("\u001b");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 100, 0 %",
        "1, 1000000, under 0.01 %",
        "999999, 1000000, over 99.99 %",
        "1000000, 1000000, 100 %",
        "1, 3, 33.33 %",
        "3, 812, 0.37 %"
    })
    void a_percentage_never_rounds_something_to_nothing_nor_nearly_all_to_all(long part, long whole, String share) {
        assertThat(Share.of(part, whole)).isEqualTo(share);
    }
}
