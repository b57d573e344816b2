package equalities.stage.protect;

import java.util.Arrays;

/** What anybody may know of each sum were more of the counts hidden that may be, those first that tell least. */
final class LoosenedBounds {
    private final Island cells;
    private final int[] cheapestFirst;
    private final long[] losses;
    private final SumLines lines;
    private int loosened;

    LoosenedBounds(Island cells, Candidates candidates) {
        this.cells = cells;
        this.cheapestFirst = candidates.cheapestFirst();
        this.losses = Arrays.stream(cheapestFirst).mapToLong(candidates::loss).toArray();
        this.lines = cells.lines().copy();
    }

    /** Nothing more is hidden. */
    void start() {
        lines.take(cells.lines());
        loosened = 0;
    }

    /** All are hidden with which not more is lost than this, but for one sum. */
    void loosen(long loss, int butFor) {
        while (loosened < cheapestFirst.length && losses[loosened] <= loss) {
            int sum = cheapestFirst[loosened++];
            if (sum != butFor) {
                lines.bound(sum, cells.least(sum), LinkedCells.ANY);
            }
        }
    }

    SumLines lines() {
        return lines;
    }
}
