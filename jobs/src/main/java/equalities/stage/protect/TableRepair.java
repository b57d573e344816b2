package equalities.stage.protect;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A table that is tried, and mended: one broken sum after the other by the change that breaks least, which is local search
 * over violated constraints with growing weights, as in Luteberget and Sartor 2023, "Feasibility Jump" (doi
 * 10.1007/s12532-023-00234-8). What broke last is mended first, and a change is not taken back for a while, so that a
 * person who is added at a site is soon in the answers to all questions.
 */
final class TableRepair {
    /** The steps of a short attempt. */
    static final int STEPS = 250;

    private static final int CHOICES = 60;

    /** For how many steps a change is not taken back, attempt after attempt. */
    private static final int[] RESTS = {8, 25, 60, 100};

    private final Island cells;
    private final TriedTable tried;
    private final Memberships in;
    private final BrokenSums broken;

    TableRepair(Island cells) {
        this.cells = cells;
        this.tried = new TriedTable(cells);
        this.in = cells.memberships();
        this.broken = new BrokenSums(cells.sums());
    }

    TriedTable tried() {
        return tried;
    }

    BrokenSums broken() {
        return broken;
    }

    /** The steps of each of so many attempts: where these are twice as many as there are kinds of attempts, twice as many. */
    static int steps(int attempts) {
        return rounds(attempts) * STEPS;
    }

    /** How often so many attempts go through all kinds of attempts. */
    static int rounds(int attempts) {
        return Math.max(1, attempts / RESTS.length);
    }

    /** For how many steps the attempt of a number does not take back a change. */
    static int rest(int number) {
        return RESTS[number % RESTS.length];
    }

    /** What the attempt of a number chooses by. */
    SplittableRandom random(int sum, int number) {
        return new SplittableRandom(31L * cells.number(sum) + number);
    }

    /**
     * From the table as it is to one in which a sum is within its bounds; null where it is not found. Then the table is the true
     * one again.
     *
     * @param number of the attempt
     */
    @Nullable
    OtherTable attempt(int sum, int number, int steps, int rest, Runnable afterEachStep) {
        note(sum);
        OtherTable found = repair(steps, rest, random(sum, number), afterEachStep) ? tried.keep() : null;
        forget();
        return found;
    }

    /** Whether nothing is broken any more after so many steps at most. */
    boolean repair(int steps, int rest, SplittableRandom random, Runnable afterEachStep) {
        for (int step = 1; step <= steps && !broken.isEmpty(); step++) {
            int last = broken.size() - 1;
            int next = random.nextInt(4) > 0 ? last : random.nextInt(last + 1);
            if (!mend(broken.get(next), step, rest, random) && rest == RESTS[0]) {
                return false;
            }
            afterEachStep.run();
        }
        return broken.isEmpty();
    }

    /** Changes the count in a sum that leaves least broken; false when none of them can change now. */
    private boolean mend(int sum, int step, int rest, SplittableRandom random) {
        int[] addends = cells.addends(sum);
        int[] times = cells.times(sum);
        SumLines lines = tried.lines();
        long excess = lines.excess(sum);
        int start = random.nextInt(addends.length);
        int best = -1;
        long bestAmount = 0;
        long bestScore = Long.MAX_VALUE;
        int choices = 0;
        for (int i = 0; i < addends.length && choices < CHOICES; i++) {
            int at = (start + i) % addends.length;
            int count = addends[at];
            long asked = tried.possible(count, -excess * Integer.signum(times[at]));
            if (asked == 0 || tried.takesBack(count, asked, step, rest)) {
                continue;
            }
            choices++;
            for (long amount : amounts(lines.numbers(), count, asked)) {
                long score = breaks(lines.numbers(), count, amount);
                if (score < bestScore) {
                    best = count;
                    bestAmount = amount;
                    bestScore = score;
                }
            }
        }
        if (best >= 0) {
            tried.move(best, bestAmount, step, broken);
        }
        if (bestScore >= 0) {
            lines.weigh(sum);
        }
        return best >= 0;
    }

    /** A change, and as much of it as breaks no sum that holds where that is less; of one there is no less. */
    private long[] amounts(int[] numbers, int count, long asked) {
        long free = Math.abs(asked) == 1 ? asked : free(numbers, count, asked);
        return free == asked || free == 0 ? new long[] {asked} : new long[] {asked, free};
    }

    /** As much of a change as breaks no sum that holds. */
    private long free(int[] numbers, int count, long asked) {
        int[] all = in.all();
        int end = in.end(count);
        long most = Math.abs(asked);
        for (int i = in.begin(count); i < end && most > 0; i++) {
            int at = Memberships.sum(all[i]) * SumLines.LENGTH;
            long under = numbers[at + SumLines.HIGH] - numbers[at + SumLines.VALUE];
            long over = numbers[at + SumLines.VALUE] - numbers[at + SumLines.LOW];
            boolean up = asked > 0 == Memberships.times(all[i]) > 0;
            if ((up ? over : under) >= 0) {
                most = Math.min(most, Math.max(0, up ? under : over));
            }
        }
        return asked < 0 ? -most : most;
    }

    /** How much more is broken after a change; nearly all time goes into this, so that it calls nothing. */
    private long breaks(int[] numbers, int count, long amount) {
        int[] all = in.all();
        int end = in.end(count);
        long score = 0;
        for (int i = in.begin(count); i < end; i++) {
            int at = Memberships.sum(all[i]) * SumLines.LENGTH;
            int change = Memberships.times(all[i]) * (int) amount;
            int above = numbers[at + SumLines.VALUE] - numbers[at + SumLines.HIGH];
            int below = numbers[at + SumLines.LOW] - numbers[at + SumLines.VALUE];
            int before = positive(above) + positive(below);
            int after = positive(above + change) + positive(below - change);
            score += (long) numbers[at + SumLines.WEIGHT] * (after - before);
        }
        return score;
    }

    /** The number, or 0 where it is less; without a branch, as none could be foretold. */
    private static int positive(int number) {
        return number & ~(number >> 31);
    }

    void note(int sum) {
        broken.note(sum, tried.lines().excess(sum) != 0);
    }

    /** Makes it the true table again. */
    void forget() {
        tried.forget();
        broken.clear();
    }
}
