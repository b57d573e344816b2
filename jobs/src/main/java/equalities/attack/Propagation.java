package equalities.attack;

import java.util.List;
import java.util.Set;

/**
 * Narrows intervals one relation at a time until nothing moves: what a person can do with a pencil. Counts are whole
 * numbers, so each bound is rounded inwards.
 */
final class Propagation {
    private static final int ROUNDS = 60;
    private static final double TINY = 1e-6;
    private static final double MOST_PAIRS = 4e6;

    private final LinearSystem system;
    private final Bounds bounds;
    private boolean moved;

    private Propagation(LinearSystem system) {
        this.system = system;
        this.bounds = system.published();
    }

    /**
     * The bounds that follow.
     *
     * @throws Contradiction when a relation cannot hold
     */
    static Bounds of(LinearSystem system) throws Contradiction {
        Propagation propagation = new Propagation(system);
        propagation.moved = true;
        for (int round = 0; propagation.moved && round < ROUNDS; round++) {
            propagation.moved = false;
            propagation.round();
        }
        return propagation.bounds;
    }

    private void round() throws Contradiction {
        List<Relation> relations = system.relations();
        for (int r = 0; r < relations.size(); r++) {
            narrow(relations.get(r), r);
        }
        for (int r = 0; r < system.ratios().size(); r++) {
            narrow(system.ratios().get(r), relations.size() + r);
        }
    }

    private void narrow(Relation relation, int index) throws Contradiction {
        Reach reach = Reach.of(relation, bounds);
        if (reach.least() > relation.upper() + TINY || reach.most() < relation.lower() - TINY) {
            throw new Contradiction(Set.of(index));
        }
        for (int i = 0; i < relation.size(); i++) {
            int unknown = relation.unknowns()[i];
            double weight = relation.weights()[i];
            double most = (relation.upper() - reach.leastWithout(weight, unknown, bounds)) / weight;
            double least = (relation.lower() - reach.mostWithout(weight, unknown, bounds)) / weight;
            tighten(unknown, Math.min(most, least), Math.max(most, least), index);
            if (bounds.isEmpty(unknown)) {
                throw new Contradiction(Set.of(index));
            }
        }
    }

    private void tighten(int unknown, double lower, double upper, int index) {
        double whole = Math.ceil(lower - TINY);
        if (whole > bounds.lower(unknown)) {
            bounds.raise(unknown, whole, index);
            moved = true;
        }
        double part = Math.floor(upper + TINY);
        if (part < bounds.upper(unknown)) {
            bounds.cut(unknown, part, index);
            moved = true;
        }
    }

    /** Tries every pair of counts, when they are few enough. */
    private void narrow(RatioRelation ratio, int index) throws Contradiction {
        int n = ratio.numerator();
        int d = ratio.denominator();
        double pairs = (bounds.upper(n) - bounds.lower(n) + 1) * (bounds.upper(d) - bounds.lower(d) + 1);
        if (pairs > MOST_PAIRS) {
            return;
        }
        Box box = new Box();
        for (double whole = bounds.lower(d); whole <= bounds.upper(d); whole++) {
            for (double part = bounds.lower(n); part <= Math.min(whole, bounds.upper(n)); part++) {
                if (ratio.allows(part, whole)) {
                    box.add(part, whole);
                }
            }
        }
        if (box.isEmpty()) {
            throw new Contradiction(Set.of(index));
        }
        tighten(n, box.leastPart, box.mostPart, index);
        tighten(d, box.leastWhole, box.mostWhole, index);
    }

    /** The pairs that are possible, by their extremes. */
    private static final class Box {
        private double leastPart = Double.POSITIVE_INFINITY;
        private double mostPart = Double.NEGATIVE_INFINITY;
        private double leastWhole = Double.POSITIVE_INFINITY;
        private double mostWhole = Double.NEGATIVE_INFINITY;

        private void add(double part, double whole) {
            leastPart = Math.min(leastPart, part);
            mostPart = Math.max(mostPart, part);
            leastWhole = Math.min(leastWhole, whole);
            mostWhole = Math.max(mostWhole, whole);
        }

        private boolean isEmpty() {
            return leastPart > mostPart;
        }
    }
}
