package equalities.stage.protect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Of the tables that searches went through, the one for which least would have to be hidden: in it breaks nothing but
 * counts that may be hidden, and whoever hides these has another table.
 */
final class NearestTable {
    /** How many counts are hidden at once at most, but where there is no other way. */
    private static final int FEW = 6;

    private final Candidates candidates;
    private long loss;
    private @Nullable Found found;

    NearestTable(Candidates candidates) {
        this.candidates = candidates;
    }

    /**
     * A table, and what it breaks.
     *
     * @param broken none where it looks like the true one
     */
    record Found(OtherTable table, List<Integer> broken) {}

    /** From now on tables are looked at, and the nearest of them is kept. */
    void start() {
        loss = Long.MAX_VALUE;
        found = null;
    }

    /** From now on none is looked at. */
    void stop() {
        loss = 0;
        found = null;
    }

    @Nullable
    Found found() {
        return found;
    }

    /** What is lost with what would have to be hidden; very much when there is no such table. */
    long loss() {
        return loss;
    }

    /** Looks at a table that breaks few sums. */
    void look(TriedTable tried, BrokenSums broken, int goal) {
        if (loss > 0 && broken.size() <= FEW) {
            lookAtAny(tried, broken, goal);
        }
    }

    /** Looks at a table however many sums it breaks. */
    void lookAtAny(TriedTable tried, BrokenSums broken, int goal) {
        long all = 0;
        for (int i = 0; i < broken.size() && all < loss; i++) {
            int sum = broken.get(i);
            all = sum == goal || !candidates.couldBe(sum, tried.lines().value(sum))
                    ? Long.MAX_VALUE
                    : all + candidates.loss(sum);
        }
        if (all < loss) {
            loss = all;
            found = new Found(tried.keep(), broken.list());
        }
    }
}
