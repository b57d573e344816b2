package equalities.stage.protect;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Looks for the nearest table among those that are one if more is hidden. */
final class LoosenedSearch {
    /** What may be lost with a count that is hidden as well, one try after the other. */
    private static final long[] LOSSES = {16, 64, 256, 1024, LinkedCells.ANY};

    /** How many kinds of attempts are made for each of these. */
    private static final int KINDS = 3;

    private final Island cells;
    private final TableRepair repair;
    private final NearestTable nearest;
    private final LoosenedBounds loosened;

    LoosenedSearch(Island cells, Candidates candidates, TableRepair repair, NearestTable nearest) {
        this.cells = cells;
        this.repair = repair;
        this.nearest = nearest;
        this.loosened = new LoosenedBounds(cells, candidates);
    }

    /**
     * Goes from tables that break only what may be hidden to those that break less of it, so that the nearest is seen;
     * more of what tells much is broken only where nothing else helps.
     */
    void findNearest(int sum, long goal) {
        with(sum, goal, () -> {
            boolean found = false;
            for (int i = 0; i < LOSSES.length && !found && LOSSES[i] < nearest.loss(); i++) {
                loosened.loosen(LOSSES[i], sum);
                for (int number = 1; number <= KINDS; number++) {
                    found |= tighten(sum, number, TableRepair.STEPS);
                }
            }
        });
    }

    /** The same from any table that is one were everything hidden that may be, and searches as often as is said for it. */
    void findNearestOfAny(int sum, long goal, int attempts) {
        with(sum, goal, () -> {
            loosened.loosen(LinkedCells.ANY, sum);
            boolean found = false;
            for (int number = 0; number < attempts && !found; number++) {
                found = tighten(sum, number, TableRepair.steps(attempts));
            }
        });
    }

    /** From a table that is one if more is hidden to what breaks less; false when there is none to begin with. */
    private boolean tighten(int sum, int number, int steps) {
        TriedTable tried = repair.tried();
        SplittableRandom random = repair.random(sum, number);
        int rest = TableRepair.rest(number);
        tried.on(loosened.lines());
        repair.note(sum);
        boolean found = repair.repair(steps, rest, random, () -> {});
        tried.on(cells.lines());
        if (found) {
            Arrays.stream(tried.keep().sums(cells).sums()).forEach(repair::note);
            Runnable look = () -> nearest.lookAtAny(tried, repair.broken(), sum);
            look.run();
            repair.repair(TableRepair.STEPS, rest, random, look);
        }
        repair.forget();
        return found;
    }

    private void with(int sum, long goal, Runnable search) {
        SumLines lines = cells.lines();
        long lowest = lines.low(sum);
        long highest = lines.high(sum);
        lines.bound(sum, goal, goal);
        loosened.start();
        search.run();
        lines.bound(sum, lowest, highest);
    }
}
