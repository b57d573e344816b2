package equalities.attack;

import equalities.attack.Structure.Counted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the counts of other series tell of a count by the definitions of their measures: how many cases there are stands in
 * several tables, and one that is hidden in the first may be shown in the second, or be rounded up there and down here.
 */
final class Elsewhere {
    private final Map<Series, Map<Cell, List<Told>>> told = new HashMap<>();
    private final Map<Series, Map<Cell, Count>> shown = new HashMap<>();
    private final Release release;

    /**
     * What another count tells.
     *
     * @param words what it is and how it is shown
     */
    record Told(double lower, double upper, String words) {}

    Elsewhere(Release release) {
        this.release = release;
        for (Structure.Together one : release.structure().together()) {
            if (one.counts().size() == 1 && one.of().size() == 1) {
                release.counts().keySet().forEach(series -> pair(series, one));
            }
        }
    }

    List<Told> of(Series series, Cell cell) {
        return told.getOrDefault(series, Map.of()).getOrDefault(cell, List.of());
    }

    private void pair(Series series, Structure.Together one) {
        Counted less = one.counts().get(0);
        Counted more = one.of().get(0);
        if (!less.isOf(series)) {
            return;
        }
        Series other = new Series(series.period(), more.measure(), more.basis());
        Map<Cell, Count> those = shown.computeIfAbsent(other, this::shown);
        long half = release.policy().roundingBase() / 2;
        for (Count count : release.of(series)) {
            Count there = those.get(count.cell().part(more.part()));
            if (count.cell().part().equals(less.part()) && there != null) {
                tell(
                        series,
                        count,
                        new Told(one.exactly() ? there.lower(half) : 0, there.upper(half), in(there, other)));
                tell(
                        other,
                        there,
                        new Told(
                                count.lower(half),
                                one.exactly() ? count.upper(half) : Double.POSITIVE_INFINITY,
                                in(count, series)));
            }
        }
    }

    private Map<Cell, Count> shown(Series series) {
        Map<Cell, Count> counts = new HashMap<>();
        release.of(series).forEach(count -> counts.put(count.cell(), count));
        return counts;
    }

    private String in(Count count, Series series) {
        return count.shown() + " in " + release.name() + " as " + series.measure() + ", "
                + count.cell().part();
    }

    private void tell(Series series, Count of, Told what) {
        told.computeIfAbsent(series, s -> new HashMap<>())
                .computeIfAbsent(of.cell(), c -> new ArrayList<>())
                .add(what);
    }
}
