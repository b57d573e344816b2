package equalities.attack;

import java.util.ArrayList;
import java.util.List;

/** Everything that a stranger can write down about one series: unknown counts and the relations between them. */
final class LinearSystem {
    private final List<Unknown> unknowns;
    private final double[] lower;
    private final double[] upper;
    private final List<Relation> relations;
    private final List<RatioRelation> ratios;
    private final int[][] relationsOf;

    LinearSystem(
            List<Unknown> unknowns,
            double[] lower,
            double[] upper,
            List<Relation> relations,
            List<RatioRelation> ratios) {
        this.unknowns = List.copyOf(unknowns);
        this.lower = lower.clone();
        this.upper = upper.clone();
        this.relations = List.copyOf(relations);
        this.ratios = List.copyOf(ratios);
        this.relationsOf = relationsOf();
    }

    int size() {
        return unknowns.size();
    }

    Unknown unknown(int index) {
        return unknowns.get(index);
    }

    List<Relation> relations() {
        return relations;
    }

    List<RatioRelation> ratios() {
        return ratios;
    }

    int[] relationsOf(int unknown) {
        return relationsOf[unknown];
    }

    /** What was published, before anything was derived from it. */
    Bounds published() {
        return new Bounds(lower, upper);
    }

    List<Unknown> protectedUnknowns() {
        return unknowns.stream().filter(Unknown::isProtected).toList();
    }

    /** The same with other relations. */
    LinearSystem with(List<Relation> others, List<RatioRelation> otherRatios) {
        return new LinearSystem(unknowns, lower, upper, others, otherRatios);
    }

    private int[][] relationsOf() {
        List<List<Integer>> of = new ArrayList<>();
        unknowns.forEach(u -> of.add(new ArrayList<>(4)));
        for (int r = 0; r < relations.size(); r++) {
            for (int unknown : relations.get(r).unknowns()) {
                of.get(unknown).add(r);
            }
        }
        return of.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
