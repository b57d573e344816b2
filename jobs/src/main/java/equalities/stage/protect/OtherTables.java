package equalities.stage.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Other tables that would look the same once published. Whoever sees only what is published cannot tell them from the
 * true one, so that a table that is found is a proof; that none is found proves nothing, and the attack on the release
 * decides. Those that show the lowest or the highest value of a sum are kept.
 */
final class OtherTables {
    /** How often a table is searched: where nothing else is left to do, where it is wanted much, and less. */
    private static final int LONG = 32;

    private static final int OFTEN = 4;
    private static final int LESS_OFTEN = 2;

    /** When more is lost than this, it is asked what else could be hidden. */
    private static final long MUCH = 400;

    private final Island cells;
    private final NearestTable nearest;
    private final TableSearch search;
    private final long[] lowest;
    private final long[] highest;
    private final @Nullable OtherTable[] lowestIn;
    private final @Nullable OtherTable[] highestIn;
    private final Map<OtherTable, List<Integer>> shows = new IdentityHashMap<>();
    private final Map<Integer, List<OtherTable>> needsHidden = new HashMap<>();

    OtherTables(Island cells, Candidates candidates) {
        this.cells = cells;
        this.nearest = new NearestTable(candidates);
        this.search = new TableSearch(cells, candidates, nearest);
        this.lowest = new long[cells.sums()];
        Arrays.setAll(lowest, cells::value);
        this.highest = lowest.clone();
        this.lowestIn = new OtherTable[lowest.length];
        this.highestIn = new OtherTable[lowest.length];
    }

    /**
     * Whether the values that a sum could have lie as far apart as {@code width}, or farther; where they do not,
     * {@link #nearest} is the table that would help for least.
     */
    boolean couldBeAnyOf(int sum, long width) {
        nearest.start();
        boolean wide = reachesAtOnce(sum, width) || nearest.found() == null && reaches(sum, width, OFTEN);
        if (!wide && nearest.loss() > MUCH) {
            outside(sum, width, goal -> search.findNearest(sum, goal));
        }
        if (!wide && nearest.found() == null) {
            outside(sum, width, goal -> search.findNearestOfAny(sum, goal, LONG));
        }
        return wide;
    }

    /** Looks for the values, above those that were seen and below them, with which a sum were as wide as it must be. */
    private void outside(int sum, long width, LongConsumer look) {
        long missing = width - width(sum);
        look.accept(highest[sum] + missing);
        if (lowest[sum] > 0) {
            look.accept(lowest[sum] - Math.min(missing, lowest[sum]));
        }
    }

    /** A table that would show more of the last sum that was asked for; null when nothing that is hidden would help. */
    NearestTable.@Nullable Found nearest() {
        return nearest.found();
    }

    /** Whether it still could, now that something is shown again. */
    boolean couldStillBeAnyOf(int sum, long width) {
        nearest.stop();
        return reaches(sum, width, OFTEN);
    }

    private boolean reachesAtOnce(int sum, long width) {
        long missing = width - width(sum);
        if (missing <= 0 || reach(sum, highest[sum] + missing, OFTEN)) {
            return true;
        }
        long most = Math.min(missing, lowest[sum]);
        return most > 0 && reach(sum, lowest[sum] - most, OFTEN) && width(sum) >= width;
    }

    private boolean reaches(int sum, long width, int attempts) {
        boolean up = true;
        boolean down = true;
        while (width(sum) < width && (up || down)) {
            long missing = width - width(sum);
            if (up) {
                up = reach(sum, highest[sum] + missing, attempts)
                        || missing > 1 && reach(sum, highest[sum] + 1, attempts);
            } else {
                long most = Math.min(missing, lowest[sum]);
                down = most > 0
                        && (reach(sum, lowest[sum] - most, attempts)
                                || most > 1 && reach(sum, lowest[sum] - 1, attempts));
            }
        }
        return width(sum) >= width;
    }

    /** Whether a sum is as wide as before, or could be on the side where the table that showed it is left out. */
    boolean isAgainAsWide(Range before, long width) {
        nearest.stop();
        int sum = before.sum();
        long missing = width - width(sum);
        if (missing > 0 && before.lowest() < lowest[sum]) {
            reach(sum, Math.max(before.lowest(), lowest[sum] - missing), LESS_OFTEN);
            missing = width - width(sum);
        }
        if (missing > 0 && before.highest() > highest[sum]) {
            reach(sum, Math.min(before.highest(), highest[sum] + missing), LESS_OFTEN);
        }
        return width(sum) >= width;
    }

    /** How far apart the values of a sum are that were seen. */
    long width(int sum) {
        return highest[sum] - lowest[sum];
    }

    private boolean reach(int sum, long goal, int attempts) {
        OtherTable found = search.find(sum, goal, attempts);
        if (found != null) {
            remember(found);
        }
        return found != null;
    }

    /** Another table, which looks like the true one now. */
    void remember(OtherTable table) {
        Map<Integer, Long> sums = table.sums(cells);
        List<Integer> extremes = new ArrayList<>();
        sums.forEach((sum, value) -> {
            if (value < lowest[sum]) {
                lowest[sum] = value;
                lowestIn[sum] = table;
                extremes.add(sum);
            }
            if (value > highest[sum]) {
                highest[sum] = value;
                highestIn[sum] = table;
                extremes.add(sum);
            }
        });
        shows.put(table, extremes);
        sums.forEach((sum, value) -> {
            if (!cells.wouldBeShown(sum, value)) {
                needsHidden.computeIfAbsent(sum, s -> new ArrayList<>()).add(table);
            }
        });
    }

    /** The lowest and highest value of a sum, and where they were seen. */
    record Range(
            int sum,
            long lowest,
            long highest,
            @Nullable OtherTable lowestIn,
            @Nullable OtherTable highestIn) {}

    /**
     * Leaves out the tables that look other now that a sum is shown again.
     *
     * @return what was known of the sums of which less is known without them; small sums come first, as they are the
     *     hardest to find another value for
     */
    List<Range> leaveOut(int shown) {
        Map<Integer, Range> before = new HashMap<>();
        for (OtherTable table : needsHidden.getOrDefault(shown, List.of())) {
            for (int sum : shows.getOrDefault(table, List.of())) {
                if (lowestIn[sum] == table || highestIn[sum] == table) {
                    before.putIfAbsent(sum, new Range(sum, lowest[sum], highest[sum], lowestIn[sum], highestIn[sum]));
                    forget(sum, table);
                }
            }
        }
        return before.values().stream()
                .sorted(Comparator.comparingLong((Range range) -> cells.value(range.sum()))
                        .thenComparing(Range::sum))
                .toList();
    }

    private void forget(int sum, OtherTable table) {
        if (lowestIn[sum] == table) {
            lowest[sum] = cells.value(sum);
            lowestIn[sum] = null;
        }
        if (highestIn[sum] == table) {
            highest[sum] = cells.value(sum);
            highestIn[sum] = null;
        }
    }

    /** Takes in again what was left out. */
    void takeIn(List<Range> before) {
        for (Range range : before) {
            int sum = range.sum();
            if (range.lowest() < lowest[sum]) {
                lowest[sum] = range.lowest();
                lowestIn[sum] = range.lowestIn();
            }
            if (range.highest() > highest[sum]) {
                highest[sum] = range.highest();
                highestIn[sum] = range.highestIn();
            }
        }
    }
}
