package equalities.stage.protect;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks for one other table: one sum has another value, every shown count rounds as before and every sum holds.
 *
 * <p>The search mends one broken sum after the other by the change that breaks least: local search over violated
 * constraints with growing weights, as in Luteberget and Sartor 2023, "Feasibility Jump" (doi
 * 10.1007/s12532-023-00234-8). What broke last is mended first, and a change is not taken back for a while, so that a
 * person who is added at a site is soon in the answers to all questions.
 */
final class TableSearch {
    private static final int STEPS = 250;
    private static final int CHOICES = 60;

    /** How many attempts come before other tables are begun with. */
    private static final int SOON = 2;

    /** For how many steps a change is not taken back, attempt after attempt. */
    private static final int[] RESTS = {8, 25, 60, 100};

    /** What may be lost with a count that is hidden as well, one try after the other. */
    private static final long[] LOSSES = {16, 64, 256, 1024, LinkedCells.ANY};

    private final Island cells;
    private final TriedTable tried;
    private final Memberships in;
    private final BrokenSums broken;
    private final NearestTable nearest;
    private final LoosenedBounds loosened;
    private int rest;

    TableSearch(Island cells, Candidates candidates, NearestTable nearest) {
        this.cells = cells;
        this.nearest = nearest;
        this.loosened = new LoosenedBounds(cells, candidates);
        this.tried = new TriedTable(cells);
        this.in = cells.memberships();
        this.broken = new BrokenSums(cells.sums());
    }

    /**
     * A table in which a sum has the value that is wanted, sought by the first of some attempts; null when none was found.
     *
     * @param attempts how often it is searched at most, with {@link #findLater}; where these are twice as many as there are
     *     kinds of attempts, each may also take twice as many steps
     */
    @Nullable
    OtherTable findSoon(int sum, long goal, int attempts) {
        return find(sum, goal, 0, Math.min(SOON, attempts), steps(attempts));
    }

    /** The same, by the others of these attempts. */
    @Nullable
    OtherTable findLater(int sum, long goal, int attempts) {
        return find(sum, goal, SOON, attempts, steps(attempts));
    }

    private @Nullable OtherTable find(int sum, long goal, int first, int end, int steps) {
        Runnable look = () -> nearest.look(tried, broken, sum);
        return with(sum, goal, () -> {
            OtherTable found = null;
            for (int attempt = first; attempt < end && found == null; attempt++) {
                found = attempt(sum, attempt, attempt, steps, look);
            }
            return found;
        });
    }

    /** The same, from tables in which counts near it are others already: what is left to do is less than from the true one. */
    @Nullable
    OtherTable findFrom(List<OtherTable> tables, int sum, long goal, int attempts) {
        int each = rounds(attempts);
        return with(sum, goal, () -> {
            OtherTable found = null;
            for (int i = 0; i < tables.size() * each && found == null; i++) {
                tried.begin(tables.get(i % tables.size()));
                found = attempt(sum, i, i / tables.size() + 1, steps(attempts), () -> {});
            }
            return found;
        });
    }

    private @Nullable OtherTable attempt(int sum, int number, int resting, int steps, Runnable afterEachStep) {
        note(sum);
        rest = RESTS[resting % RESTS.length];
        OtherTable found = repair(steps, random(sum, number), afterEachStep) ? tried.keep() : null;
        forget();
        return found;
    }

    private static int steps(int attempts) {
        return rounds(attempts) * STEPS;
    }

    private static int rounds(int attempts) {
        return Math.max(1, attempts / RESTS.length);
    }

    private SplittableRandom random(int sum, int attempt) {
        return new SplittableRandom(31L * cells.number(sum) + attempt);
    }

    /**
     * Goes from tables that break only what may be hidden to those that break less of it, so that the nearest is seen;
     * more of what tells much is broken only where nothing else helps.
     */
    void findNearest(int sum, long goal) {
        with(sum, goal, () -> {
            loosened.start();
            boolean found = false;
            for (int i = 0; i < LOSSES.length && !found && LOSSES[i] < nearest.loss(); i++) {
                loosened.loosen(LOSSES[i], sum);
                for (int attempt = 1; attempt < RESTS.length; attempt++) {
                    rest = RESTS[attempt];
                    found |= tighten(sum, STEPS, random(sum, attempt));
                    forget();
                }
            }
            return null;
        });
    }

    /** The same from any table that is one were everything hidden that may be, and searches as often as is said for it. */
    void findNearestOfAny(int sum, long goal, int attempts) {
        with(sum, goal, () -> {
            loosened.start();
            loosened.loosen(LinkedCells.ANY, sum);
            boolean found = false;
            for (int attempt = 0; attempt < attempts && !found; attempt++) {
                rest = RESTS[attempt % RESTS.length];
                found = tighten(sum, steps(attempts), random(sum, attempt));
                forget();
            }
            return null;
        });
    }

    /** From a table that is one if more is hidden to what breaks less; false when there is none to begin with. */
    private boolean tighten(int sum, int steps, SplittableRandom random) {
        tried.on(loosened.lines());
        note(sum);
        boolean found = repair(steps, random, () -> {});
        tried.on(cells.lines());
        if (found) {
            Arrays.stream(tried.keep().sums(cells).sums()).forEach(this::note);
            Runnable look = () -> nearest.lookAtAny(tried, broken, sum);
            look.run();
            repair(STEPS, random, look);
        }
        return found;
    }

    private @Nullable OtherTable with(int sum, long goal, Supplier<@Nullable OtherTable> search) {
        SumLines lines = cells.lines();
        long lowest = lines.low(sum);
        long highest = lines.high(sum);
        lines.bound(sum, goal, goal);
        OtherTable found = search.get();
        lines.bound(sum, lowest, highest);
        return found;
    }

    private boolean repair(int steps, SplittableRandom random, Runnable afterEachStep) {
        for (int step = 1; step <= steps && !broken.isEmpty(); step++) {
            int last = broken.size() - 1;
            int next = random.nextInt(4) > 0 ? last : random.nextInt(last + 1);
            if (!mend(broken.get(next), step, random) && rest == RESTS[0]) {
                return false;
            }
            afterEachStep.run();
        }
        return broken.isEmpty();
    }

    /** Changes the count in a sum that leaves least broken; false when none of them can change now. */
    private boolean mend(int sum, int step, SplittableRandom random) {
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

    private void note(int sum) {
        broken.note(sum, tried.lines().excess(sum) != 0);
    }

    private void forget() {
        tried.forget();
        broken.clear();
    }
}
