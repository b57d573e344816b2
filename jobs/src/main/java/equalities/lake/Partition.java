package equalities.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of a zone that is about one period, a folder of tables within a generation. A period that nothing new came for
 * stays where it is, in an older generation, and the pointer goes on to name it.
 *
 * @param period as the landing folder is called
 */
public record Partition(ZoneStore zone, String period) {
    /** The folder of what is about no period. */
    public static final String OF_ALL = "_all";

    private static final String FACT = "period ";

    /** The folder's name within a generation. */
    public static String folder(String period) {
        return period.matches("[0-9A-Za-z-]+")
                ? period
                : "_" + Fingerprint.of(period).substring(0, 16);
    }

    /** Where a table of this period is; empty when the period has none. */
    public List<Path> table(String name) throws IOException {
        return zone.current().table(name).stream()
                .filter(place -> folderIn(place).equals(folder(period)))
                .map(zone.root()::resolve)
                .toList();
    }

    /** The size of all tables of this period. */
    public long bytes() throws IOException {
        long bytes = 0;
        for (String name : zone.current().tables().keySet()) {
            for (Path table : table(name)) {
                bytes += FolderSize.of(table);
            }
        }
        return bytes;
    }

    /** What a pointer keeps of each period: the fingerprint of all that its part follows from. */
    public static Map<String, String> facts(Map<String, String> prints) {
        return prints.entrySet().stream()
                .collect(Collectors.toMap(e -> FACT + e.getKey(), Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    /** The periods that are in place, with their fingerprints. */
    public static Map<String, String> prints(ZoneState state) {
        return state.facts().entrySet().stream()
                .filter(e -> e.getKey().startsWith(FACT))
                .collect(Collectors.toMap(
                        e -> e.getKey().substring(FACT.length()), Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    /** The periods whose part in place follows from other than this, or is not there. */
    public static Set<String> changed(ZoneState state, Map<String, String> prints) {
        Map<String, String> before = prints(state);
        return prints.entrySet().stream()
                .filter(e -> !e.getValue().equals(before.get(e.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The tables of the next generation: those of unchanged periods where they are, all others as written aside. */
    public static Map<String, List<String>> tables(ZoneStore zone, Map<String, String> prints) throws IOException {
        ZoneState state = zone.current();
        Set<String> carried = new TreeSet<>();
        Set<String> changed = changed(state, prints);
        prints.keySet().stream().filter(p -> !changed.contains(p)).forEach(p -> carried.add(folder(p)));
        for (Path part : folders(zone.aside())) {
            carried.remove(String.valueOf(part.getFileName()));
        }
        Map<String, List<String>> tables = new TreeMap<>();
        state.tables()
                .forEach((table, places) -> places.stream()
                        .filter(place -> carried.contains(folderIn(place)))
                        .forEach(place -> tables.computeIfAbsent(table, t -> new ArrayList<>())
                                .add(place)));
        for (Path part : folders(zone.aside())) {
            for (Path table : folders(part)) {
                tables.computeIfAbsent(String.valueOf(table.getFileName()), t -> new ArrayList<>())
                        .add(zone.relative(table));
            }
        }
        tables.values().forEach(places -> places.sort(java.util.Comparator.comparing(Partition::folderIn)));
        return tables;
    }

    private static String folderIn(String place) {
        String[] parts = place.split("/");
        return parts.length > 2 ? parts[1] : "";
    }

    private static List<Path> folders(Path root) throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }
}
