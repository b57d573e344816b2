package equalities.drill;

import equalities.lake.Durable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * What a power cut does to a home beyond the end of its process: of all that this process did not sync, half is lost.
 * Renames are undone, new names go, and files are cut short. The job repository's file, locks and logs are their own
 * libraries' matter and are left.
 */
final class PowerCut {
    private static final List<String> LEFT =
            List.of("state/jobs", "state/equalities.log", "state/lock", "state/scratch");

    private final Path home;
    private final Path scratch;
    private final Map<Path, String> before;
    private final SplittableRandom random;

    private PowerCut(Path home, Path scratch, Map<Path, String> before, SplittableRandom random) {
        this.home = home;
        this.scratch = scratch;
        this.before = before;
        this.random = random;
    }

    /** Every file and folder of a home, files with their stamp. */
    static Map<Path, String> listing(Path home) throws IOException {
        Map<Path, String> listing = new HashMap<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.toList()) {
                listing.put(path, Files.isRegularFile(path) ? UnsyncedDisk.stamp(path) : "");
            }
        }
        return listing;
    }

    /**
     * Tears what was not synced; returns how many files and names suffered.
     *
     * @param before the listing from before the process began: that much was on the disk
     */
    static int strike(Path home, Path scratch, Map<Path, String> before, SplittableRandom random) throws IOException {
        return new PowerCut(home, scratch, before, random).strike();
    }

    private int strike() throws IOException {
        Map<Path, String> synced = new HashMap<>();
        Set<Path> entries = new HashSet<>();
        Map<Path, String> renamed = new HashMap<>();
        for (String line : Files.readAllLines(UnsyncedDisk.file(scratch))) {
            String[] parts = line.split("\t", -1);
            switch (parts[0]) {
                case UnsyncedDisk.SYNCED -> synced.put(Path.of(parts[1]), parts[2]);
                case UnsyncedDisk.ENTRY -> entries.add(Path.of(parts[1]));
                default -> renamed.put(Path.of(parts[1]), parts[2]);
            }
        }
        return undo(renamed, synced) + forget(entries, renamed.keySet()) + tear(synced);
    }

    /** What a rename replaced had been on the disk, and is whole again. */
    private int undo(Map<Path, String> renamed, Map<Path, String> synced) throws IOException {
        int undone = 0;
        for (Map.Entry<Path, String> rename : new java.util.TreeMap<>(renamed).entrySet()) {
            if (random.nextBoolean()) {
                undone++;
                if (rename.getValue().equals(UnsyncedDisk.NOTHING_BEFORE)) {
                    Durable.delete(rename.getKey());
                } else {
                    Files.copy(
                            Path.of(rename.getValue()),
                            rename.getKey(),
                            StandardCopyOption.REPLACE_EXISTING,
                            StandardCopyOption.COPY_ATTRIBUTES);
                    synced.put(rename.getKey(), UnsyncedDisk.stamp(rename.getKey()));
                }
            }
        }
        return undone;
    }

    private int forget(Set<Path> entries, Set<Path> renamed) throws IOException {
        int gone = 0;
        for (Path path : present()) {
            boolean durable = before.containsKey(path) || entries.contains(path) || renamed.contains(path);
            if (!durable && Files.exists(path) && random.nextBoolean()) {
                Durable.delete(path);
                gone++;
            }
        }
        return gone;
    }

    private int tear(Map<Path, String> synced) throws IOException {
        int torn = 0;
        for (Path file : present()) {
            if (Files.isRegularFile(file)) {
                String stamp = UnsyncedDisk.stamp(file);
                boolean whole = stamp.equals(before.get(file)) || stamp.equals(synced.get(file));
                if (!whole && random.nextBoolean()) {
                    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                        channel.truncate((long) (channel.size() * random.nextDouble()));
                    }
                    torn++;
                }
            }
        }
        return torn;
    }

    private List<Path> present() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(p -> !p.equals(home))
                    .filter(p -> LEFT.stream().noneMatch(home.relativize(p).toString()::startsWith))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }
}
