package equalities.drill;

import equalities.lake.Home;
import equalities.lake.Rights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /**
     * Keeps it. What is in a zone and has not changed since is not copied again.
     *
     * @param last the folder of the point before, or null at the first
     */
    static void keep(Path home, Path folder, @Nullable Path last) throws IOException {
        if (Files.exists(home)) {
            copy(home, home(folder), last == null ? null : home(last));
        }
    }

    /** Puts it in place of a home that is not there. */
    static void restore(Path folder, Path home) throws IOException {
        if (Files.exists(home(folder))) {
            copy(home(folder), home, null);
        }
    }

    /** Whether a kill at either point leaves the same: names, sizes and times of change. */
    static boolean same(Path one, Path other) throws IOException {
        return listing(home(one)).equals(listing(home(other)));
    }

    private static Map<Path, String> listing(Path home) throws IOException {
        Map<Path, String> listing = new HashMap<>();
        if (Files.exists(home)) {
            Path jobs = new Home(home).state().resolve("jobs.mv.db");
            PowerCut.listing(home).forEach((path, stamp) -> listing.put(home.relativize(path), stamp));
            listing.remove(home.relativize(jobs));
        }
        return listing;
    }

    private static void copy(Path from, Path to, @Nullable Path last) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.sorted().toList()) {
                Path below = from.relativize(path);
                Path before = last == null || below.startsWith("state") ? null : last.resolve(below.toString());
                try {
                    copyOne(path, to.resolve(below.toString()), before);
                } catch (NoSuchFileException gone) {
                    // Another thread has just deleted it: a moment later nothing would be there to copy.
                }
            }
        }
    }

    private static void copyOne(Path path, Path place, @Nullable Path before) throws IOException {
        if (Files.isDirectory(path)) {
            Files.createDirectories(place);
            Rights.set(place, Rights.of(path));
        } else if (before != null
                && Files.exists(before)
                && UnsyncedDisk.stamp(before).equals(UnsyncedDisk.stamp(path))) {
            Files.createLink(place, before);
        } else {
            Files.copy(path, place, StandardCopyOption.COPY_ATTRIBUTES);
            Files.setLastModifiedTime(place, Files.getLastModifiedTime(path)); // To the nanosecond.
        }
    }
}
