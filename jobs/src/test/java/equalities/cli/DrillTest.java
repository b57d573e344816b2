package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillTest {
    @TempDir
    Path folder;

    @Test
    @Tag("drill")
    void receiving_that_is_cut_off_loses_nothing() throws Exception {
        assertThat(drill("--up-to", "receive", "--kills", "4", "--people", "40"))
                .contains("\"exit\":0", "\"kills\":4", "\"failures\":[]");
        assertThat(folder.resolve("drill-1")).as("cleared").doesNotExist();
    }

    @Test
    @Tag("drill")
    void a_commit_that_is_not_atomic_is_caught() throws Exception {
        assertThat(drill("--up-to", "receive", "--kills", "1", "--people", "40", "--plant"))
                .contains(
                        "\"exit\":1", "BROKEN_COMMIT at before rename received/current.json the next start ended with");
        assertThat(Files.exists(folder.resolve("drill-1/lap-1"))).as("kept").isTrue();
    }

    @Test
    @Tag("drill")
    void two_hundred_kills_of_all_stages_lose_nothing() throws Exception {
        assertThat(drill("--kills", "200")).contains("\"exit\":0", "\"kills\":200");
    }

    private String drill(String... more) {
        String[] line = Stream.concat(Stream.of("drill", "--json", "--folder", folder.toString()), Arrays.stream(more))
                .toArray(String[]::new);
        return Told.by(line).out();
    }
}
