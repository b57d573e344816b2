package equalities.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a whole process cost, from cold start to its end, with those that it started.
 *
 * @param exit what it ended with
 * @param wall seconds on the clock
 * @param processor seconds of processors, the system's included
 * @param memory most bytes that one of its processes held in memory at once; 0 where the system does not say
 * @param read bytes that it read, from memory or disk; 0 where the system does not say
 * @param written bytes that it wrote
 */
record Measured(int exit, double wall, double processor, long memory, long read, long written) {
    private static final int LOOK_MILLIS = 20;
    private static final long KILOBYTE = 1024;

    /** Runs a command in a folder; what it says goes to {@code said} there. */
    static Measured run(List<String> command, Path folder) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        List<String> timed = new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='%R %U %S'; time \"$@\"", "timed"));
        timed.addAll(command);
        Process process = new ProcessBuilder(timed)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(said.toFile())
                .start();
        Map<Long, Map<String, Long>> seen = new HashMap<>();
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            try (Stream<ProcessHandle> all = process.descendants()) {
                all.forEach(one -> look(one.pid(), seen.computeIfAbsent(one.pid(), p -> new HashMap<>())));
            }
        }
        List<String> lines = Files.readAllLines(said);
        String[] times = lines.get(lines.size() - 1).split(" ", -1);
        return new Measured(
                process.exitValue(),
                Double.parseDouble(times[0]),
                Double.parseDouble(times[1]) + Double.parseDouble(times[2]),
                KILOBYTE * values(seen, "VmHWM").max().orElse(0),
                values(seen, "rchar").sum(),
                values(seen, "wchar").sum());
    }

    private static LongStream values(Map<Long, Map<String, Long>> seen, String name) {
        return seen.values().stream().mapToLong(one -> one.getOrDefault(name, 0L));
    }

    /** What Linux says of a process; nothing elsewhere, or when it has just ended. */
    private static void look(long process, Map<String, Long> seen) {
        for (String file : List.of("status", "io")) {
            try {
                for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(process), file))) {
                    String[] words = line.split(":?\\s+");
                    if (Set.of("VmHWM", "rchar", "wchar").contains(words[0])) {
                        seen.put(words[0], Long.parseLong(words[1]));
                    }
                }
            } catch (IOException ended) {
                return;
            }
        }
    }
}
