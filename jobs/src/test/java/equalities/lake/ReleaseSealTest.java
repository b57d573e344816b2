package equalities.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseSealTest {
    private static final String MADE_FROM = "0123456789abcdef";

    @TempDir
    static Path keys = Path.of(".");

    @TempDir
    Path release = Path.of(".");

    @BeforeEach
    void seal() throws IOException {
        Files.writeString(release.resolve("counts.csv"), "period,value\n2025-26,5\n");
        Files.writeString(release.resolve("report.html"), "<p>5</p>\n");
        ReleaseSeal.write(release, Map.of("made_from", MADE_FROM), SigningKey.readOrMake(keys.resolve("key")));
        Files.writeString(release.resolve("complete"), MADE_FROM);
    }

    /** One bit of every byte of every file, each time another of the eight. */
    @Test
    void whatever_bit_is_turned_its_file_is_named_and_no_other() throws IOException {
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] ^= (byte) (1 << i % 8);
                Files.write(file, bytes);
                assertThat(touchedFiles()).as("byte " + i + " of " + file).containsExactly(name(file));
                bytes[i] ^= (byte) (1 << i % 8);
            }
            Files.write(file, bytes);
        }
        assertThat(touchedFiles()).isEmpty();
    }

    @Test
    void a_file_that_is_gone_or_was_added_is_named() throws IOException {
        Files.delete(release.resolve("report.html"));
        Files.createDirectory(release.resolve("more"));
        Files.createSymbolicLink(release.resolve("link"), keys.resolve("key"));
        assertThat(touchedFiles()).containsExactly("report.html", "link", "more");
    }

    @Test
    void without_its_facts_or_its_signature_nothing_is_believed() throws IOException {
        Files.delete(release.resolve("release.json.sig"));
        assertThat(touchedFiles()).containsExactly("release.json.sig");
    }

    @Test
    void a_release_that_was_made_anew_with_another_key_is_seen_by_who_has_the_publishers() throws IOException {
        Path publishers = SigningKey.publicHalf(keys.resolve("key"));
        ReleaseSeal.write(release, Map.of("made_from", MADE_FROM), SigningKey.readOrMake(keys.resolve("forger")));
        assertThat(ReleaseCheck.touched(release, null)).isEmpty();
        assertThat(ReleaseCheck.touched(release, SigningKey.readPublic(publishers)))
                .contains("release.json.sig was made with another key than the one you named");
    }

    private List<String> touchedFiles() throws IOException {
        return ReleaseCheck.touched(release, null).stream()
                .map(t -> t.split(" ")[0])
                .toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(release)) {
            return all.sorted().toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
