package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.engine.batch.RepositorySettings;
import equalities.engine.spark.SparkEngine;
import equalities.lake.Home;
import equalities.operate.Check;
import equalities.operate.HomeChecks;
import equalities.operate.Machine;
import equalities.operate.RunDiary;
import equalities.operate.Services;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    @TempDir
    Path folder = Path.of(".");

    private Home home = new Home(Path.of("."));

    @BeforeEach
    void unpack() throws IOException {
        home = new Home(StoredHome.newest(folder.resolve("home")));
        home.prepare();
    }

    @Test
    void a_home_that_is_well_is_said_to_be() {
        Told told = Told.by("doctor", "--home", home.root().toString(), "--json");
        assertThat(told.exit()).as(told.out()).isZero();
        assertThat(told.out())
                .contains(
                        "\"status\":\"all is well\"",
                        "{\"name\":\"Spark\",\"result\":\"well\"",
                        "\"DuckDB\"",
                        "\"Java\"");
    }

    @Test
    void what_is_wrong_ends_with_65_and_its_mend() throws IOException {
        rights("received", "rwxrwxrwx");
        String noSpark = "spark-master=spark://127.0.0.1:" + portOfNobody();
        Told told = Told.by("doctor", "--home", home.root().toString(), "--set", noSpark);
        assertThat(told.exit()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(told.out())
                .contains("received has rwxrwxrwx and not rwx------")
                .contains("chmod 700 " + home.root().resolve("received"))
                .contains("nobody listens at spark://");
    }

    @Test
    void a_key_that_others_may_read_is_wrong_and_so_is_one_that_is_lost() throws IOException {
        Path key = home.state().resolve("person_key");
        assertThat(HomeChecks.key(home, key).result()).isEqualTo(Check.Result.WELL);
        assertThat(HomeChecks.key(home, folder.resolve("lost")).result()).isEqualTo(Check.Result.WRONG);
        assertThat(HomeChecks.key(new Home(folder.resolve("new")), folder.resolve("lost"))
                        .result())
                .isEqualTo(Check.Result.WELL);
    }

    @Test
    void a_clock_that_was_set_back_is_wrong() throws IOException {
        assertThat(HomeChecks.clock(home, Instant.now()).result()).isEqualTo(Check.Result.WELL);
        Instant before = Instant.parse(RunDiary.read(home).get(0).began()).minusSeconds(60);
        assertThat(HomeChecks.clock(home, before).found()).contains("a run began at");
        assertThat(HomeChecks.clock(home, Instant.now().plusSeconds(60)).found())
                .contains("the disk of the home says");
    }

    @Test
    void an_old_java_is_wrong_and_an_untried_one_a_warning() {
        assertThat(Machine.java(11).result()).isEqualTo(Check.Result.WRONG);
        assertThat(Machine.java(17).result()).isEqualTo(Check.Result.WELL);
        assertThat(Machine.java(22).result()).isEqualTo(Check.Result.WARNING);
    }

    @Test
    void too_little_memory_is_wrong_with_the_option_that_gives_more() {
        assertThat(Machine.memory(500 << 20).mend()).contains("-Xmx4g");
        assertThat(Machine.memory(4L << 30).result()).isEqualTo(Check.Result.WELL);
    }

    @Test
    void a_server_or_cluster_that_does_not_answer_is_wrong_with_the_setting_to_mend() throws IOException {
        int nobody = portOfNobody();
        Check postgres = Services.postgres(
                new RepositorySettings("jdbc:postgresql://127.0.0.1:" + nobody + "/jobs", "user", "hidden"),
                Clock.systemUTC());
        assertThat(postgres.result()).isEqualTo(Check.Result.WRONG);
        assertThat(postgres.toString()).contains("repository-url").doesNotContain("hidden");
        String master = "spark://127.0.0.1:" + nobody;
        try (SparkEngine engine = new SparkEngine(master, folder, List.of(), Map.of())) {
            assertThat(Services.spark(master, engine).found()).isEqualTo("nobody listens at " + master);
        }
    }

    @Test
    void another_version_of_airflow_than_the_locks_is_a_warning() throws Exception {
        Path root = folder.resolve("root");
        Path python = Files.createDirectories(root.resolve("target/python/bin")).resolve("python");
        Files.createDirectories(root.resolve("airflow"));
        Files.writeString(root.resolve("airflow/requirements.txt"), "apache-airflow==3.3.2 \\\n");
        assertThat(Services.airflow(root, "").result()).isEqualTo(Check.Result.NOT_USED);
        Files.writeString(python, "#!/bin/sh\necho 2.9.1\n");
        Files.setPosixFilePermissions(python, PosixFilePermissions.fromString("rwx------"));
        assertThat(Services.airflow(root, "").found()).contains("2.9.1").contains("3.3.2");
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void rights(String zone, String rights) throws IOException {
        Files.setPosixFilePermissions(home.root().resolve(zone), PosixFilePermissions.fromString(rights));
    }
}
