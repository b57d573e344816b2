package equalities.attack;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a stranger knows of one series: what each release shows of each count, and how counts must hang together
 * whatever they are.
 */
final class Relations {
    private final SystemBuilder builder = new SystemBuilder();

    private Relations() {}

    /**
     * A system to solve.
     *
     * @param notes what the stranger had to make up their mind about, in words
     */
    record Posed(LinearSystem system, Set<String> notes) {}

    /**
     * Writes down everything.
     *
     * @param printed figures in other tables of the newest release that do not follow from shown counts
     */
    static Posed of(Series series, Timeline timeline, List<PrintedRatio> printed) {
        Relations relations = new Relations();
        for (int r = 0; r < timeline.size(); r++) {
            relations.publish(
                    new View(timeline, r, series, relations.builder),
                    timeline.release(r).name(),
                    timeline.elsewhere(r));
        }
        for (int r = 0; r < timeline.size(); r++) {
            View view = new View(timeline, r, series, relations.builder);
            relations.relate(view);
            if (r > 0) {
                View before = new View(timeline, r - 1, series, relations.builder);
                DifferenceRelations.write(before, view, relations.builder);
            }
        }
        View newest = new View(timeline, timeline.size() - 1, series, relations.builder);
        printed.forEach(p -> p.relate(newest, relations.builder));
        return new Posed(relations.builder.build(), new HashSet<>(relations.builder.notes()));
    }

    private void relate(View view) {
        AnswerRelations.write(view, builder);
        PartRelations.write(view, builder);
        PairRelations.write(view, builder);
        new PlaceRelations(view, builder).write();
    }

    private void publish(View view, String release, Elsewhere elsewhere) {
        long half = view.policy().roundingBase() / 2;
        for (Count count : view.counts()) {
            int unknown = view.make(count.cell());
            builder.publish(
                    unknown,
                    count.lower(half),
                    count.upper(half),
                    count.shown() + " in " + release,
                    count.isProtected());
            elsewhere
                    .of(view.series(), count.cell())
                    .forEach(told -> builder.alsoKnown(unknown, told.lower(), told.upper(), told.words()));
        }
    }
}
