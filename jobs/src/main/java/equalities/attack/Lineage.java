package equalities.attack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which releases came before one: by what each says that it follows, else by their names. */
final class Lineage {
    private Lineage() {}

    /** The releases up to one, oldest first; folders without counts are none. */
    static List<Release> of(Path release, List<Path> others) throws IOException {
        Release newest = ReleaseReader.read(release);
        Map<String, Release> byName = new HashMap<>();
        for (Path other : others) {
            if (ReleaseReader.hasCounts(other) && !isSame(other, release)) {
                Release read = ReleaseReader.read(other);
                byName.put(read.name(), read);
            }
        }
        byName.values().removeIf(r -> ancestors(r, byName).contains(newest.name()));
        List<Release> earlier = new ArrayList<>(byName.values());
        earlier.removeIf(
                r -> !ancestors(newest, byName).contains(r.name()) && r.name().compareTo(newest.name()) > 0);
        earlier.sort(Comparator.<Release>comparingInt(r -> ancestors(r, byName).size())
                .thenComparing(Release::name));
        earlier.add(newest);
        return earlier;
    }

    /** Those whose policy promises a least width, or all where the newest promises none. */
    static List<Release> promising(List<Release> lineage) {
        Release newest = lineage.get(lineage.size() - 1);
        return newest.policy().leastWidth() == 0
                ? lineage
                : lineage.stream().filter(r -> r.policy().leastWidth() > 0).toList();
    }

    private static boolean isSame(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    /** The names of those that a release follows, directly or not. */
    private static Set<String> ancestors(Release release, Map<String, Release> byName) {
        Set<String> names = new HashSet<>();
        Release one = release;
        while (one != null
                && one.structure().follows() != null
                && names.add(one.structure().follows())) {
            one = byName.get(one.structure().follows());
        }
        return names;
    }
}
