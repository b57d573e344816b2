package equalities.attack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small numbers that are shown as they are. */
final class ShownCounts {
    private ShownCounts() {}

    /** The shown counts below the threshold. A shown 0 is one too where zeros are hidden, unless nobody could be in it. */
    static List<Crack> small(Series series, Release release) {
        Structure.Policy policy = release.policy();
        Map<Cell, Count> all = new HashMap<>();
        release.of(series).forEach(c -> all.put(c.cell(), c));
        long half = policy.roundingBase() / 2;
        return release.of(series).stream()
                .filter(c -> c.mark() == Count.Mark.SHOWN && c.value() < policy.threshold())
                .filter(c -> c.value() > 0 || (policy.zeroHidden() && somebodyCouldBeIn(c.cell(), all, release)))
                .map(c -> new Crack(
                        series.toString(),
                        c.cell().toString(),
                        new Interval(Math.max(0, c.value() - half), c.value() + half),
                        List.of("it is shown as " + c.value() + ", below the threshold of " + policy.threshold())))
                .toList();
    }

    private static boolean somebodyCouldBeIn(Cell cell, Map<Cell, Count> all, Release release) {
        boolean nobodyThere = isZero(all.get(cell.total())) && !cell.equals(cell.total());
        boolean nobodyInTheWhole = release.structure().atMost().stream()
                .filter(a -> a.part().equals(cell.part()))
                .anyMatch(a -> isZero(all.get(cell.part(a.whole()))));
        return !nobodyThere && !nobodyInTheWhole;
    }

    private static boolean isZero(@Nullable Count count) {
        return count == null || (count.mark() == Count.Mark.SHOWN && count.value() == 0);
    }
}
