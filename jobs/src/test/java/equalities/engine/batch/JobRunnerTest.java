package equalities.engine.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class JobRunnerTest {
    @TempDir
    Path folder;

    private final List<String> done = new ArrayList<>();

    @Test
    void a_job_that_was_stopped_before_its_step_ended_continues() throws Exception {
        cutOff();
        try (Connection database = DriverManager.getConnection(url());
                Statement statement = database.createStatement()) {
            statement.executeUpdate("update BATCH_STEP_EXECUTION set STATUS = 'STOPPING', END_TIME = null");
            statement.executeUpdate("update BATCH_JOB_EXECUTION set STATUS = 'STOPPED', EXIT_CODE = 'STOPPED'");
        }
        run(() -> done.add("continued"));
        assertThat(done).containsExactly("continued");
    }

    @Test
    void a_job_that_a_killed_process_had_half_begun_begins() throws Exception {
        cutOff();
        try (Connection database = DriverManager.getConnection(url());
                Statement statement = database.createStatement()) {
            for (String table : List.of(
                    "BATCH_STEP_EXECUTION_CONTEXT",
                    "BATCH_STEP_EXECUTION",
                    "BATCH_JOB_EXECUTION_CONTEXT",
                    "BATCH_JOB_EXECUTION_PARAMS",
                    "BATCH_JOB_EXECUTION")) {
                statement.executeUpdate("delete from " + table);
            }
        }
        run(() -> done.add("begun"));
        assertThat(done).containsExactly("begun");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 8})
    void tables_that_a_killed_process_had_half_made_are_made(int statements) throws Exception {
        String script = new ClassPathResource("org/springframework/batch/core/schema-h2.sql").getContentAsString(UTF_8);
        List<String> all = List.of(script.strip().split(";"));
        assertThat(all).hasSize(9);
        try (Connection database = DriverManager.getConnection(url());
                Statement statement = database.createStatement()) {
            for (String begun : all.subList(0, statements)) {
                statement.executeUpdate(begun);
            }
        }
        run(() -> done.add("made"));
        assertThat(done).containsExactly("made");
    }

    @Test
    void what_was_made_and_is_gone_is_made_again() throws Exception {
        run(() -> done.add("made"));
        run(() -> done.add("made again"));
        run(() -> done.add("and again"));
        assertThat(done).containsExactly("made", "made again", "and again");
    }

    private void cutOff() {
        assertThatThrownBy(() -> run(() -> {
                    throw new IllegalStateException("cut off");
                }))
                .isInstanceOf(JobFailed.class);
    }

    private void run(BatchStep.Body body) throws Exception {
        RepositorySettings settings = new RepositorySettings(url(), "", "");
        try (JobRunner runner = JobRunner.open(settings, "home")) {
            runner.run("protect", "the same", List.of(new BatchStep.Once("step", body)));
        }
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("jobs");
    }
}
