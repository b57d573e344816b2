package equalities.stage.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingAreaTest {
    @TempDir
    Path folder;

    @Test
    void links_pipes_and_unprintable_names_are_named_and_refused() throws IOException, InterruptedException {
        Path provider = Files.createDirectories(folder.resolve("2025-26/AD01"));
        Files.writeString(provider.resolve("good.csv"), "a,b\n");
        Files.writeString(provider.resolve("line\nend.csv"), "a,b\n");
        Files.createSymbolicLink(provider.resolve("link.csv"), Path.of("/etc/hostname"));
        Process pipe = new ProcessBuilder("mkfifo", provider.resolve("pipe.csv").toString()).start();
        assertThat(pipe.waitFor()).isZero();
        assertThat(new LandingArea(folder, Optional.empty()).files())
                .extracting(f -> f.fileName() + ": " + f.refusal())
                .containsExactly(
                        "good.csv: null",
                        "line?end.csv: its name has a line end or another sign that cannot be shown.",
                        "link.csv: it is a link and not a file.",
                        "pipe.csv: it is a device or a pipe and not a file.");
    }
}
