package equalities.stage.protect;

import equalities.stage.protect.CellKey.Series;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures of the same people have the same denominators, count for count, and everybody knows it: such counts are one,
 * and are hidden or shown together.
 */
final class SameCounts {
    private static final String DENOMINATOR = "denominator";

    private final Map<Series, Series> sameAs = new HashMap<>();

    /**
     * @param cells in the order of their keys
     */
    SameCounts(Collection<Cell> cells) {
        Map<Series, Map<List<String>, Long>> counts = new LinkedHashMap<>();
        for (Cell cell : cells) {
            CellKey key = cell.key();
            if (key.part().equals(DENOMINATOR)) {
                counts.computeIfAbsent(key.series(), s -> new HashMap<>())
                        .put(List.of(key.placeLevel(), key.place(), key.characteristic(), key.code()), cell.count());
            }
        }
        Map<Map<List<String>, Long>, Map<String, Series>> first = new HashMap<>();
        counts.forEach((series, all) -> {
            Series other = first.computeIfAbsent(all, a -> new HashMap<>())
                    .putIfAbsent(series.period() + CellKey.SEPARATOR + series.basis(), series);
            if (other != null) {
                sameAs.put(series, other);
            }
        });
    }

    /** The count that stands for a count. */
    CellKey one(CellKey key) {
        Series same = sameAs.get(key.series());
        return same == null ? key : key.withMeasure(same.measure());
    }
}
