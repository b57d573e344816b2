package equalities.stage.protect;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What was published before, and the counts behind it: whoever has both releases has both tables.
 *
 * @param cells its counts in the order of their keys
 * @param promised whether its policy promised a least width; what another one told cannot be taken back
 */
record EarlierRelease(List<Told> cells, Structure structure, boolean promised) {

    List<Cell> counts() {
        return cells.stream().map(Told::cell).toList();
    }

    /**
     * Writes what must hold of its counts.
     *
     * @param smallest the number of a count among the smallest
     * @return each of its counts, as a sum of these
     */
    List<Sure> sums(LinkedCells linked, ToIntFunction<Cell> smallest) {
        Relations relations = new Relations(linked, structure, counts(), smallest);
        relations.write();
        return cells.stream()
                .map(told -> {
                    Cell cell = told.cell();
                    return new Sure(linked.sum(relations.sum(cell.key()), cell.count()), told);
                })
                .toList();
    }

    /** A sum and what a release tells of it. */
    record Sure(int sum, Told told) {}

    /**
     * A count and what its release tells of it.
     *
     * @param low the lowest it can be to a reader, 0 where it is hidden
     * @param high the highest, {@link LinkedCells#ANY} where it is hidden
     */
    record Told(Cell cell, long low, long high) {
        boolean hidden() {
            return high == LinkedCells.ANY;
        }
    }
}
