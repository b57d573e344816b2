package equalities.attack;

import equalities.attack.Structure.Counted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the counts of several series tell of one another by the definitions of their measures: how many cases there are
 * stands in several tables, and one that is hidden in the first may be shown in the second, or be rounded up there and
 * down here.
 */
final class TogetherRelations {
    private static final String SAME = "by their definitions they come to exactly as many";
    private static final String AMONG = "by their definitions these are among those";

    private final Map<Series, View> views;
    private final SystemBuilder builder;

    private TogetherRelations(Map<Series, View> views, SystemBuilder builder) {
        this.views = views;
        this.builder = builder;
    }

    /** @param views all series of a group, as one release shows them */
    static void write(Map<Series, View> views, SystemBuilder builder) {
        TogetherRelations relations = new TogetherRelations(views, builder);
        views.values().forEach(view -> view.structure().together().forEach(together -> relations.from(view, together)));
    }

    /** The series that hang together in any release, each in one group; those that do with none are a group each. */
    static List<List<Series>> groups(Timeline timeline) {
        Map<Series, List<Series>> groupOf = new HashMap<>();
        List<Series> all = List.copyOf(timeline.newest().counts().keySet());
        all.forEach(series -> groupOf.put(series, new ArrayList<>(List.of(series))));
        for (int r = 0; r < timeline.size(); r++) {
            for (Structure.Together together : timeline.release(r).structure().together()) {
                for (Series series : all) {
                    if (together.counts().get(0).isOf(series)) {
                        together.all().forEach(counted -> merge(series, counted.in(series.period()), groupOf));
                    }
                }
            }
        }
        return all.stream().map(groupOf::get).distinct().toList();
    }

    private static void merge(Series one, Series other, Map<Series, List<Series>> groupOf) {
        List<Series> group = Objects.requireNonNull(groupOf.get(one));
        List<Series> added = groupOf.get(other);
        if (added != null && group != added) {
            group.addAll(added);
            added.forEach(series -> groupOf.put(series, group));
        }
    }

    private void from(View view, Structure.Together together) {
        Counted first = together.counts().get(0);
        if (first.isOf(view.series())) {
            view.counts().stream()
                    .map(Count::cell)
                    .filter(cell -> first.at(cell).equals(cell))
                    .forEach(cell -> write(cell, view.series().period(), together));
        }
    }

    /** Nothing is known where a table has no row. */
    private void write(Cell cell, String period, Structure.Together together) {
        int[] some = unknowns(cell, period, together.counts());
        int[] others = unknowns(cell, period, together.of());
        if (some.length == together.counts().size()
                && others.length == together.of().size()) {
            builder.relate(
                    together.exactly() ? Relation.same(SAME, some, others) : Relation.among(AMONG, some, others));
        }
    }

    private int[] unknowns(Cell cell, String period, List<Counted> several) {
        return several.stream()
                .flatMapToInt(counted -> unknown(views.get(counted.in(period)), counted.at(cell)))
                .toArray();
    }

    private static IntStream unknown(@Nullable View view, Cell cell) {
        return view != null && view.has(cell) ? IntStream.of(view.unknown(cell)) : IntStream.empty();
    }
}
