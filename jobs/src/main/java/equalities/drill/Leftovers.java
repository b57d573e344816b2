package equalities.drill;

import equalities.lake.Home;
import equalities.lake.Zone;
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

/** What dead runs left in a home and the next did not clear. */
final class Leftovers {
    private Leftovers() {}

    static List<String> of(Home home) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(home.root())) {
            all.map(path -> home.root().relativize(path).toString())
                    .filter(Leftovers::isLeft)
                    .forEach(found::add);
        }
        for (Zone zone : Zone.values()) {
            long newest = home.zone(zone).current().generation();
            try (Stream<Path> all = Files.list(home.zone(zone).root())) {
                all.map(path -> String.valueOf(path.getFileName()))
                        .filter(name -> name.matches("g\\d+") && Long.parseLong(name.substring(1)) > newest)
                        .forEach(name -> found.add(zone.folder() + "/" + name));
            }
        }
        return found;
    }

    /**
     * How many files of each name a home has, without what differs from run to run: numbers and random parts of names, the
     * job repository, logs and locks.
     */
    static Map<String, Integer> names(Home home) throws IOException {
        Map<String, Integer> names = new TreeMap<>();
        try (Stream<Path> all = Files.walk(home.root())) {
            all.filter(Files::isRegularFile)
                    .map(path -> home.root().relativize(path).toString())
                    .filter(name -> !name.matches("state/(jobs|equalities\\.log|lock|scratch/).*"))
                    .map(name -> name.replaceAll("part-[^/ ]+", "part-*").replaceAll("told/[0-9a-f]{64}", "told/*"))
                    .forEach(name -> names.merge(name, 1, Integer::sum));
        }
        return names;
    }

    /**
     * What of the names is more or less often there than undisturbed, in a few words each; nothing where a disturbed run had
     * put a state of its own in place, such as one of which a file was missing.
     */
    static List<String> difference(Map<String, Integer> now, Map<String, Integer> undisturbed) {
        if (!generations(now).equals(generations(undisturbed))) {
            return List.of();
        }
        Set<String> all = new TreeSet<>(now.keySet());
        all.addAll(undisturbed.keySet());
        return all.stream()
                .filter(name -> !now.getOrDefault(name, 0).equals(undisturbed.getOrDefault(name, 0)))
                .map(name -> name + " " + now.getOrDefault(name, 0) + " and not " + undisturbed.getOrDefault(name, 0))
                .toList();
    }

    private static Set<String> generations(Map<String, Integer> names) {
        return names.keySet().stream()
                .filter(name -> name.endsWith("/complete"))
                .collect(Collectors.toSet());
    }

    private static boolean isLeft(String path) {
        return path.contains(".next") || path.contains("/incoming") || path.matches("state/scratch/.+");
    }
}
