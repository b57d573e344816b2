package equalities.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Everything that a stranger can write down about series that hang together: unknown counts and the relations between them. */
final class LinearSystem {
    private final List<Unknown> unknowns;
    private final double[] lower;
    private final double[] upper;
    private final List<Relation> relations;
    private final List<RatioRelation> ratios;
    private final int[][] relationsOf;
    private final boolean isOfSeveralSeries;

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
        this.isOfSeveralSeries =
                unknowns.stream().map(Unknown::series).distinct().limit(2).count() > 1;
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

    /** The series of a relation, or of a ratio behind them; of one between several, the first. */
    Series series(int relation) {
        int linear = relations.size();
        return unknowns.get(
                        relation < linear
                                ? relations.get(relation).unknowns()[0]
                                : ratios.get(relation - linear).numerator())
                .series();
    }

    boolean isOfSeveralSeries() {
        return isOfSeveralSeries;
    }

    /** Those of which it is guessed that nobody is at two of their places. */
    Set<Series> seriesWithPlaceSums() {
        return IntStream.range(0, relations.size())
                .filter(r -> relations.get(r).isPlaceSum())
                .mapToObj(this::series)
                .collect(Collectors.toSet());
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
