package equalities.stage.protect;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Of which measures the sites come to the larger places, count for count. Where somebody has no known site, or a site is
 * left out, they do not, and whoever adds them up has to be told.
 */
final class AddsUp {
    private AddsUp() {}

    /** The measures that add up everywhere, as {@code measure (basis)}, in their order. */
    static List<String> of(Collection<Cell> cells, Structure structure) {
        Map<CellKey, Long> counts = new HashMap<>();
        cells.forEach(cell -> counts.put(cell.key(), cell.count()));
        Map<String, Boolean> addsUp = new TreeMap<>();
        for (Cell cell : cells) {
            List<Long> parts = parts(cell.key(), counts, structure);
            if (!parts.isEmpty()) {
                boolean comes = parts.stream().mapToLong(count -> count).sum() == cell.count();
                addsUp.merge(name(cell.key()), comes, Boolean::logicalAnd);
            }
        }
        addsUp.values().removeIf(does -> !does);
        return List.copyOf(addsUp.keySet());
    }

    private static List<Long> parts(CellKey key, Map<CellKey, Long> counts, Structure structure) {
        return structure.sitesOf(key.period(), key.at()).stream()
                .map(site -> counts.get(key.at(site)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String name(CellKey key) {
        return key.measure() + " (" + key.basis() + ")";
    }
}
