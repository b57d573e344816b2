package equalities.attack;

/**
 * What the sum of a relation can be at least and at most, given the bounds of its unknowns. Infinite bounds are counted
 * and not added, so that one unknown's share can be taken out again.
 */
record Reach(double leastFinite, int leastInfinite, double mostFinite, int mostInfinite) {
    static Reach of(Relation relation, Bounds bounds) {
        double least = 0;
        double most = 0;
        int below = 0;
        int above = 0;
        for (int i = 0; i < relation.size(); i++) {
            double low = low(relation.weights()[i], relation.unknowns()[i], bounds);
            double high = high(relation.weights()[i], relation.unknowns()[i], bounds);
            if (Double.isInfinite(low)) {
                below++;
            } else {
                least += low;
            }
            if (Double.isInfinite(high)) {
                above++;
            } else {
                most += high;
            }
        }
        return new Reach(least, below, most, above);
    }

    double least() {
        return leastInfinite > 0 ? Double.NEGATIVE_INFINITY : leastFinite;
    }

    double most() {
        return mostInfinite > 0 ? Double.POSITIVE_INFINITY : mostFinite;
    }

    /** The least of all others. */
    double leastWithout(double weight, int unknown, Bounds bounds) {
        double low = low(weight, unknown, bounds);
        if (leastInfinite > (Double.isInfinite(low) ? 1 : 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        return Double.isInfinite(low) ? leastFinite : leastFinite - low;
    }

    /** The most of all others. */
    double mostWithout(double weight, int unknown, Bounds bounds) {
        double high = high(weight, unknown, bounds);
        if (mostInfinite > (Double.isInfinite(high) ? 1 : 0)) {
            return Double.POSITIVE_INFINITY;
        }
        return Double.isInfinite(high) ? mostFinite : mostFinite - high;
    }

    private static double low(double weight, int unknown, Bounds bounds) {
        return weight > 0 ? weight * bounds.lower(unknown) : weight * bounds.upper(unknown);
    }

    private static double high(double weight, int unknown, Bounds bounds) {
        return weight > 0 ? weight * bounds.upper(unknown) : weight * bounds.lower(unknown);
    }
}
