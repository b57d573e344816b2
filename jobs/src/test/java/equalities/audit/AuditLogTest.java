package equalities.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import equalities.audit.AuditCheck.Fault;
import equalities.audit.Event.What;
import equalities.lake.Home;
import equalities.lake.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
    private static final int LINES = 6;

    @TempDir
    Path folder;

    private Home home = new Home(Path.of("."));
    private Path kept = Path.of(".");

    @BeforeEach
    void write() throws IOException {
        home = new Home(folder.resolve("home"));
        home.prepare();
        kept = folder.resolve("anchor");
        for (int i = 0; i < LINES; i++) {
            append("a run " + i);
        }
    }

    @Test
    void a_log_as_it_was_written_passes_and_its_anchor_knows_its_end() throws IOException {
        assertThat(check()).isEqualTo(new AuditCheck.Result(LINES, null, List.of()));
    }

    @Test
    void each_character_that_is_changed_is_seen_in_its_line() throws IOException {
        List<String> lines = lines();
        for (int line = 0; line < LINES; line++) {
            String text = lines.get(line);
            for (int at = 0; at < text.length(); at += 29) {
                List<String> changed = new ArrayList<>(lines);
                changed.set(
                        line, text.substring(0, at) + (text.charAt(at) == 'a' ? 'b' : 'a') + text.substring(at + 1));
                put(changed);
                assertThat(fault().line())
                        .as("character %d of line %d", at, line + 1)
                        .isEqualTo(line + 1L);
            }
        }
    }

    @Test
    void a_line_that_is_cut_out_is_seen_where_it_was() throws IOException {
        for (int line = 0; line < LINES - 1; line++) {
            List<String> fewer = new ArrayList<>(lines());
            String cut = fewer.remove(line);
            put(fewer);
            assertThat(fault().line()).isEqualTo(line + 1L);
            fewer.add(line, cut);
            put(fewer);
        }
    }

    @Test
    void lines_that_change_places_are_seen_at_the_first() throws IOException {
        List<String> lines = new ArrayList<>(lines());
        Collections.swap(lines, 2, 4);
        put(lines);
        assertThat(fault()).isEqualTo(new Fault(3, "was written as line 5: lines were cut out, put in or moved"));
    }

    @Test
    void a_line_of_another_log_that_is_put_in_is_seen() throws IOException {
        List<String> lines = new ArrayList<>(lines());
        lines.add(3, lines.get(1));
        put(lines);
        assertThat(fault().line()).isEqualTo(4);
    }

    @Test
    void an_end_that_is_cut_off_is_missed_by_the_anchor_and_without_one_that_is_said() throws IOException {
        put(lines().subList(0, 4));
        assertThat(fault().line()).isEqualTo(4);
        assertThat(fault().what()).contains("its anchor knew line 6");
        AuditCheck.Result alone = AuditCheck.of(home, publicKey(), List.of());
        assertThat(alone.fault()).isNull();
        assertThat(alone.notes()).singleElement().asString().contains("set audit-anchor");
    }

    @Test
    void a_log_that_is_begun_anew_is_told_from_the_one_that_the_anchor_knew() throws IOException {
        Files.delete(AuditLog.file(home));
        assertThat(fault().what()).contains("begins another log");
        append("a new one");
        assertThat(fault().what()).contains("begins another log");
    }

    @Test
    void a_log_that_was_signed_again_from_a_line_on_with_another_key_is_told() throws IOException {
        put(lines().subList(0, 4));
        SigningKey.readOrMake(folder.resolve("other key"));
        new AuditLog(home, folder.resolve("other key"), new Anchor.None(), Clock.systemUTC())
                .append(Actor.thisProcess(), List.of(new Event(What.BEGAN, Map.of())));
        assertThat(AuditCheck.of(home, publicKey(), List.of()).fault())
                .isEqualTo(new Fault(5, "is signed with another key than " + publicKey()));
    }

    @Test
    void a_line_that_was_half_written_when_the_power_went_is_left_and_the_next_one_vouches_for_it() throws IOException {
        Files.writeString(AuditLog.file(home), "{\"line\":7,\"log\":\"ab", StandardOpenOption.APPEND);
        assertThat(check().notes()).first().asString().startsWith("The last line was cut off");
        append("the next run");
        assertThat(check().fault()).isNull();
        assertThat(check().notes()).containsExactly("Line 7 was cut off while it was written; the next one says so.");
        List<String> lines = new ArrayList<>(lines());
        lines.set(6, lines.get(6) + " more");
        put(lines);
        assertThat(fault().line()).isEqualTo(7);
    }

    @Test
    void several_processes_at_once_never_write_into_the_line_of_another_nor_under_another_s_name() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            writers.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin/java").toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Duser.name=somebody-else",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            home.root().toString(),
                            "30")
                    .inheritIO()
                    .start());
        }
        IntStream.range(0, 30).parallel().forEach(i -> {
            try {
                append("number " + i);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        for (Process writer : writers) {
            assertThat(writer.waitFor()).isZero();
        }
        assertThat(check().lines()).isEqualTo(LINES + 90);
        assertThat(lines()).noneMatch(line -> line.contains("somebody-else"));
        assertThat(check().fault()).isNull();
    }

    @Test
    void a_number_that_a_folder_was_named_after_is_not_written_down() {
        assertThat(Event.place(Path.of("/to/999 000 0018/2025-26-Q1/9990000018-x")))
                .isEqualTo("/to/#/2025-26-Q1/#-x");
    }

    @Test
    void an_anchor_that_is_not_there_stops_the_command_with_the_mend() {
        Anchor anchor = Anchor.of(folder.resolve("none/there").toString());
        assertThatThrownBy(() -> log(anchor).append(Actor.thisProcess(), List.of(new Event(What.BEGAN, Map.of()))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("audit-anchor=FILE");
    }

    private AuditLog log(Anchor anchor) {
        return new AuditLog(home, home.state().resolve("signing_key"), anchor, Clock.systemUTC());
    }

    private void append(String what) throws IOException {
        log(Anchor.of(kept.toString())).append(Actor.thisProcess(), List.of(new Event(What.BEGAN, Map.of("of", what))));
    }

    private Path publicKey() {
        return SigningKey.publicHalf(home.state().resolve("signing_key"));
    }

    private AuditCheck.Result check() throws IOException {
        return AuditCheck.of(home, publicKey(), Anchor.of(kept.toString()).heads());
    }

    private Fault fault() throws IOException {
        Fault fault = check().fault();
        assertThat(fault).isNotNull();
        return Objects.requireNonNull(fault);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(AuditLog.file(home));
    }

    private void put(List<String> lines) throws IOException {
        Files.writeString(AuditLog.file(home), String.join("\n", lines) + "\n");
    }
}
