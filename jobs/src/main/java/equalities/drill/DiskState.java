package equalities.drill;

import equalities.lake.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a home's disk holds at one named point: kept by the process while it stands there, so it is what a kill at that point
 * leaves behind.
 */
final class DiskState {
    private DiskState() {}

    /** Where that of a point is kept. */
    static Path folder(Path scratch, long point) {
        return scratch.resolve("state-" + point);
    }

    private static Path home(Path folder) {
        return folder.resolve("home");
    }

    static void keep(Path home, Path folder) throws IOException {
        if (Files.exists(home)) {
            copy(home, home(folder));
        }
    }

    /** Puts it in place of a home that is not there. */
    static void restore(Path folder, Path home) throws IOException {
        if (Files.exists(home(folder))) {
            copy(home(folder), home);
        }
    }

    /** Whether a kill at either point leaves the same: names, sizes and times of change. */
    static boolean same(Path one, Path other) throws IOException {
        return listing(home(one)).equals(listing(home(other)));
    }

    private static List<String> listing(Path home) throws IOException {
        if (!Files.exists(home)) {
            return List.of();
        }
        Home of = new Home(home);
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(path -> !path.startsWith(of.state().resolve("jobs.mv.db")))
                    .map(path -> home.relativize(path) + " " + stamp(path))
                    .sorted()
                    .toList();
        }
    }

    private static String stamp(Path path) {
        try {
            return Files.isRegularFile(path) ? UnsyncedDisk.stamp(path) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the system's own command, which keeps times to the nanosecond, as Java's copy does not. */
    private static void copy(Path from, Path to) throws IOException {
        try {
            int exit = new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IOException("The state of " + from + " could not be copied.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
