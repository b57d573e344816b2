package equalities.attack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a stranger knows of series that hang together: what each release shows of each count, and how counts must hang
 * together whatever they are.
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
     * @param tables what else the newest release tells
     */
    static Posed of(List<Series> group, Timeline timeline, Tables tables) {
        Relations relations = new Relations();
        List<Map<Series, View>> releases = relations.views(group, timeline);
        for (int r = 0; r < timeline.size(); r++) {
            String name = timeline.release(r).name();
            releases.get(r).values().forEach(view -> relations.publish(view, name));
        }
        for (int r = 0; r < timeline.size(); r++) {
            relations.relate(releases.get(r), r > 0 ? releases.get(r - 1) : Map.of());
        }
        releases.get(timeline.size() - 1)
                .forEach((series, newest) ->
                        tables.ratios(series).forEach(printed -> printed.relate(newest, relations.builder)));
        return new Posed(relations.builder.build(), new HashSet<>(relations.builder.notes()));
    }

    private List<Map<Series, View>> views(List<Series> group, Timeline timeline) {
        List<Map<Series, View>> views = new ArrayList<>();
        for (int r = 0; r < timeline.size(); r++) {
            Map<Series, View> release = new LinkedHashMap<>();
            for (Series series : group) {
                release.put(series, new View(timeline, r, series, builder));
            }
            views.add(release);
        }
        return views;
    }

    private void relate(Map<Series, View> views, Map<Series, View> before) {
        views.forEach((series, view) -> {
            AnswerRelations.write(view, builder);
            PartRelations.write(view, builder);
            PairRelations.write(view, builder);
            new PlaceRelations(view, builder).write();
            if (!before.isEmpty()) {
                DifferenceRelations.write(Objects.requireNonNull(before.get(series)), view, builder);
            }
        });
        TogetherRelations.write(views, builder);
    }

    private void publish(View view, String release) {
        long half = view.policy().roundingBase() / 2;
        for (Count count : view.counts()) {
            boolean atLeastOne = count.isProtected()
                    && view.structure().isAtLeastOne(view.series(), count.cell().part());
            builder.publish(
                    view.make(count.cell()),
                    Math.max(count.lower(half), atLeastOne ? 1 : 0),
                    count.upper(half),
                    count.shown() + " in " + release + (atLeastOne ? ", and never 0" : ""),
                    count.isProtected());
        }
    }
}
