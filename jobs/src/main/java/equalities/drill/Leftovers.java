package equalities.drill;

import equalities.lake.Home;
import equalities.lake.Zone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    private static boolean isLeft(String path) {
        return path.contains(".next") || path.contains("/incoming") || path.matches("state/scratch/.+");
    }
}
