package equalities.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import equalities.cli.Equalities;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** A real PostgreSQL server keeps the jobs of several homes. */
class PostgresRepositoryTest {
    private static EmbeddedPostgres server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static RepositorySettings postgres() {
        return new RepositorySettings(server.getJdbcUrl("postgres", "postgres"), "postgres", "");
    }

    private static JdbcTemplate ask() {
        return new JdbcTemplate(server.getPostgresDatabase());
    }

    @Test
    void a_server_that_is_not_reached_is_told_with_its_reason_and_the_settings_to_mend() {
        RepositorySettings wrong = new RepositorySettings(
                server.getJdbcUrl("postgres", "nothing") + "&password=hidden", "postgres", "hidden");
        assertThatThrownBy(() -> RepositoryLock.take(wrong, "/home", "a test"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/nothing (FATAL: database \"nothing\" does not exist)")
                .hasMessageContaining("mend repository-url")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void a_look_at_the_server_finds_its_clock_and_that_tables_may_be_made() {
        RepositoryProbe.Found found = RepositoryProbe.look(postgres());
        assertThat(found.mayMakeTables()).isTrue();
        assertThat(found.now()).isAfter(java.time.Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void a_job_that_failed_is_continued_as_the_same_work() throws Exception {
        List<String> done = new ArrayList<>();
        List<BatchStep> failing =
                List.of(new BatchStep.Once("one", () -> done.add("one")), new BatchStep.Once("two", () -> {
                    throw new IOException("the disk is full");
                }));
        try (JobRunner runner = JobRunner.open(postgres(), "continued")) {
            assertThatThrownBy(() -> runner.run("job", "a", failing))
                    .isInstanceOf(JobFailed.class)
                    .hasMessageContaining("'two'");
        }
        try (JobRunner runner = JobRunner.open(postgres(), "continued")) {
            runner.run("job", "a", List.of(failing.get(0), new BatchStep.Once("two", () -> done.add("two"))));
        }
        assertThat(done).containsExactly("one", "one", "two");
        assertThat(ask().queryForList(
                                "select status from batch_job_execution where job_instance_id in (select job_instance_id"
                                        + " from batch_job_execution natural join batch_job_execution_params"
                                        + " where parameter_value = 'continued') order by job_execution_id",
                                String.class))
                .containsExactly("FAILED", "COMPLETED");
    }

    @Test
    void what_runs_in_another_home_is_let_be() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        List<BatchStep> slow = List.of(new BatchStep.Once("wait", () -> {
            started.countDown();
            mayEnd.await();
        }));
        try (JobRunner one = JobRunner.open(postgres(), "one");
                JobRunner other = JobRunner.open(postgres(), "other")) {
            List<Throwable> failures = new ArrayList<>();
            Thread running = new Thread(() -> {
                try {
                    one.run("shared", "a", slow);
                } catch (JobFailed e) {
                    failures.add(e);
                }
            });
            running.start();
            started.await();
            other.run("shared", "a", List.of(new BatchStep.Once("quick", () -> {})));
            other.stop();
            mayEnd.countDown();
            running.join();
            assertThat(failures).isEmpty();
        }
    }

    @Test
    void a_second_run_in_a_home_is_told_who_works_there_whichever_machine_it_is_on() throws Exception {
        try (RepositoryLock held = RepositoryLock.take(postgres(), "shared home", "process 7 of ada on engine")) {
            assertThatThrownBy(() -> RepositoryLock.take(postgres(), "shared home", "process 8 of ben on mill"))
                    .isInstanceOf(RepositoryLock.HeldByAnother.class)
                    .hasMessageContaining("(process 7 of ada on engine from 127.0.0.1, since 20");
            RepositoryLock.take(postgres(), "another home", "process 8 of ben on mill")
                    .close();
            held.check();
        }
        RepositoryLock.take(postgres(), "shared home", "process 8 of ben on mill")
                .close();
    }

    @Test
    void a_run_ends_with_75_while_another_machine_works_in_its_home() throws Exception {
        Path home = folder.resolve("home").toAbsolutePath();
        Path landing = Files.createDirectory(folder.resolve("landing"));
        String[] run = {
            "receive",
            "--landing",
            landing.toString(),
            "--home",
            home.toString(),
            "--json",
            "--set",
            "repository-url=" + postgres().url(),
            "--set",
            "repository-user=postgres"
        };
        try (RepositoryLock held = RepositoryLock.take(postgres(), home.toString(), "process 7 of ada on engine")) {
            held.check();
            assertThat(Equalities.run(run)).isEqualTo(75);
        }
        assertThat(Equalities.run(run)).as("nothing new").isEqualTo(99);
    }

    @Test
    void a_lock_is_gone_with_its_connection_and_its_run_begins_no_further_step() throws Exception {
        try (RepositoryLock lost = RepositoryLock.take(postgres(), "lost", "process 7 of ada on engine")) {
            ask().queryForList("select pg_terminate_backend(pid, 30000) from pg_stat_activity where application_name"
                    + " like 'process 7 %'");
            RepositoryLock.take(postgres(), "lost", "process 8 of ben on mill").close();
            assertThatThrownBy(lost::check).isInstanceOf(IOException.class).hasMessageContaining("Run again");
        }
    }

    @Test
    void the_migrations_are_done_once() {
        JobRunner.open(postgres(), "a").close();
        JobRunner.open(postgres(), "a").close();
        assertThat(ask().queryForObject("select count(*) from equalities_migration where version = '1'", Long.class))
                .isEqualTo(1);
    }

    @Test
    void a_repository_that_was_made_before_there_were_migrations_is_taken_over() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("jobs");
        DataSource older = new DriverManagerDataSource(url);
        try (Connection connection = older.getConnection()) {
            ScriptUtils.executeSqlScript(
                    connection, new ClassPathResource("org/springframework/batch/core/schema-h2.sql"));
        }
        List<String> done = new ArrayList<>();
        try (JobRunner runner = JobRunner.open(new RepositorySettings(url, "", ""), "a")) {
            runner.run("job", "a", List.of(new BatchStep.Once("one", () -> done.add("one"))));
        }
        assertThat(done).containsExactly("one");
    }
}
