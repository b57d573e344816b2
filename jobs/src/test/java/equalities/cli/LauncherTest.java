package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher where the tarball was unpacked, and in a checkout; what is in them is linked and not copied. */
class LauncherTest {
    private static final Path ROOT = Path.of(System.getProperty("equalities.root", ".."))
            .toAbsolutePath()
            .normalize();
    private static final String STALE = "older than its sources (jobs/src/main/java/A.java)";

    @TempDir
    static Path folder = Path.of(".");

    private static Path installed = Path.of(".");

    @BeforeAll
    static void install() throws IOException {
        installed = folder.resolve("installed");
        Path bin = Files.createDirectories(installed.resolve("jobs/bin"));
        for (String file : List.of("equalities", "jvm.options", "much-to-read.options")) {
            Files.copy(ROOT.resolve("jobs/bin").resolve(file), bin.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.createSymbolicLink(installed.resolve("schemas"), ROOT.resolve("schemas"));
        Files.createSymbolicLink(installed.resolve("sql"), ROOT.resolve("sql"));
        jars(installed.resolve("jobs/jars"));
        Files.createFile(installed.resolve("jobs/jars/training.log")); // No half minute for fast starts.
    }

    @Test
    void what_was_unpacked_checks_a_file_and_tells_nothing_of_building() throws Exception {
        Path good = ROOT.resolve("jobs/sample/landing/2025-26-Q1/AD01/service.csv");
        assertThat(told(installed, "validate", good.toString()))
                .startsWith("exit 0")
                .doesNotContain("Build");
    }

    @Test
    void a_checkout_whose_jar_is_older_than_its_sources_says_so_and_works() throws Exception {
        Path checkout = folder.resolve("checkout");
        Files.createDirectories(checkout.resolve("jobs/src/main/java"));
        Files.createSymbolicLink(checkout.resolve("schemas"), ROOT.resolve("schemas"));
        Path bin = Files.createDirectories(checkout.resolve("jobs/bin"));
        for (String file : List.of("equalities", "jvm.options", "much-to-read.options")) {
            Files.copy(
                    installed.resolve("jobs/bin").resolve(file), bin.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.createSymbolicLink(checkout.resolve("jobs/target"), installed.resolve("jobs/jars"));
        Path source = Files.createFile(checkout.resolve("jobs/src/main/java/A.java"));
        assertThat(told(checkout, "--version")).startsWith("exit 0").contains(STALE);
        Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        assertThat(told(checkout, "--version")).startsWith("exit 0").doesNotContain("older");
    }

    @Test
    void with_much_to_read_the_compiler_goes_for_top_speed_and_with_little_for_a_short_start() throws Exception {
        Path landing = Files.createDirectories(folder.resolve("much"));
        try (RandomAccessFile file =
                new RandomAccessFile(landing.resolve("return.csv").toFile(), "rw")) {
            file.setLength(30_000_000);
        }
        Path little = installed.resolve("jobs/bin");
        assertThat(flags("--landing=" + landing))
                .containsPattern("TieredStopAtLevel += 4 ")
                .containsPattern("Tier4InvocationThreshold += 100000 ");
        assertThat(flags("--landing", landing.toString())).containsPattern("TieredStopAtLevel += 4 ");
        assertThat(flags("--landing", little.toString())).containsPattern("TieredStopAtLevel += 1 ");
    }

    private static String flags(String... landing) throws Exception {
        Stream<String> command = Stream.concat(Stream.of("run", "--help"), Arrays.stream(landing));
        return told(
                installed, Map.of("EQUALITIES_JAVA_OPTIONS", "-XX:+PrintFlagsFinal"), command.toArray(String[]::new));
    }

    private static String told(Path root, String... arguments) throws Exception {
        return told(root, Map.of(), arguments);
    }

    private static String told(Path root, Map<String, String> environment, String... arguments) throws Exception {
        Path output = Files.createTempFile(folder, "output", ".txt");
        List<String> command = Stream.concat(
                        Stream.of("bash", root.resolve("jobs/bin/equalities").toString()), Arrays.stream(arguments))
                .toList();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        return "exit " + process.waitFor() + "\n" + Files.readString(output);
    }

    /** As the tarball has them: the thin jar, and every library in lib. */
    static Path jars(Path jars) throws IOException {
        Files.createDirectories(jars.resolve("lib"));
        Path classes =
                classPath().filter(p -> p.endsWith("classes")).findFirst().orElseThrow();
        try (OutputStream out = Files.newOutputStream(jars.resolve("equalities.jar"));
                JarOutputStream jar = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, jar);
            }
        }
        for (Path library : classPath().filter(Files::isRegularFile).toList()) {
            Files.createSymbolicLink(jars.resolve("lib").resolve(library.getFileName()), library);
        }
        return jars;
    }

    private static Stream<Path> classPath() {
        return Arrays.stream(OtherProcess.classPath().split(java.io.File.pathSeparator))
                .map(Path::of);
    }
}
