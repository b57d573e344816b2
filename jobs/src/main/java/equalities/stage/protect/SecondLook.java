package equalities.stage.protect;

import equalities.stage.protect.OtherTables.Range;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Shows again what need not be hidden after all: one count after the other was hidden without knowing which would be
 * hidden later, so that some are hidden for nothing at the end.
 */
final class SecondLook {
    private final LinkedCells linked;
    private final OtherTables others;
    private final Set<Integer> safe;
    private final long width;

    /**
     * @param safe the sums that could be so far apart as {@code width}, and must stay so
     */
    SecondLook(LinkedCells linked, OtherTables others, Set<Integer> safe, long width) {
        this.linked = linked;
        this.others = others;
        this.safe = safe;
        this.width = width;
    }

    /** Shows those that can be, and says that they need no protection any more. */
    void at(Collection<Integer> hidden) {
        for (int sum : hidden) {
            linked.showAgain(sum);
            boolean wasSafe = safe.remove(sum);
            List<Range> before = others.leaveOut(sum);
            if (!before.stream().allMatch(this::staysSafe)) {
                linked.hide(sum);
                others.takeIn(before);
                if (wasSafe) {
                    safe.add(sum);
                }
            }
        }
    }

    private boolean staysSafe(Range range) {
        return !safe.contains(range.sum()) || others.couldBeAnyOf(range.sum(), width);
    }
}
