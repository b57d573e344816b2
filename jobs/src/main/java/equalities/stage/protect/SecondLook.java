package equalities.stage.protect;

import equalities.stage.protect.OtherTables.Range;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Shows again what need not be hidden after all: one count after the other was hidden without knowing which would be
 * hidden later, so that some are hidden for nothing at the end.
 */
final class SecondLook {
    /** How many counts are looked at on both sides of what the others could be; these are the dearest. */
    private static final int BOTH_SIDES = 1500;

    private final LinkedCells linked;
    private final OtherTables others;
    private final Map<Integer, Long> widths;

    /**
     * @param widths how far apart the values of a sum that is protected must stay
     */
    SecondLook(LinkedCells linked, OtherTables others, Map<Integer, Long> widths) {
        this.linked = linked;
        this.others = others;
        this.widths = widths;
    }

    /** Shows those that can be, and says that they need no protection any more. */
    void at(Collection<Integer> hidden) {
        int looked = 0;
        for (int sum : hidden) {
            boolean bothSides = looked++ < BOTH_SIDES;
            linked.showAgain(sum);
            Long width = widths.remove(sum);
            List<Range> before = others.leaveOut(sum);
            if (!before.stream().allMatch(range -> staysSafe(range, bothSides))) {
                linked.hide(sum);
                others.takeIn(before);
                if (width != null) {
                    widths.put(sum, width);
                }
            }
        }
    }

    private boolean staysSafe(Range range, boolean bothSides) {
        Long width = widths.get(range.sum());
        return width == null
                || (bothSides ? others.couldStillBeAnyOf(range.sum(), width) : others.isAgainAsWide(range, width));
    }
}
