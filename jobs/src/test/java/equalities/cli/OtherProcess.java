package equalities.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Java in a process of its own, with this test's class path unless another is given; ended with the test. */
final class OtherProcess implements AutoCloseable {
    private final Process process;
    private final Path output;

    private OtherProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static String classPath() {
        return System.getProperty("java.class.path");
    }

    static OtherProcess start(
            Path output, Map<String, String> environment, String classPath, String mainClass, String... arguments)
            throws IOException {
        String root = System.getProperty("equalities.root", "..");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "@" + Path.of(root, "jobs/bin/jvm.options"),
                "-Xmx1g",
                "-Dequalities.root=" + root,
                "-cp",
                classPath,
                mainClass));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(Redirect.to(output.toFile()));
        return new OtherProcess(builder.start(), output);
    }

    /** Waits until it holds, the process ends, or a minute has passed. */
    boolean waitUntil(BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (process.isAlive() && System.nanoTime() < end && !holds.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return holds.getAsBoolean();
    }

    boolean said(String text) {
        try {
            return Files.readString(output).contains(text);
        } catch (IOException e) {
            return false;
        }
    }

    /** SIGTERM; returns the exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    long pid() {
        return process.pid();
    }

    List<String> lines() throws IOException {
        return Files.readAllLines(output);
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
