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

    @Test
    void the_folder_above_or_below_is_told_from_the_landing_area() throws IOException {
        Path landing = folder.resolve("landing");
        Path period = landing.resolve("2025-26-Q1");
        Files.createDirectories(period.resolve("AD01"));
        Files.createDirectories(folder.resolve("another"));
        assertThat(area(folder).meant()).contains(landing);
        assertThat(area(period).meant()).contains(landing);
        assertThat(area(landing).meant()).isEmpty();
        assertThat(area(folder.resolve("another")).meant()).as("nothing there").isEmpty();
    }

    private static LandingArea area(Path root) {
        return new LandingArea(root, Optional.empty());
    }
}
