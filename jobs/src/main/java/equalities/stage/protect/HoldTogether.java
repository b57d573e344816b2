package equalities.stage.protect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What follows from the definitions of several measures, where it does so at every place and answer of a release: whoever
 * attacks it may take it to be true. Where answers are judged one by one and people give several, some of it does not hold.
 */
final class HoldTogether {
    private HoldTogether() {}

    /** Each as {@code measure / basis / part + … = …}, or with {@code <=}, in their order. */
    static List<String> of(Collection<Cell> cells, Structure structure) {
        Map<CellKey, Long> counts = new HashMap<>();
        cells.forEach(cell -> counts.put(cell.key(), cell.count()));
        Map<String, Boolean> holds = new TreeMap<>();
        for (Cell cell : cells) {
            for (Structure.Together one : structure.together(cell.key())) {
                List<CellKey> all = new ArrayList<>(one.counts());
                all.addAll(one.of());
                if (counts.keySet().containsAll(all)) {
                    long some = sum(one.counts(), counts);
                    long others = sum(one.of(), counts);
                    holds.merge(one.written(), one.exactly() ? some == others : some <= others, Boolean::logicalAnd);
                }
            }
        }
        holds.values().removeIf(does -> !does);
        return List.copyOf(holds.keySet());
    }

    private static long sum(List<CellKey> some, Map<CellKey, Long> counts) {
        return some.stream().mapToLong(key -> counts.getOrDefault(key, 0L)).sum();
    }
}
