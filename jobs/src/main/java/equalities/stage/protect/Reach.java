package equalities.stage.protect;

import equalities.stage.protect.Extremes.Range;
import equalities.stage.protect.TableSearch.Wish;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Searches other tables until a sum was seen with values that lie so far apart as they must. */
final class Reach {
    /** How often a table is searched: where nothing else is left to do, where it is wanted much, and less. */
    static final int LONG = 32;

    private static final int OFTEN = 4;
    private static final int LESS_OFTEN = 2;

    private final TableSearch search;
    private final Extremes extremes;
    private final Consumer<OtherTable> found;

    /** What was searched in vain while nothing was hidden or shown, and from which near tables: it would be once more. */
    private final Map<Wish, Set<OtherTable>> inVain = new HashMap<>();

    /**
     * @param found is given each table that was found, and sees to it that {@code extremes} know it
     */
    Reach(TableSearch search, Extremes extremes, Consumer<OtherTable> found) {
        this.search = search;
        this.extremes = extremes;
        this.found = found;
    }

    /** Whether one table more is enough. */
    boolean reachesAtOnce(int sum, long width) {
        inVain.clear();
        long missing = width - extremes.width(sum);
        if (missing <= 0 || reach(new Wish(sum, extremes.highest(sum) + missing, OFTEN))) {
            return true;
        }
        long most = Math.min(missing, extremes.below(sum));
        return most > 0 && reach(new Wish(sum, extremes.lowest(sum) - most, OFTEN)) && extremes.width(sum) >= width;
    }

    /** Whether any number of tables is. */
    boolean reaches(int sum, long width) {
        return reaches(sum, width, OFTEN);
    }

    /** The same, and searches long. */
    boolean reachesAfterAll(int sum, long width) {
        return reaches(sum, width, LONG);
    }

    private boolean reaches(int sum, long width, int attempts) {
        boolean up = true;
        boolean down = true;
        while (extremes.width(sum) < width && (up || down)) {
            long missing = width - extremes.width(sum);
            if (up) {
                long highest = extremes.highest(sum);
                up = reach(new Wish(sum, highest + missing, attempts))
                        || missing > 1 && reach(new Wish(sum, highest + 1, attempts));
            } else {
                long lowest = extremes.lowest(sum);
                long most = Math.min(missing, extremes.below(sum));
                down = most > 0
                        && (reach(new Wish(sum, lowest - most, attempts))
                                || most > 1 && reach(new Wish(sum, lowest - 1, attempts)));
            }
        }
        return extremes.width(sum) >= width;
    }

    /**
     * Whether a sum is wide enough, now that some tables are left out.
     *
     * @param before what was seen of it with these
     * @param bothSides whether it is searched on the side as well on which none of these showed it
     */
    boolean isWide(Range before, long width, boolean bothSides) {
        inVain.clear();
        return bothSides ? reaches(before.sum(), width) : isAgainAsWide(before, width);
    }

    private boolean isAgainAsWide(Range before, long width) {
        int sum = before.sum();
        long missing = width - extremes.width(sum);
        if (missing > 0 && before.lowest() < extremes.lowest(sum)) {
            reach(new Wish(sum, Math.max(before.lowest(), extremes.lowest(sum) - missing), LESS_OFTEN));
            missing = width - extremes.width(sum);
        }
        if (missing > 0 && before.highest() > extremes.highest(sum)) {
            reach(new Wish(sum, Math.min(before.highest(), extremes.highest(sum) + missing), LESS_OFTEN));
        }
        return extremes.width(sum) >= width;
    }

    private boolean reach(Wish wish) {
        boolean isNew = !inVain.containsKey(wish);
        OtherTable table = isNew ? search.findSoon(wish) : null;
        if (table == null) {
            table = further(wish, isNew);
        }
        if (table != null) {
            found.accept(table);
        }
        return table != null;
    }

    private @Nullable OtherTable further(Wish wish, boolean isNew) {
        List<OtherTable> near = near(wish);
        OtherTable table = search.findFrom(near, wish);
        if (table == null && isNew) {
            table = search.findLater(wish);
        }
        if (table == null) {
            inVain.computeIfAbsent(wish, w -> none()).addAll(near);
        }
        return table;
    }

    /** The tables near it from which it was not searched before. */
    private List<OtherTable> near(Wish wish) {
        if (wish.attempts() < OFTEN) {
            return List.of();
        }
        Set<OtherTable> before = inVain.getOrDefault(wish, none());
        return extremes.near(wish.sum(), wish.goal() > extremes.highest(wish.sum())).stream()
                .filter(table -> !before.contains(table))
                .toList();
    }

    private static Set<OtherTable> none() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
