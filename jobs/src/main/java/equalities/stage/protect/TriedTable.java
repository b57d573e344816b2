package equalities.stage.protect;

import java.util.Arrays;

/** The table that a search tries: the true one, and by how much each of the smallest counts was changed in it. */
final class TriedTable {
    /** A step before all others. */
    private static final int BEFORE = -1;

    private final Memberships in;
    private SumLines lines;
    private final long[] trueCount;
    private final long[] change;
    private final int[] movedAt;
    private final boolean[] movedUp;
    private int[] moved = new int[1024];
    private int moves;

    TriedTable(Island cells) {
        this.in = cells.memberships();
        this.lines = cells.lines();
        this.trueCount = new long[cells.counts()];
        Arrays.setAll(trueCount, cells::count);
        this.change = new long[cells.counts()];
        this.movedAt = new int[cells.counts()];
        this.movedUp = new boolean[cells.counts()];
    }

    /** What each sum comes to in it, and may. */
    SumLines lines() {
        return lines;
    }

    /** From now on it is tried whether it keeps other bounds; those of before are left with the true table. */
    void on(SumLines others) {
        shiftAll(-1);
        others.takeWeights(lines);
        lines = others;
        shiftAll(1);
    }

    private void shiftAll(int times) {
        for (int i = 0; i < moves; i++) {
            shift(moved[i], times * change[moved[i]]);
        }
    }

    /** As much of a change as leaves a count none below 0. */
    long possible(int count, long asked) {
        return Math.max(-(trueCount[count] + change[count]), asked);
    }

    /** Whether a change would take back what was changed in the last so many steps. */
    boolean takesBack(int count, long amount, int step, int rest) {
        return movedAt[count] > 0 && step - movedAt[count] <= rest && amount > 0 != movedUp[count];
    }

    /**
     * Changes a count.
     *
     * @param broken is told what it breaks, and what it mends
     */
    void move(int count, long amount, int step, BrokenSums broken) {
        change(count, amount, step);
        int[] all = in.all();
        int[] numbers = lines.numbers();
        for (int i = in.begin(count); i < in.end(count); i++) {
            int sum = Memberships.sum(all[i]);
            int at = sum * SumLines.LENGTH;
            int low = numbers[at + SumLines.LOW];
            int high = numbers[at + SumLines.HIGH];
            int before = numbers[at + SumLines.VALUE];
            int after = before + Memberships.times(all[i]) * (int) amount;
            numbers[at + SumLines.VALUE] = after;
            boolean isBroken = after < low || after > high;
            if (isBroken != (before < low || before > high)) {
                broken.note(sum, isBroken);
            }
        }
    }

    private void change(int count, long amount, int step) {
        if (movedAt[count] == 0) {
            if (moves == moved.length) {
                moved = Arrays.copyOf(moved, 2 * moves);
            }
            moved[moves++] = count;
        }
        change[count] += amount;
        movedUp[count] = amount > 0;
        movedAt[count] = step;
    }

    /** Another table, to begin with: what is changed in it may be taken back at once. */
    void begin(OtherTable table) {
        for (int i = 0; i < table.counts().length; i++) {
            change(table.counts()[i], table.changes()[i], BEFORE);
            shift(table.counts()[i], table.changes()[i]);
        }
    }

    private void shift(int count, long amount) {
        int[] all = in.all();
        int[] numbers = lines.numbers();
        for (int i = in.begin(count); i < in.end(count); i++) {
            numbers[Memberships.sum(all[i]) * SumLines.LENGTH + SumLines.VALUE] +=
                    Memberships.times(all[i]) * (int) amount;
        }
    }

    OtherTable keep() {
        return OtherTable.of(Arrays.copyOf(moved, moves), change);
    }

    /** Makes it the true table again. */
    void forget() {
        shiftAll(-1);
        lines.forget();
        for (int i = 0; i < moves; i++) {
            change[moved[i]] = 0;
            movedAt[moved[i]] = 0;
        }
        moves = 0;
    }
}
