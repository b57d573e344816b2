package equalities.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where a warehouse lives: {@code <home>/{received,standard,held,warehouse,findings,protected,published,state}}.
 *
 * @param tables the key that the tables of its pseudonymous zones are locked with, where one is given
 */
public record Home(Path root, ZoneKeys tables) {
    private static final String INVENTED = "invented";

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    /** One whose tables are not locked. */
    public Home(Path root) {
        this(root, ZoneKeys.NONE);
    }

    public ZoneStore zone(Zone zone) {
        return new ZoneStore(zone, root.resolve(zone.folder()), tables);
    }

    /** The job repository, the lock and the logs. */
    public Path state() {
        return root.resolve("state");
    }

    /** Whether invented data were ever received here: all that follows from them is invented too. */
    public boolean isInvented() {
        return Files.exists(state().resolve(INVENTED));
    }

    /** Remembers it for ever. */
    public void rememberInvented() throws IOException {
        if (!isInvented()) {
            Durable.write(state().resolve(INVENTED), "");
        }
    }

    /**
     * Has a home in which nothing was received yet lock all that it will receive.
     *
     * @param key the zones that are identifiable are locked with it from their first file on
     */
    public void lockFromTheStart(ZoneKey key) throws IOException {
        for (Zone zone : List.of(Zone.HELD, Zone.RECEIVED)) {
            zone(zone).purge();
            zone(zone).lockedWith(key.print());
        }
    }

    /** Whether the tables in place are not under the key that is given, so that no older ones are to stay. */
    public boolean changesTables() throws IOException {
        ZoneState standard = zone(Zone.STANDARD).current();
        String given = tables.first().map(ZoneKey::print).orElse(null);
        return standard.generation() > 0 && !Objects.equals(standard.key(), given);
    }

    /** Whether nothing was ever received here, nor is it said how it is to be kept. */
    public boolean isFresh() throws IOException {
        return zone(Zone.RECEIVED).current().equals(ZoneState.EMPTY);
    }

    /** Remembers that the files of this home are locked as those of another are. */
    void lockedLike(Home other) throws IOException {
        for (Zone zone : List.of(Zone.RECEIVED, Zone.HELD)) {
            zone(zone).lockedWith(other.zone(zone).current().key());
        }
    }

    /** The database that analysts open. */
    public Path catalogue() {
        return root.resolve("warehouse.duckdb");
    }

    /** Where goes what a policy for bodies with a lawful need lets through, and nothing else does: for its owner alone. */
    public Home internal() {
        return new Home(root.resolve("internal"), tables);
    }

    /**
     * Makes the folders where they are missing, and gives each its rights again: the identifiable ones and the state are for
     * their owner alone, the pseudonymous ones also for the group, what is published for everybody.
     *
     * @throws IOException when the home cannot be written
     */
    public void prepare() throws IOException {
        for (Map.Entry<Path, String> folder : rights().entrySet()) {
            Durable.folder(folder.getKey());
            Rights.set(folder.getKey(), folder.getValue());
        }
    }

    /**
     * Clears what runs left that were cut off: spilled rows and files half written. For the holder of the home's lock only.
     *
     * @return what was there, relative to the home
     */
    public List<String> clear() throws IOException {
        List<Path> left = new ArrayList<>(entries(state().resolve("scratch"), path -> true));
        left.addAll(entries(root, Home::isHalfWritten));
        left.addAll(entries(state(), Home::isHalfWritten));
        left.addAll(strayFiles());
        for (Path path : left) {
            Durable.delete(path);
        }
        return left.stream().map(root::relativize).map(Path::toString).toList();
    }

    /** The folders of received files that a change of key left, before its end or behind it. */
    List<Path> strayFiles() throws IOException {
        ZoneStore received = zone(Zone.RECEIVED);
        if (Files.notExists(received.pointer()) || !received.isPointerWhole()) {
            return List.of(); // Without its word, none is known to be stray.
        }
        Path named = ReceivedFiles.folder(received, received.current().key());
        return entries(received.root(), path -> ReceivedFiles.isFolder(path) && !path.equals(named));
    }

    private static boolean isHalfWritten(Path path) {
        return String.valueOf(path.getFileName()).matches(".+\\.next(\\.wal)?");
    }

    private static List<Path> entries(Path folder, Predicate<Path> which) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(which).sorted().toList();
        }
    }

    /** Each folder with its rights, as {@code ls -l} writes them. */
    public Map<Path, String> rights() {
        Map<Path, String> rights = new LinkedHashMap<>();
        for (Zone zone : Zone.values()) {
            rights.put(root.resolve(zone.folder()), rights(zone));
        }
        rights.put(state(), Rights.OWNERS_FOLDER);
        return rights;
    }

    private static String rights(Zone zone) {
        if (zone.identifiable()) {
            return Rights.OWNERS_FOLDER;
        }
        return zone == Zone.PUBLISHED ? "rwxr-xr-x" : "rwxr-x---";
    }
}
