package equalities.stage.protect;

import java.util.Arrays;

/** What anybody may know of each sum were more of the counts hidden that may be, those first that tell least. */
final class LoosenedBounds {
    private final Island cells;
    private final int[] cheapestFirst;
    private final long[] losses;
    private final long[] low;
    private final long[] high;
    private int loosened;

    LoosenedBounds(Island cells, Candidates candidates) {
        this.cells = cells;
        this.cheapestFirst = candidates.cheapestFirst();
        this.losses = Arrays.stream(cheapestFirst).mapToLong(candidates::loss).toArray();
        this.low = new long[cells.sums()];
        this.high = new long[cells.sums()];
    }

    /** Nothing more is hidden. */
    void start() {
        System.arraycopy(cells.lows(), 0, low, 0, low.length);
        System.arraycopy(cells.highs(), 0, high, 0, high.length);
        loosened = 0;
    }

    /** All are hidden with which not more is lost than this, but for one sum. */
    void loosen(long loss, int butFor) {
        while (loosened < cheapestFirst.length && losses[loosened] <= loss) {
            int sum = cheapestFirst[loosened++];
            if (sum != butFor) {
                low[sum] = 0;
                high[sum] = LinkedCells.ANY;
            }
        }
    }

    long[] lows() {
        return low;
    }

    long[] highs() {
        return high;
    }
}
