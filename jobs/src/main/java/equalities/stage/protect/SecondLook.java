package equalities.stage.protect;

import equalities.stage.protect.Extremes.Range;
import equalities.stage.protect.Protection.Hidden;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Shows again what need not be hidden after all: one count after the other was hidden without knowing which would be
 * hidden later, so that some are hidden for nothing at the end.
 */
final class SecondLook {
    private final Island island;
    private final OtherTables others;
    private final Map<Integer, Long> widths;
    private final SharedProgress looked;

    /**
     * @param widths how far apart the values of a sum that is protected must stay
     */
    SecondLook(Island island, OtherTables others, Map<Integer, Long> widths, SharedProgress looked) {
        this.island = island;
        this.others = others;
        this.widths = widths;
        this.looked = looked;
    }

    /**
     * Shows those that can be, and says that they need no protection any more.
     *
     * @param dearest those that are looked at on both sides of what the others could be
     */
    void at(Collection<Hidden> hidden, Set<Hidden> dearest) {
        for (Hidden one : hidden) {
            int sum = one.sum();
            boolean bothSides = dearest.contains(one);
            island.showAgain(sum);
            Long width = widths.remove(sum);
            List<Range> before = others.leaveOut(sum);
            if (!before.stream().allMatch(range -> staysSafe(range, bothSides))) {
                island.hide(sum);
                before.forEach(others.extremes()::add);
                if (width != null) {
                    widths.put(sum, width);
                }
            }
            looked.done();
        }
    }

    private boolean staysSafe(Range range, boolean bothSides) {
        Long width = widths.get(range.sum());
        return width == null || others.withWhatIsHidden().isWide(range, width, bothSides);
    }
}
