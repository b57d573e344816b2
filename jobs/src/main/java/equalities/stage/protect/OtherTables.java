package equalities.stage.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Looks for other counts that would look the same once published: a table in which one count has another value, every
 * shown count rounds as before and every sum holds. Whoever sees only what is published cannot tell it from the true
 * one, so a table that is found is a proof; that none is found proves nothing, and the attack on the release decides.
 *
 * <p>The search mends one broken sum after the other by the change that breaks least: local search over violated
 * constraints, as in Luteberget and Sartor 2023, "Feasibility Jump" (doi 10.1007/s12532-023-00234-8).
 */
final class OtherTables {
    private static final int STEPS = 400;
    private static final int TRIES = 4;
    private static final int CHOICES = 60;
    private static final int REST = 4;

    private final LinkedCells cells;
    private final long[] value;
    private final long[] lowest;
    private final long[] highest;
    private final long[] change;
    private final int[] movedAt;
    private final List<Integer> moved = new ArrayList<>();
    private final int[] weight;
    private final List<Integer> weighted = new ArrayList<>();
    private final int[] placeAmongBroken;
    private final List<Integer> broken = new ArrayList<>();
    private int target = -1;
    private long wanted;
    private List<Integer> hardest = List.of();

    OtherTables(LinkedCells cells) {
        this.cells = cells;
        this.value = new long[cells.sums()];
        Arrays.setAll(value, cells::value);
        this.lowest = value.clone();
        this.highest = value.clone();
        this.change = new long[cells.counts()];
        this.movedAt = new int[cells.counts()];
        this.weight = new int[cells.sums()];
        Arrays.fill(weight, 1);
        this.placeAmongBroken = new int[cells.sums()];
        Arrays.fill(placeAmongBroken, -1);
    }

    /** Whether the values that a sum could have lie as far apart as {@code width}, or farther. */
    boolean couldBeAnyOf(int sum, long width) {
        boolean up = true;
        boolean down = true;
        while (highest[sum] - lowest[sum] < width && (up || down)) {
            long missing = width - (highest[sum] - lowest[sum]);
            if (up) {
                up = reach(sum, highest[sum] + missing) || reach(sum, highest[sum] + 1);
            } else {
                long most = Math.min(missing, lowest[sum]);
                down = most > 0 && (reach(sum, lowest[sum] - most) || most > 1 && reach(sum, lowest[sum] - 1));
            }
        }
        return highest[sum] - lowest[sum] >= width;
    }

    /** The sums that stayed broken in the last search that failed. */
    List<Integer> hardest() {
        return hardest;
    }

    private boolean reach(int sum, long goal) {
        int least = Integer.MAX_VALUE;
        boolean found = false;
        target = sum;
        wanted = goal;
        for (int attempt = 0; attempt < TRIES && !found; attempt++) {
            note(sum);
            found = repair(new SplittableRandom(31L * sum + attempt));
            if (found) {
                moved.forEach(this::remember);
            } else if (broken.size() < least) {
                least = broken.size();
                hardest = List.copyOf(broken);
            }
            forget();
        }
        target = -1;
        note(sum);
        return found;
    }

    private boolean repair(SplittableRandom random) {
        for (int step = 1; step <= STEPS && !broken.isEmpty(); step++) {
            if (!mend(broken.get(random.nextInt(broken.size())), step, random)) {
                return false;
            }
        }
        return broken.isEmpty();
    }

    /** Changes the count in a sum that leaves least broken; false when none of them can change. */
    private boolean mend(int sum, int step, SplittableRandom random) {
        int[] addends = cells.addends(sum);
        int[] times = cells.times(sum);
        int start = random.nextInt(addends.length);
        int best = -1;
        long bestAmount = 0;
        long bestScore = Long.MAX_VALUE;
        int choices = 0;
        for (int i = 0; i < addends.length && choices < CHOICES; i++) {
            int at = (start + i) % addends.length;
            int count = addends[at];
            long asked = amount(count, -excess(sum, value[sum]) * Integer.signum(times[at]));
            choices += asked == 0 ? 0 : 1;
            for (long amount : new long[] {asked, free(count, asked)}) {
                if (amount != 0) {
                    long score = 4 * breaks(count, amount) + (rests(count, step) ? REST : 0);
                    if (score < bestScore) {
                        best = count;
                        bestAmount = amount;
                        bestScore = score;
                    }
                }
            }
        }
        if (best >= 0) {
            move(best, bestAmount, step);
        }
        if (bestScore >= 0) {
            weigh(sum);
        }
        return best >= 0;
    }

    /** A sum that can only be mended by breaking others counts for more from now on. */
    private void weigh(int sum) {
        weight[sum]++;
        weighted.add(sum);
    }

    /** How much a value is above what the sum may be, or, negative, below it. */
    private long excess(int sum, long now) {
        return now > high(sum) ? now - high(sum) : Math.min(now - low(sum), 0);
    }

    /** As much of a change as leaves a count none below 0. */
    private long amount(int count, long asked) {
        return Math.max(-(cells.count(count) + change[count]), asked);
    }

    /** As much of a change as breaks no sum that holds. */
    private long free(int count, long asked) {
        int[] sums = cells.sumsOf(count);
        int[] times = cells.timesIn(count);
        long most = Math.abs(asked);
        for (int i = 0; i < sums.length && most > 0; i++) {
            boolean up = asked * times[i] > 0;
            long now = value[sums[i]];
            long room = up ? high(sums[i]) - now : now - low(sums[i]);
            boolean mends = up ? now < low(sums[i]) : now > high(sums[i]);
            most = mends ? most : Math.min(most, Math.max(0, room));
        }
        return asked < 0 ? -most : most;
    }

    private long low(int sum) {
        return sum == target ? wanted : cells.low(sum);
    }

    private long high(int sum) {
        return sum == target ? wanted : cells.high(sum);
    }

    private boolean rests(int count, int step) {
        return movedAt[count] > 0 && step - movedAt[count] <= REST;
    }

    private long breaks(int count, long amount) {
        int[] sums = cells.sumsOf(count);
        int[] times = cells.timesIn(count);
        long score = 0;
        for (int i = 0; i < sums.length; i++) {
            long now = value[sums[i]];
            score += weight[sums[i]]
                    * (Math.abs(excess(sums[i], now + times[i] * amount)) - Math.abs(excess(sums[i], now)));
        }
        return score;
    }

    private void move(int count, long amount, int step) {
        if (movedAt[count] == 0) {
            moved.add(count);
        }
        change[count] += amount;
        movedAt[count] = step;
        int[] sums = cells.sumsOf(count);
        int[] times = cells.timesIn(count);
        for (int i = 0; i < sums.length; i++) {
            value[sums[i]] += times[i] * amount;
            note(sums[i]);
        }
    }

    /** Keeps the list of broken sums true. */
    private void note(int sum) {
        int place = placeAmongBroken[sum];
        boolean isBroken = excess(sum, value[sum]) != 0;
        if (isBroken && place < 0) {
            placeAmongBroken[sum] = broken.size();
            broken.add(sum);
        } else if (!isBroken && place >= 0) {
            int last = broken.remove(broken.size() - 1);
            if (last != sum) {
                broken.set(place, last);
                placeAmongBroken[last] = place;
            }
            placeAmongBroken[sum] = -1;
        }
    }

    private void remember(int count) {
        for (int sum : cells.sumsOf(count)) {
            lowest[sum] = Math.min(lowest[sum], value[sum]);
            highest[sum] = Math.max(highest[sum], value[sum]);
        }
    }

    private void forget() {
        List<Integer> back = List.copyOf(moved);
        moved.clear();
        for (int count : back) {
            int[] sums = cells.sumsOf(count);
            for (int i = 0; i < sums.length; i++) {
                value[sums[i]] -= cells.timesIn(count)[i] * change[count];
            }
            change[count] = 0;
            movedAt[count] = 0;
        }
        weighted.forEach(sum -> weight[sum] = 1);
        weighted.clear();
        broken.forEach(sum -> placeAmongBroken[sum] = -1);
        broken.clear();
    }
}
