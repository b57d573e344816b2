package equalities.stage.protect;

import java.util.Arrays;

/** The table that a search tries: the true one, and by how much each of the smallest counts was changed in it. */
final class TriedTable {
    private final Island cells;
    private final long[] value;
    private final long[] trueCount;
    private final long[] change;
    private final int[] movedAt;
    private final boolean[] movedUp;
    private int[] moved = new int[1024];
    private int moves;

    TriedTable(Island cells) {
        this.cells = cells;
        this.value = new long[cells.sums()];
        Arrays.setAll(value, cells::value);
        this.trueCount = new long[cells.counts()];
        Arrays.setAll(trueCount, cells::count);
        this.change = new long[cells.counts()];
        this.movedAt = new int[cells.counts()];
        this.movedUp = new boolean[cells.counts()];
    }

    /** What each sum comes to in it, to be read without a call. */
    long[] values() {
        return value;
    }

    /** As much of a change as leaves a count none below 0. */
    long possible(int count, long asked) {
        return Math.max(-(trueCount[count] + change[count]), asked);
    }

    /** Whether a change would take back what was changed in the last so many steps. */
    boolean takesBack(int count, long amount, int step, int rest) {
        return movedAt[count] > 0 && step - movedAt[count] <= rest && amount > 0 != movedUp[count];
    }

    void move(int count, long amount, int step) {
        if (movedAt[count] == 0) {
            if (moves == moved.length) {
                moved = Arrays.copyOf(moved, 2 * moves);
            }
            moved[moves++] = count;
        }
        change[count] += amount;
        movedUp[count] = amount > 0;
        movedAt[count] = step;
        shift(count, amount);
    }

    private void shift(int count, long amount) {
        int[] sums = cells.sumsOf(count);
        int[] times = cells.timesIn(count);
        for (int i = 0; i < sums.length; i++) {
            value[sums[i]] += times[i] * amount;
        }
    }

    OtherTable keep() {
        return OtherTable.of(Arrays.copyOf(moved, moves), change);
    }

    /** Makes it the true table again. */
    void forget() {
        for (int i = 0; i < moves; i++) {
            int count = moved[i];
            shift(count, -change[count]);
            change[count] = 0;
            movedAt[count] = 0;
        }
        moves = 0;
    }
}
