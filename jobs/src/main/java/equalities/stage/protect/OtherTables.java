package equalities.stage.protect;

import equalities.stage.protect.Extremes.Range;
import java.util.ArrayList;
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
    /** When more is lost than this, it is asked what else could be hidden. */
    private static final long MUCH = 400;

    /** After so many long searches in vain, one after the other, no more is searched long on an island. */
    private static final int IN_VAIN = 30;

    private final Island cells;
    private final NearestTable nearest;
    private final LoosenedSearch loosened;
    private final Extremes extremes;
    private final Reach reach;
    private final Map<OtherTable, List<Integer>> shows = new IdentityHashMap<>();
    private final Map<Integer, List<OtherTable>> needsHidden = new HashMap<>();
    private int inVain;

    OtherTables(Island cells, Candidates candidates) {
        this.cells = cells;
        this.nearest = new NearestTable(candidates);
        this.extremes = new Extremes(cells);
        TableRepair repair = new TableRepair(cells);
        this.loosened = new LoosenedSearch(cells, candidates, repair, nearest);
        this.reach = new Reach(new TableSearch(cells, repair, nearest), extremes, this::remember);
    }

    /** What they show. */
    Extremes extremes() {
        return extremes;
    }

    /**
     * Whether the values that a sum could have lie as far apart as {@code width}, or farther; where they do not,
     * {@link #nearest} is the table that would help for least.
     */
    boolean couldBeAnyOf(int sum, long width) {
        nearest.start();
        boolean wide = reach.reachesAtOnce(sum, width) || nearest.found() == null && reach.reaches(sum, width);
        if (!wide && nearest.loss() > MUCH) {
            outside(sum, width, goal -> loosened.findNearest(sum, goal));
        }
        return wide || nearest.found() == null && inVain < IN_VAIN && couldBeAfterAll(sum, width);
    }

    private boolean couldBeAfterAll(int sum, long width) {
        boolean wide = reach.reachesAfterAll(sum, width);
        if (!wide && nearest.found() == null) {
            outside(sum, width, goal -> loosened.findNearestOfAny(sum, goal, Reach.LONG));
        }
        inVain = wide || nearest.found() != null ? 0 : inVain + 1;
        return wide;
    }

    /** Looks for the values, above those that were seen and below them, with which a sum were as wide as it must be. */
    private void outside(int sum, long width, LongConsumer look) {
        long missing = width - extremes.width(sum);
        look.accept(extremes.highest(sum) + missing);
        if (extremes.below(sum) > 0) {
            look.accept(extremes.lowest(sum) - Math.min(missing, extremes.below(sum)));
        }
    }

    /** A table that would show more of the last sum that was asked for; null when nothing that is hidden would help. */
    NearestTable.@Nullable Found nearest() {
        return nearest.found();
    }

    /** Searches for what is shown again and no more for what else could be hidden. */
    Reach withWhatIsHidden() {
        nearest.stop();
        return reach;
    }

    /** Another table, which looks like the true one now. */
    void remember(OtherTable table) {
        OtherTable.Sums sums = table.sums(cells);
        shows.put(table, extremes.take(table, sums));
        for (int i = 0; i < sums.sums().length; i++) {
            int sum = sums.sums()[i];
            if (!cells.wouldBeShown(sum, sums.values()[i])) {
                needsHidden.computeIfAbsent(sum, s -> new ArrayList<>()).add(table);
            }
        }
    }

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
                if (extremes.isIn(table, sum)) {
                    before.putIfAbsent(sum, extremes.of(sum));
                    extremes.forget(sum, table);
                }
            }
        }
        return before.values().stream()
                .sorted(Comparator.comparingLong((Range range) -> cells.value(range.sum()))
                        .thenComparing(Range::sum))
                .toList();
    }
}
