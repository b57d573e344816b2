package equalities.stage.protect;

import equalities.spec.CountedTogether.Count;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The counts without which a table has no row, of the measures in which none of them is 0: whoever sees the row knows that
 * somebody is in it, whether the count is hidden or not.
 */
final class AtLeastOne {
    private final Set<String> all = new TreeSet<>();

    AtLeastOne(Collection<Cell> cells, Structure structure) {
        cells.stream().filter(cell -> structure.isAtLeastOne(cell.key())).forEach(cell -> all.add(name(cell.key())));
        cells.stream().filter(cell -> cell.count() == 0).forEach(cell -> all.remove(name(cell.key())));
    }

    boolean has(CellKey key) {
        return all.contains(name(key));
    }

    /** Each as {@code measure / basis / part}, in their order. */
    List<String> names() {
        return List.copyOf(all);
    }

    private static String name(CellKey key) {
        return new Count(key.measure(), key.basis(), key.part(), "", "").written();
    }
}
