package equalities.drill;

import equalities.lake.DiskFaults.Act;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of a disk would survive a power cut, as far as the standards promise it: the content of a file only when the file was
 * synced since, and a name only when its folder was synced since. Kept within the process that is cut off, written down when
 * it waits for its end, and taken from there by {@link PowerCut}.
 */
final class UnsyncedDisk {
    static final String SYNCED = "S";
    static final String ENTRY = "E";
    static final String RENAMED = "R";
    static final String NOTHING_BEFORE = "-";

    private final Path scratch;
    private final Map<Path, String> syncedFiles = new HashMap<>();
    private final Set<Path> durableEntries = new HashSet<>();
    private final Map<Path, String> renamed = new HashMap<>();
    private final Map<Path, Path> cameFrom = new HashMap<>();

    UnsyncedDisk(Path scratch) {
        this.scratch = scratch;
    }

    /** Where it is written down. */
    static Path file(Path scratch) {
        return scratch.resolve("synced");
    }

    /** Size and time of change: while they stay, a file's content does. */
    static String stamp(Path file) throws IOException {
        return Files.size(file) + "@" + Files.getLastModifiedTime(file).toInstant();
    }

    void note(Act act, Path path) throws IOException {
        Path place = path.toAbsolutePath().normalize();
        if (act == Act.SYNC && Files.isDirectory(place)) {
            folderSynced(place);
        } else if (act == Act.SYNC && Files.isRegularFile(place)) {
            syncedFiles.put(place, stamp(place));
        } else if (act == Act.RENAME) {
            renamed(place);
        }
    }

    private void folderSynced(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            entries.forEach(entry -> {
                durableEntries.add(entry);
                renamed.remove(entry);
            });
        }
    }

    /** Keeps what a rename replaces, for a power cut may undo the rename. */
    void beforeRename(Path from, Path to) throws IOException {
        Path target = to.toAbsolutePath().normalize();
        cameFrom.put(target, from.toAbsolutePath().normalize());
        if (!renamed.containsKey(target)) {
            renamed.put(target, Files.isRegularFile(target) ? kept(target) : NOTHING_BEFORE);
        }
    }

    private String kept(Path target) throws IOException {
        Path copy = scratch.resolve("replaced-" + renamed.size() + "-" + System.nanoTime());
        Files.copy(target, copy, StandardCopyOption.COPY_ATTRIBUTES);
        return copy.toString();
    }

    private void renamed(Path to) {
        Path from = cameFrom.getOrDefault(to, to);
        durableEntries.remove(to);
        List<Path> moved =
                syncedFiles.keySet().stream().filter(p -> p.startsWith(from)).toList();
        for (Path file : moved) {
            String stamp = syncedFiles.remove(file);
            Path place = file.equals(from) ? to : to.resolve(from.relativize(file));
            syncedFiles.put(place, String.valueOf(stamp));
        }
        Set.copyOf(durableEntries).stream()
                .filter(p -> p.startsWith(from) && !p.equals(from))
                .forEach(p -> durableEntries.add(to.resolve(from.relativize(p))));
    }

    /** Writes it down in this folder. */
    void write(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        syncedFiles.forEach((file, stamp) -> lines.add(SYNCED + "\t" + file + "\t" + stamp));
        durableEntries.forEach(entry -> lines.add(ENTRY + "\t" + entry + "\t"));
        renamed.forEach((file, kept) -> {
            if (Files.exists(file)) {
                lines.add(RENAMED + "\t" + file + "\t" + kept);
            }
        });
        Files.write(file(folder), lines);
    }
}
