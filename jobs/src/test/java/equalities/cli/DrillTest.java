package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.drill.Harm;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrillTest {
    @TempDir
    Path folder;

    /** In every build; the seed is fixed, so that a build that fails can be told what to look at. */
    @Test
    void of_two_hundred_states_of_the_disk_in_which_receiving_is_cut_off_none_loses_a_row() throws Exception {
        String told = drill("--up-to", "receive", "--kills", "0", "--people", "40", "--states", "200");
        System.out.println(told);
        assertThat(told).contains("\"exit\":0", "\"states_of_the_disk\":200", "\"failures\":[]");
    }

    @Test
    @Tag("drill")
    void and_of_a_commit_that_is_not_atomic_they_find_the_state_that_does() throws Exception {
        assertThat(drill("--up-to", "receive", "--kills", "0", "--people", "40", "--states", "200", "--plant"))
                .contains("\"exit\":1", "KILL_AT_POINT at", "before rename received/current.json\",\"what\":");
    }

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

    @ParameterizedTest
    @EnumSource(
            value = Harm.class,
            names = {
                "OUT_OF_MEMORY",
                "CHANGED_INPUT",
                "REWRITTEN_INPUT",
                "VANISHED_LANDING",
                "DISK_FULL",
                "READ_ONLY",
                "VANISHED_FOLDER",
                "CLOCK_JUMP"
            })
    @Tag("drill")
    void each_of_the_rarer_harms_loses_nothing(Harm harm) throws Exception {
        assertThat(drill("--up-to", "receive", "--kills", "4", "--people", "40", "--harm", harm.name()))
                .contains("\"exit\":0", "\"kills\":4", "\"failures\":[]");
    }

    @Test
    @Tag("drill")
    void connections_to_the_job_repository_that_are_cut_lose_nothing() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            String url = "repository-url=" + server.getJdbcUrl("postgres", "postgres");
            String[] line = {"--up-to", "receive", "--kills", "4", "--people", "40", "--harm", "LOST_CONNECTION"};
            assertThat(drill(Stream.concat(
                                    Arrays.stream(line), Stream.of("--set", url, "--set", "repository-user=postgres"))
                            .toArray(String[]::new)))
                    .contains("\"exit\":0", "\"kills\":4", "\"failures\":[]");
        }
    }

    @Test
    @Tag("drill")
    void of_ten_that_begin_at_once_one_works() throws Exception {
        assertThat(drill("--up-to", "receive", "--kills", "0", "--people", "40", "--writers", "10"))
                .contains("\"exit\":0", "\"0\":2", "\"failures\":[]");
    }

    @Test
    @Tag("drill")
    void every_named_point_of_receiving_is_recovered_from() throws Exception {
        assertThat(drill("--up-to", "receive", "--kills", "0", "--people", "40", "--every-point"))
                .contains("\"exit\":0", "\"failures\":[]");
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
