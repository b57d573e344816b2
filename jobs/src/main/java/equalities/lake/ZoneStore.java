package equalities.lake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One zone: numbered generations, written aside once, and a pointer that is replaced in one atomic step. A reader sees
 * the old state or the new one, never a mixture, whenever the power goes.
 */
public final class ZoneStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POINTER = "current.json";
    static final String COMPLETE = "complete";
    private static final String SELF = "sha256";

    private final Zone zone;
    private final Path root;
    private final ZoneKeys keys;

    /** @param keys what its tables are locked with, where it is a pseudonymous zone */
    ZoneStore(Zone zone, Path root, ZoneKeys keys) {
        this.zone = zone;
        this.root = root;
        this.keys = keys;
    }

    public Zone zone() {
        return zone;
    }

    public Path root() {
        return root;
    }

    /**
     * How the tables in place are read.
     *
     * @throws WrongKey when they are locked, and not with the key that is given
     */
    public ZoneFiles tables() throws IOException {
        String print = zone.pseudonymous() ? current().key() : null;
        if (print == null) {
            return ZoneFiles.plain();
        }
        return ZoneFiles.ofTables(keys.find(print).orElseThrow(() -> WrongKey.ofTables(this, print, keys)));
    }

    /**
     * How the tables of the next generation are written: all of them with the key that is given.
     *
     * @throws WrongKey when none is given though those in place are locked, and nobody asked for them to be made anew
     */
    public ZoneFiles nextTables() throws IOException {
        ZoneState now = current();
        String print = now.key();
        if (zone.pseudonymous()
                && print != null
                && keys.first().isEmpty()
                && !now.madeFrom().isEmpty()) {
            throw WrongKey.ofTables(this, print, keys);
        }
        return keys.first().map(ZoneFiles::ofTables).orElseGet(ZoneFiles::plain);
    }

    /** What is in place now. */
    public ZoneState current() throws IOException {
        try {
            return JSON.readValue(Files.readAllBytes(root.resolve(POINTER)), ZoneState.class);
        } catch (NoSuchFileException nothingYet) {
            return ZoneState.EMPTY;
        }
    }

    /** The absolute places of a table that is in place. */
    public List<Path> table(String name) throws IOException {
        return current().table(name).stream().map(root::resolve).toList();
    }

    /** The folders of the generations that are kept, the oldest first, the one in place last. */
    public List<Path> generations() throws IOException {
        return LongStream.rangeClosed(1, current().generation())
                .mapToObj(number -> root.resolve(folderOf(number)))
                .filter(Files::isDirectory)
                .toList();
    }

    /** The folder that the next generation is written to. */
    public Path aside() throws IOException {
        return root.resolve(folderOf(current().generation() + 1));
    }

    /**
     * Clears the next generation's folder and returns it, unless it already holds the finished work of the same
     * fingerprint by a run that ended before it could put it in place.
     *
     * @return true when the work is still to be done
     */
    public boolean begin(String madeFrom) throws IOException {
        Path aside = aside();
        if (isComplete(aside, madeFrom)) {
            return false;
        }
        discard();
        return true;
    }

    /** Whether what follows from this is in place already. */
    public boolean isInPlace(String madeFrom) throws IOException {
        return current().madeFrom().equals(madeFrom);
    }

    /** Empties the next generation's folder, whole or not. */
    public void discard() throws IOException {
        Durable.delete(aside());
        Files.createDirectories(aside());
    }

    /** Marks the folder written aside as whole. */
    public void complete(String madeFrom) throws IOException {
        Path aside = aside();
        if (zone != Zone.PUBLISHED) { // A release is sealed, which says more.
            Checksums.write(aside);
        }
        Durable.syncTree(aside);
        Path marker = aside.resolve(COMPLETE);
        Durable.write(marker, madeFrom);
        Durable.syncFolder(marker); // Or a power cut takes it from a generation that is in place.
    }

    /**
     * Puts the next generation in place.
     *
     * @param tables every table of the zone from now on, those of earlier generations included
     */
    public void putInPlace(String madeFrom, Map<String, List<String>> tables, Map<String, String> facts)
            throws IOException {
        String before = current().key();
        String now = zone.pseudonymous() ? nextTables().print() : before;
        putInPlace(madeFrom, tables, facts, now);
        if (!Objects.equals(before, now)) {
            purge(); // What is not under that key does not stay for the sake of readers.
        }
    }

    /** The same, with files that are locked with another key from now on, or not at all. */
    void putInPlace(String madeFrom, Map<String, List<String>> tables, Map<String, String> facts, @Nullable String key)
            throws IOException {
        Path aside = aside();
        if (!isComplete(aside, madeFrom)) {
            throw new IOException("The " + zone.folder() + " zone was not written to its end. Run the stage again.");
        }
        Durable.replace(pointer(), text(new ZoneState(current().generation() + 1, madeFrom, tables, facts, key)));
    }

    /**
     * Forgets what the state in place was made from, so that its stage makes all of it anew when it is run again. What is in
     * place stays until then.
     */
    public void forget() throws IOException {
        ZoneState now = current();
        if (now.generation() > 0) {
            Durable.delete(aside());
            Durable.replace(pointer(), text(new ZoneState(now.generation(), "", now.tables(), Map.of(), now.key())));
        }
    }

    /** Remembers what the key is known by that the zone's files are locked with, in the same atomic way. */
    void lockedWith(@Nullable String key) throws IOException {
        ZoneState now = current();
        if (!Objects.equals(now.key(), key)) {
            Durable.replace(
                    pointer(), text(new ZoneState(now.generation(), now.madeFrom(), now.tables(), now.facts(), key)));
        }
    }

    /** The state, and in it the SHA-256 of the rest. */
    private static String text(ZoneState state) throws IOException {
        ObjectNode node = JSON.valueToTree(state);
        node.put(SELF, Fingerprint.of(JSON.writeValueAsString(state)));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    Path pointer() {
        return root.resolve(POINTER);
    }

    /**
     * Whether the pointer is as it was written; one that is older than its own checksum cannot tell, and passes.
     *
     * @throws IOException when it cannot be read at all
     */
    boolean isPointerWhole() throws IOException {
        String text = Files.readString(pointer());
        return !JSON.readTree(text).has(SELF) || text.equals(text(current()));
    }

    /** Every table that is in place, with its absolute places. */
    public Map<String, List<Path>> places() throws IOException {
        return current().tables().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> e.getValue().stream().map(root::resolve).toList()));
    }

    /** A path below this zone as the pointer names it. */
    public String relative(Path path) {
        return root.relativize(path).toString();
    }

    /**
     * Removes what the pointer does not name, but for the generation before it, which readers may still hold: older ones, and
     * newer ones that a run began and could not end.
     */
    public void sweep() throws IOException {
        String before = folderOf(current().generation() - 1);
        String newest = folderOf(current().generation());
        remove(generation -> generation.compareTo(before) < 0 || generation.compareTo(newest) > 0);
    }

    /** Removes everything that the pointer does not name, readers or not. Returns how many generations lost something. */
    public long purge() throws IOException {
        return remove(generation -> true);
    }

    private long remove(Predicate<String> old) throws IOException {
        Set<String> wanted =
                current().tables().values().stream().flatMap(List::stream).collect(Collectors.toSet());
        long removed = 0;
        for (Path folder : folders(root)) {
            String name = folder.getFileName().toString();
            if (name.matches("g\\d+") && old.test(name) && prune(folder, wanted)) {
                removed++;
            }
        }
        return removed;
    }

    /** Deletes what is not wanted of a folder, and the folder when nothing is. Returns whether anything went. */
    private boolean prune(Path folder, Set<String> wanted) throws IOException {
        String name = relative(folder);
        if (wanted.contains(name)) {
            return false;
        }
        if (wanted.stream().noneMatch(w -> w.startsWith(name + "/"))) {
            Durable.delete(folder);
            return true;
        }
        boolean went = false;
        for (Path below : folders(folder)) {
            went |= prune(below, wanted);
        }
        return went;
    }

    private static List<Path> folders(Path root) throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    private static String folderOf(long generation) {
        return "g%09d".formatted(Math.max(generation, 0));
    }

    private static boolean isComplete(Path aside, String madeFrom) throws IOException {
        Path marker = aside.resolve(COMPLETE);
        return Files.exists(marker) && Files.readString(marker).equals(madeFrom);
    }
}
