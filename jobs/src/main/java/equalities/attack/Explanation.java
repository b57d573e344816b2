package equalities.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Why a count can be found out: the fewest published figures that still say so, in words. */
final class Explanation {
    /** Beyond this many relations the fewest are not looked for. */
    private static final int MOST = 80;

    private static final int SHOWN = 6;

    private final Unknown unknown;
    private final Interval found;
    private final LinearSystem system;
    private final Bounds bounds;

    private Explanation(Unknown unknown, Interval found, LinearSystem system, Bounds bounds) {
        this.unknown = unknown;
        this.found = found;
        this.system = system;
        this.bounds = bounds;
    }

    /** From the relations that narrowed it one after the other. */
    static List<String> trail(Unknown unknown, Interval found, LinearSystem system, Bounds bounds) {
        Explanation explanation = new Explanation(unknown, found, system, bounds);
        Set<Integer> trail = new LinkedHashSet<>();
        explanation.follow(unknown.index(), trail);
        return explanation.words(trail);
    }

    /** From relations that narrow it all together. */
    static List<String> together(
            Unknown unknown, Interval found, LinearSystem system, Bounds bounds, Set<Integer> relations) {
        return new Explanation(unknown, found, system, bounds).words(relations);
    }

    private void follow(int one, Set<Integer> trail) {
        for (int by : new int[] {bounds.lowerBy(one), bounds.upperBy(one)}) {
            if (by != Bounds.PUBLISHED && trail.add(by)) {
                for (int other : unknowns(by)) {
                    if (other != one) {
                        follow(other, trail);
                    }
                }
            }
        }
    }

    private List<String> words(Set<Integer> relations) {
        Set<Integer> fewest = relations.size() <= MOST ? fewest(relations) : relations;
        List<String> words = new ArrayList<>();
        fewest.stream().limit(SHOWN).forEach(r -> words.add(Sentences.of(r, system)));
        if (fewest.size() > SHOWN) {
            words.add("and " + (fewest.size() - SHOWN) + " more relations of this kind");
        }
        if (words.isEmpty()) {
            words.add(Sentences.told(unknown.index(), system));
        }
        return words;
    }

    /** Leaves out one relation after the other, as long as the rest still says the same. */
    private Set<Integer> fewest(Set<Integer> relations) {
        Set<Integer> linear = new TreeSet<>(relations);
        linear.removeIf(r -> r >= system.relations().size());
        if (linear.size() < relations.size() || !tells(linear)) {
            return relations;
        }
        for (int relation : relations) {
            linear.remove(relation);
            if (!tells(linear)) {
                linear.add(relation);
            }
        }
        return linear;
    }

    private boolean tells(Set<Integer> relations) {
        int[] inside = IntStream.concat(
                        IntStream.of(unknown.index()), relations.stream().flatMapToInt(r -> Arrays.stream(unknowns(r))))
                .distinct()
                .toArray();
        Polytope polytope = Polytope.relaxed(inside, relations, system, system.published());
        return found.equals(new LinearProgram(polytope).interval(0));
    }

    private int[] unknowns(int relation) {
        int linear = system.relations().size();
        if (relation < linear) {
            return system.relations().get(relation).unknowns();
        }
        RatioRelation ratio = system.ratios().get(relation - linear);
        return new int[] {ratio.numerator(), ratio.denominator()};
    }
}
