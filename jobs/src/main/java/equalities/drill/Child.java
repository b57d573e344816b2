package equalities.drill;

import equalities.lake.DiskFaults;
import equalities.lake.Durable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The command in processes of their own, with the Java, the options and the jars of this one. */
final class Child implements AutoCloseable {
    private static final Duration TOO_LONG = Duration.ofMinutes(5);
    private static final int LINES_KEPT = 40;
    private static final List<String> NOT_HANDED_ON = List.of(
            "-Xmx",
            "-Djava.io.tmpdir",
            "-XX:MaxRAMPercentage",
            "-XX:ArchiveClassesAtExit",
            "-javaagent",
            "-agentlib",
            "-D" + DiskFaults.PROPERTY);

    /** Debian's libfaketime, where it is installed. */
    private static final Path FAKE_TIME = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "drill clock");
        thread.setDaemon(true);
        return thread;
    });

    private final Path temporary;

    /** Whoever ends the drill ends what it has begun. */
    private final Thread end = new Thread(this::endRunning, "drill end");

    private volatile @Nullable Process running;

    /** @param temporary for what processes leave in the folder of temporary files; emptied before each */
    Child(Path temporary) {
        this.temporary = temporary;
        Runtime.getRuntime().addShutdownHook(end);
    }

    /**
     * How one run is to go.
     *
     * @param arguments of the command
     * @param plan what its disk does, or null for nothing
     * @param daysOff how far its clock is off, or 0
     * @param heap such as {@code 1g}
     * @param fileKilobytes beyond which it can write no file, or 0
     * @param after when to do something to it, or null for never
     * @param deed what
     */
    record Call(
            List<String> arguments,
            @Nullable FaultPlan plan,
            int daysOff,
            String heap,
            int fileKilobytes,
            @Nullable Duration after,
            Consumer<Process> deed) {
        static Call undisturbed(List<String> arguments) {
            return new Call(arguments, null, 0, "1g", 0, null, process -> {});
        }

        Call suffering(FaultPlan suffered) {
            return new Call(arguments, suffered, daysOff, heap, fileKilobytes, after, deed);
        }

        Call withClockOff(int days) {
            return new Call(arguments, plan, days, heap, fileKilobytes, after, deed);
        }

        Call withHeap(String other) {
            return new Call(arguments, plan, daysOff, other, fileKilobytes, after, deed);
        }

        Call withFilesUpTo(int kilobytes) {
            return new Call(arguments, plan, daysOff, heap, kilobytes, after, deed);
        }

        Call doing(Duration when, Consumer<Process> what) {
            return new Call(arguments, plan, daysOff, heap, fileKilobytes, when, what);
        }
    }

    /**
     * How it ended.
     *
     * @param exit 137 when it was killed
     * @param at the point that it told last, or null
     * @param points how many points it told
     */
    record Ended(int exit, @Nullable String at, List<String> points, double seconds, List<String> lines) {
        boolean killed() {
            return exit == 137;
        }
    }

    /** Runs it to its end, which is soon where a plan has it wait at a point. */
    Ended run(Call call) throws IOException, InterruptedException {
        Durable.delete(temporary);
        Files.createDirectories(temporary);
        long began = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(line(call)).redirectErrorStream(true);
        if (call.daysOff() != 0) {
            builder.environment().putAll(clockOff(call.daysOff()));
        }
        Process process = builder.start();
        running = process;
        process.getOutputStream().close();
        clock.schedule(process.toHandle()::destroyForcibly, TOO_LONG.toMillis(), TimeUnit.MILLISECONDS);
        if (call.after() != null) {
            clock.schedule(() -> call.deed().accept(process), call.after().toMillis(), TimeUnit.MILLISECONDS);
        }
        List<String> points = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        boolean waits = call.plan() != null
                && call.plan().harm() != null
                && call.plan().harm().waits();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String text = out.readLine(); text != null; text = out.readLine()) {
                if (text.startsWith(FaultPlan.AT)) {
                    points.add(text.substring(FaultPlan.AT.length()));
                    if (waits) {
                        process.toHandle().destroyForcibly(); // Unlike the process itself, it leaves the stream open.
                    }
                } else if (lines.size() < LINES_KEPT) {
                    lines.add(text);
                }
            }
        }
        int exit = process.waitFor();
        String at = points.isEmpty() ? null : points.get(points.size() - 1);
        return new Ended(exit, at, points, (System.nanoTime() - began) / 1e9, lines);
    }

    /** Whether the clock of a process can be set apart on this machine. */
    static boolean canSetClocks() {
        return Files.exists(FAKE_TIME);
    }

    private static Map<String, String> clockOff(int days) {
        return Map.of(
                "LD_PRELOAD",
                FAKE_TIME.toString(),
                "FAKETIME",
                "%+dd".formatted(days),
                "DONT_FAKE_MONOTONIC",
                "1",
                "NO_FAKE_STAT",
                "1");
    }

    private List<String> line(Call call) {
        List<String> line = new ArrayList<>();
        if (call.fileKilobytes() > 0) {
            line.addAll(List.of("bash", "-c", "ulimit -f " + call.fileKilobytes() + "; exec \"$@\"", "bash"));
        }
        line.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        options().forEach(line::add);
        line.add("-Xmx" + call.heap());
        line.add("-Djava.io.tmpdir=" + temporary);
        if (call.plan() != null) {
            line.add(call.plan().property());
        }
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), "equalities.cli.Equalities"));
        line.addAll(call.arguments());
        return line;
    }

    private static Stream<String> options() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> NOT_HANDED_ON.stream().noneMatch(option::startsWith));
    }

    private void endRunning() {
        Process last = running;
        if (last != null) {
            last.toHandle().destroyForcibly();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
