package equalities.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts the files of a home's identifiable zones under another key, or under none: all of a zone are written beside, and then
 * its pointer names the other key, in one atomic step. Cut off, each zone is wholly under the one or the other; done again,
 * it goes on. For the holder of the home's lock only.
 */
public final class KeyChange {
    private final Home home;
    private final ZoneKeys keys;
    private final @Nullable ZoneKey to;

    /**
     * @param keys what the files open with now
     * @param to null: they are not to be locked any more
     */
    public KeyChange(Home home, ZoneKeys keys, @Nullable ZoneKey to) {
        this.home = home;
        this.keys = keys;
        this.to = to;
    }

    /**
     * Writes what is not under that key yet, and takes away all that is under another.
     *
     * @return how many files were written
     * @throws WrongKey when some open with none of the keys
     */
    public long run() throws IOException {
        HomeFiles.asTheyAre(home, keys); // Before anything is written.
        TimeTravel.forget(home); // What was looked back at holds the bytes of before.
        return received() + held();
    }

    /** Whether files are there still that are not under the key of their home. */
    public static boolean wasCutOff(Home home) throws IOException {
        return !home.strayFiles().isEmpty()
                || !Objects.equals(
                        home.zone(Zone.RECEIVED).current().key(),
                        home.zone(Zone.HELD).current().key());
    }

    private long received() throws IOException {
        ZoneStore zone = home.zone(Zone.RECEIVED);
        ReceivedFiles before = new ReceivedFiles(zone, ZoneFiles.asTheyAre(zone, keys));
        ReceivedFiles after = new ReceivedFiles(zone, ZoneFiles.of(Zone.RECEIVED, to));
        if (before.folder().equals(after.folder())) {
            return 0;
        }
        Durable.delete(after.folder());
        long written = 0;
        for (Path file : files(before.folder())) {
            try (InputStream in = before.files().stream(file)) {
                after.put(String.valueOf(file.getFileName()), in::transferTo);
            }
            written++;
        }
        zone.lockedWith(after.files().print());
        Durable.delete(before.folder());
        return written;
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = Files.isDirectory(folder) ? Checksums.files(folder) : new ArrayList<>();
        files.removeIf(file -> !String.valueOf(file.getFileName()).matches("[0-9a-f]{64}"));
        return files;
    }

    /** As a generation that holds the same tables. */
    private long held() throws IOException {
        ZoneStore zone = home.zone(Zone.HELD);
        ZoneState now = zone.current();
        ZoneFiles before = ZoneFiles.asTheyAre(zone, keys);
        ZoneFiles after = ZoneFiles.of(Zone.HELD, to);
        zone.purge(); // What was written aside under the key of before is not to be put in place.
        if (Objects.equals(now.key(), after.print())) {
            return 0;
        }
        if (now.generation() == 0) {
            zone.lockedWith(after.print());
            return 0;
        }
        zone.discard();
        long written = 0;
        Map<String, List<String>> tables = new TreeMap<>();
        for (Map.Entry<String, List<String>> table : now.tables().entrySet()) {
            for (String place : table.getValue()) {
                String next = zone.relative(zone.aside()) + place.substring(place.indexOf('/'));
                written += copy(zone.root().resolve(place), before, zone.root().resolve(next), after);
                tables.computeIfAbsent(table.getKey(), t -> new ArrayList<>()).add(next);
            }
        }
        zone.complete(now.madeFrom());
        zone.putInPlace(now.madeFrom(), tables, now.facts(), after.print());
        zone.purge();
        return written;
    }

    private static long copy(Path from, ZoneFiles before, Path to, ZoneFiles after) throws IOException {
        Files.createDirectories(to);
        List<Path> files = Checksums.files(from);
        for (Path file : files) {
            Path copy = to.resolve(String.valueOf(file.getFileName()));
            try (InputStream in = before.stream(file);
                    OutputStream out = after.create(copy, copy)) {
                in.transferTo(out);
            }
        }
        return files.size();
    }
}
