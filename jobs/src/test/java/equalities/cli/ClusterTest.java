package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.engine.duckdb.Database;
import equalities.lake.Home;
import equalities.lake.Rights;
import equalities.lake.Zone;
import equalities.lake.ZoneFiles;
import equalities.lake.ZoneKey;
import equalities.lake.ZoneKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
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

    private final Map<String, OtherProcess> workers = new ConcurrentHashMap<>();

    @Test
    void the_sample_comes_out_of_a_cluster_of_two_workers_as_the_generator_knows_it() throws Exception {
        Path jars = LauncherTest.jars(folder.resolve("jars"));
        onCluster(master -> assertThat(run(jars, master)).isZero());
    }

    @Test
    void and_so_it_does_where_received_files_and_tables_are_locked_and_the_key_is_written_nowhere() throws Exception {
        Path jars = LauncherTest.jars(folder.resolve("jars"));
        Path key = folder.resolve("key");
        String locked = "received-key-file=" + key;
        Told.well("encrypt", "--home", folder.resolve("home") + "", "--set", locked);
        Path ofTables = folder.resolve("key of tables");
        Files.writeString(ofTables, "5a".repeat(32) + "\n");
        Rights.set(ofTables, Rights.OWNERS_FILE);
        String[] keys = {"--set", locked, "--set", "warehouse-key-file=" + ofTables};
        onCluster(master -> assertThat(run(jars, master, keys)).isZero());
        assertThat(ByteSearch.holds(
                        folder.resolve("home"), Files.readString(ofTables).strip()))
                .isFalse();
        Told.well("sql", "--home", folder.resolve("home") + "", keys[0], keys[1], keys[2], keys[3], "from patient");
        String text = Files.readString(key).strip();
        for (String place : List.of("home", "one", "other", "one.log", "other.log", "master.log")) {
            assertThat(ByteSearch.holds(folder.resolve(place), text)).as(place).isFalse();
        }
    }

    @Test
    void executors_and_a_worker_that_are_killed_lose_and_double_nothing() throws Exception {
        Path jars = LauncherTest.jars(folder.resolve("jars"));
        String key = "person-key-file=" + folder.resolve("person_key");
        List<String> killed = Collections.synchronizedList(new ArrayList<>());
        onCluster(master -> {
            Thread killer = new Thread(() -> kill(killed), "killer");
            killer.setDaemon(true);
            killer.start();
            assertThat(run(jars, master, "--set", key)).isZero();
        });
        assertThat(killed).containsExactly("executor of one", "executor of other", "worker other");
        Path undisturbed = folder.resolve("undisturbed");
        String[] here = sampleRun();
        here[List.of(here).indexOf("--home") + 1] = undisturbed.toString();
        Told.well(Stream.concat(Arrays.stream(here), Stream.of("--set", key)).toArray(String[]::new));
        for (String table :
                List.of("finding", "patient", "advocacy_case", "held_row", "monitoring_count", "submission")) {
            assertThat(TwoHomes.differences(folder.resolve("home"), undisturbed, table))
                    .as(table)
                    .isZero();
        }
    }

    /** An executor when the first rows are written, another one later on, and a worker with its own while the warehouse is made. */
    private void kill(List<String> killed) {
        waitFor("home/standard/g000000001", ".*[.]parquet|_.*");
        ProcessHandle first = anyExecutorOf("one");
        first.destroyForcibly();
        killed.add("executor of one");
        ProcessHandle second = anyExecutorOf("other");
        second.destroyForcibly();
        killed.add("executor of other");
        waitFor("home/warehouse/g000000001", ".*");
        anyExecutorOf("other").destroyForcibly();
        ProcessHandle.of(worker("other").pid()).ifPresent(ProcessHandle::destroyForcibly);
        killed.add("worker other");
    }

    private void waitFor(String below, String name) {
        await(() -> {
            try (Stream<Path> all = Files.walk(folder.resolve(below))) {
                return all.skip(1)
                        .map(path -> path.getFileName().toString())
                        .filter(found -> found.matches(name))
                        .findFirst();
            } catch (IOException | UncheckedIOException notYet) {
                return Optional.empty();
            }
        });
    }

    private ProcessHandle anyExecutorOf(String worker) {
        return await(() -> ProcessHandle.of(worker(worker).pid())
                .flatMap(handle ->
                        handle.descendants().filter(ProcessHandle::isAlive).findFirst()));
    }

    private OtherProcess worker(String name) {
        return Objects.requireNonNull(workers.get(name));
    }

    private static <T> T await(Supplier<Optional<T>> wanted) {
        Optional<T> found = wanted.get();
        while (found.isEmpty()) {
            LockSupport.parkNanos(5_000_000);
            found = wanted.get();
        }
        return found.get();
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
            workers.putAll(Map.of("one", one, "other", other));
            for (OtherProcess worker : workers.values()) {
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

    private long cellsThatDifferFromTheTruth() throws IOException {
        Path key = folder.resolve("key of tables");
        ZoneKeys keys = Files.exists(key)
                ? new ZoneKeys(List.of(ZoneKey.of(Files.readString(key).strip())))
                : ZoneKeys.NONE;
        ZoneFiles tables =
                new Home(folder.resolve("home"), keys).zone(Zone.WAREHOUSE).tables();
        try (Database database =
                Database.readOnly(folder.resolve("home/warehouse.duckdb")).reading(tables)) {
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
