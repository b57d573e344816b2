package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.engine.duckdb.Database;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real standalone cluster on loopback: its workers have Spark's jars, and of ours what the run sends them. */
@Tag("drill")
class ClusterTest {
    private static final Path ROOT = Path.of(System.getProperty("equalities.root", ".."));

    /** Groups of artifacts that a distribution of Spark does not have. */
    private static final List<String> BROUGHT_BESIDE_SPARK = List.of(
            "/org/dhatim/",
            "/com/github/rzymek/",
            "/com/fasterxml/aalto-xml/",
            "/org/codehaus/woodstox/",
            "/de/siegmar/",
            "/org/jspecify/",
            "/org/springframework/",
            "/com/h2database/",
            "/org/duckdb/",
            "/info/picocli/",
            "/io/pebbletemplates/",
            "/com/networknt/",
            "/jackson-dataformat-yaml/");

    @TempDir
    Path folder;

    @Test
    void the_sample_comes_out_of_a_cluster_of_two_workers_as_the_generator_knows_it() throws Exception {
        Path jars = LauncherTest.jars(folder.resolve("jars"));
        onCluster(master -> assertThat(run(jars, master)).isZero());
    }

    @Test
    void and_so_it_does_where_received_files_are_locked_and_the_key_is_written_nowhere() throws Exception {
        Path jars = LauncherTest.jars(folder.resolve("jars"));
        Path key = folder.resolve("key");
        String locked = "received-key-file=" + key;
        Told.well("encrypt", "--home", folder.resolve("home") + "", "--set", locked);
        onCluster(master -> assertThat(run(jars, master, "--set", locked)).isZero());
        String text = Files.readString(key).strip();
        for (String place : List.of("home", "one", "other", "one.log", "other.log", "master.log")) {
            assertThat(ByteSearch.holds(folder.resolve(place), text)).as(place).isFalse();
        }
    }

    @Test
    void and_so_it_does_by_spark_submit_with_the_jars_of_spark_itself() throws Exception {
        Path installed = installation();
        onCluster(master -> {
            Path output = folder.resolve("submitted");
            ProcessBuilder submit = new ProcessBuilder(Stream.concat(
                                    Stream.of(
                                            "bash",
                                            installed.resolve("jobs/bin/submit") + "",
                                            "--master",
                                            master,
                                            "--"),
                                    Arrays.stream(sampleRun()))
                            .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            submit.environment().put("SPARK_HOME", folder.resolve("spark").toString());
            submit.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
            assertThat(submit.start().waitFor()).as(Files.readString(output)).isZero();
        });
    }

    /** What is done with the address of a cluster. */
    @FunctionalInterface
    private interface Use {
        void of(String master) throws Exception;
    }

    private void onCluster(Use use) throws Exception {
        Path sparkHome = sparkHome();
        String port = freePort();
        String master = "spark://127.0.0.1:" + port;
        try (OtherProcess masterProcess =
                        daemon(sparkHome, "master", "org.apache.spark.deploy.master.Master", "--port", port);
                OtherProcess one = worker(sparkHome, "one", master);
                OtherProcess other = worker(sparkHome, "other", master)) {
            for (OtherProcess worker : List.of(one, other)) {
                assertThat(worker.waitUntil(() -> worker.said("Successfully registered")))
                        .as("the worker is registered")
                        .isTrue();
            }
            assertThat(masterProcess.said("Registering worker")).isTrue();
            use.of(master);
        }
        assertThat(cellsThatDifferFromTheTruth()).isZero();
        assertThat(executors("one")).as("executors of one worker").isPositive();
        assertThat(executors("other")).as("executors of the other").isPositive();
    }

    private String[] sampleRun() {
        String landing = ROOT.resolve("jobs/sample/landing").toAbsolutePath().normalize() + "";
        return new String[] {"run", "--landing", landing, "--home", folder.resolve("home") + "", "--json"};
    }

    /** As the tarball has it: what is called, the specification, the jars. */
    private Path installation() throws IOException {
        Path installed = folder.resolve("installed");
        Path root = ROOT.toAbsolutePath().normalize();
        Files.createDirectories(installed.resolve("jobs/bin"));
        Files.copy(root.resolve("jobs/bin/submit"), installed.resolve("jobs/bin/submit"));
        Files.createSymbolicLink(installed.resolve("schemas"), root.resolve("schemas"));
        Files.createSymbolicLink(installed.resolve("sql"), root.resolve("sql"));
        LauncherTest.jars(installed.resolve("jobs/jars"));
        return installed;
    }

    private OtherProcess worker(Path sparkHome, String name, String master) throws IOException {
        return daemon(
                sparkHome,
                name,
                "org.apache.spark.deploy.worker.Worker",
                "--cores",
                "1",
                "--memory",
                "1g",
                "--work-dir",
                folder.resolve(name).toString(),
                master);
    }

    private OtherProcess daemon(Path sparkHome, String name, String mainClass, String... arguments) throws IOException {
        Map<String, String> environment = Map.of(
                "SPARK_HOME", sparkHome.toString(), "SPARK_SCALA_VERSION", "2.13", "SPARK_LOCAL_IP", "127.0.0.1");
        return OtherProcess.start(
                folder.resolve(name + ".log"),
                environment,
                sparkHome.resolve("jars") + "/*",
                mainClass,
                Stream.concat(Stream.of("--host", "127.0.0.1", "--webui-port", freePort()), Arrays.stream(arguments))
                        .toArray(String[]::new));
    }

    private int run(Path jars, String master, String... more) {
        String before = System.getProperty("equalities.jars", "");
        System.setProperty("equalities.jars", jars.toString());
        try {
            return Equalities.run(Stream.of(sampleRun(), more, new String[] {"--set", "spark-master=" + master})
                    .flatMap(Arrays::stream)
                    .toArray(String[]::new));
        } finally {
            System.setProperty("equalities.jars", before);
        }
    }

    private long cellsThatDifferFromTheTruth() {
        try (Database database = Database.readOnly(folder.resolve("home/warehouse.duckdb"))) {
            return database.count(SampleTruth.differingCells());
        }
    }

    private long executors(String worker) throws IOException {
        try (Stream<Path> logs = Files.walk(folder.resolve(worker))) {
            return logs.filter(p -> p.endsWith("stderr")).count();
        }
    }

    /** A home of Spark with the jars of Spark, and none that this project brings beside it. */
    private Path sparkHome() throws IOException {
        Path home = folder.resolve("spark");
        Files.createDirectories(home.resolve("jars"));
        for (Path library : classPath().filter(Files::isRegularFile).toList()) {
            if (BROUGHT_BESIDE_SPARK.stream().noneMatch(library.toString()::contains)) {
                link(home.resolve("jars"), library);
            }
        }
        // What Spark's own comes down to: its launcher tells the command, after an empty line, in words that end with a
        // zero.
        Path submit = Files.createDirectories(home.resolve("bin")).resolve("spark-submit");
        Files.writeString(submit, """
                #!/usr/bin/env bash
                set -e
                mapfile -d '' -t command < <(SPARK_SCALA_VERSION=2.13 java -cp "$SPARK_HOME/jars/*" org.apache.spark.launcher.Main \\
                  org.apache.spark.deploy.SparkSubmit "$@" | tail -n +2)
                exec "${command[@]:?the launcher told no command}"
                """);
        Files.setPosixFilePermissions(submit, PosixFilePermissions.fromString("rwx------"));
        return home;
    }

    private static void link(Path to, Path library) throws IOException {
        Files.createSymbolicLink(to.resolve(library.getFileName()), library);
    }

    private static Stream<Path> classPath() {
        return Arrays.stream(OtherProcess.classPath().split(java.io.File.pathSeparator))
                .map(Path::of);
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
