package equalities.stage.protect;

import java.util.List;

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
