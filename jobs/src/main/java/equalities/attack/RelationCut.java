package equalities.attack;

import org.jspecify.annotations.Nullable;

/** A relation with only some of its unknowns left; what the others can add goes into its limits. */
final class RelationCut {
    private RelationCut() {}

    /**
     * Cuts a relation.
     *
     * @param places of each unknown of the system its place among those left, or -1
     * @param point where the others stay; null when they may be anything within their bounds
     */
    static Relation of(Relation relation, int[] places, Bounds bounds, double @Nullable [] point) {
        int left = 0;
        for (int unknown : relation.unknowns()) {
            left += places[unknown] >= 0 ? 1 : 0;
        }
        int[] unknowns = new int[left];
        double[] weights = new double[left];
        double least = 0;
        double most = 0;
        int at = 0;
        for (int i = 0; i < relation.size(); i++) {
            int unknown = relation.unknowns()[i];
            double weight = relation.weights()[i];
            if (places[unknown] >= 0) {
                unknowns[at] = places[unknown];
                weights[at++] = weight;
            } else {
                double low = point == null ? bounds.lower(unknown) : point[unknown];
                double high = point == null ? bounds.upper(unknown) : point[unknown];
                least += weight * (weight > 0 ? low : high);
                most += weight * (weight > 0 ? high : low);
            }
        }
        // A point comes close to each relation: as close as it is, it stays.
        double below = point == null ? 0 : Math.max(0, relation.lower() - relation.value(point));
        double above = point == null ? 0 : Math.max(0, relation.value(point) - relation.upper());
        return new Relation(
                relation.rule(),
                unknowns,
                weights,
                relation.lower() - most - below,
                relation.upper() - least + above,
                relation.isPlaceSum());
    }
}
