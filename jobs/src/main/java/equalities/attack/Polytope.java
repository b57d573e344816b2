package equalities.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All that some unknowns can be, as relations and bounds over these alone. The others either stay at a point where
 * everything holds, so that what is in it is possible; or may be anything within their bounds, so that what is not in it
 * is impossible.
 *
 * @param inside the unknowns, by their place in the system
 * @param relations over places in {@code inside}
 * @param origins of each relation, its place among those of the system
 */
record Polytope(int[] inside, List<Relation> relations, List<Integer> origins, double[] lower, double[] upper) {
    /** Everything. */
    static Polytope of(LinearSystem system, Bounds bounds) {
        int[] all = IntStream.range(0, system.size()).toArray();
        List<Integer> origins =
                IntStream.range(0, system.relations().size()).boxed().toList();
        return new Polytope(all, system.relations(), origins, lower(all, bounds), upper(all, bounds));
    }

    /** What these can be while all others stay at a point. */
    static Polytope around(double[] point, int[] inside, LinearSystem system, Bounds bounds) {
        return cut(inside, touching(inside, system), system, bounds, point);
    }

    /** What these can be at most, whatever the others are, as far as some relations say. */
    static Polytope relaxed(int[] inside, Collection<Integer> relations, LinearSystem system, Bounds bounds) {
        return cut(inside, relations, system, bounds, null);
    }

    /** The relations of some unknowns, by their place among all. */
    static Set<Integer> touching(int[] inside, LinearSystem system) {
        Set<Integer> touching = new LinkedHashSet<>();
        for (int unknown : inside) {
            for (int r : system.relationsOf(unknown)) {
                touching.add(r);
            }
        }
        return touching;
    }

    int size() {
        return inside.length;
    }

    /** The same with one unknown that is known. */
    Polytope with(int place, double value) {
        double[] low = lower.clone();
        double[] high = upper.clone();
        low[place] = value;
        high[place] = value;
        return new Polytope(inside, relations, origins, low, high);
    }

    private static Polytope cut(
            int[] inside,
            Collection<Integer> relations,
            LinearSystem system,
            Bounds bounds,
            double @Nullable [] point) {
        int[] places = new int[system.size()];
        Arrays.fill(places, -1);
        for (int i = 0; i < inside.length; i++) {
            places[inside[i]] = i;
        }
        List<Relation> cut = new ArrayList<>();
        List<Integer> origins = new ArrayList<>();
        for (int r : relations) {
            Relation inner = RelationCut.of(system.relations().get(r), places, bounds, point);
            // With one unknown left it says what the bounds say, unless the others stay where they are.
            if (inner.size() > 1 || point != null) {
                cut.add(inner);
                origins.add(r);
            }
        }
        return new Polytope(inside, cut, origins, lower(inside, bounds), upper(inside, bounds));
    }

    private static double[] lower(int[] inside, Bounds bounds) {
        return Arrays.stream(inside).mapToDouble(bounds::lower).toArray();
    }

    private static double[] upper(int[] inside, Bounds bounds) {
        return Arrays.stream(inside).mapToDouble(bounds::upper).toArray();
    }
}
