package equalities.stage.protect;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks for one other table: one sum has another value, every shown count rounds as before and every sum holds. */
final class TableSearch {
    /** How many attempts come before other tables are begun with. */
    private static final int SOON = 2;

    private final SumLines lines;
    private final TableRepair repair;
    private final NearestTable nearest;

    /**
     * @param nearest is shown the tables on the way
     */
    TableSearch(Island cells, TableRepair repair, NearestTable nearest) {
        this.lines = cells.lines();
        this.repair = repair;
        this.nearest = nearest;
    }

    /**
     * A sum that is to have a value.
     *
     * @param attempts how often it is searched at most from the true table; where these are many, each is longer as well
     */
    record Wish(int sum, long goal, int attempts) {}

    /** A table that fulfils a wish, sought by the first of its attempts; null when none was found. */
    @Nullable
    OtherTable findSoon(Wish wish) {
        return find(wish, 0, Math.min(SOON, wish.attempts()));
    }

    /** The same, by the others. */
    @Nullable
    OtherTable findLater(Wish wish) {
        return find(wish, SOON, wish.attempts());
    }

    private @Nullable OtherTable find(Wish wish, int first, int end) {
        Runnable look = () -> nearest.look(repair.tried(), repair.broken(), wish.sum());
        int steps = TableRepair.steps(wish.attempts());
        return with(wish, () -> {
            OtherTable found = null;
            for (int number = first; number < end && found == null; number++) {
                found = repair.attempt(wish.sum(), number, steps, TableRepair.rest(number), look);
            }
            return found;
        });
    }

    /** The same, from tables in which counts near it are others already: what is left to do is less than from the true one. */
    @Nullable
    OtherTable findFrom(List<OtherTable> tables, Wish wish) {
        int attempts = tables.size() * TableRepair.rounds(wish.attempts());
        int steps = TableRepair.steps(wish.attempts());
        return with(wish, () -> {
            OtherTable found = null;
            for (int i = 0; i < attempts && found == null; i++) {
                repair.tried().begin(tables.get(i % tables.size()));
                found = repair.attempt(wish.sum(), i, steps, TableRepair.rest(i / tables.size() + 1), () -> {});
            }
            return found;
        });
    }

    private @Nullable OtherTable with(Wish wish, Supplier<@Nullable OtherTable> search) {
        long lowest = lines.low(wish.sum());
        long highest = lines.high(wish.sum());
        lines.bound(wish.sum(), wish.goal(), wish.goal());
        OtherTable found = search.get();
        lines.bound(wish.sum(), lowest, highest);
        return found;
    }
}
