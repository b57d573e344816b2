package equalities.attack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds a point of a polytope near a given one: goes from relation to relation and moves their unknowns as little as it
 * takes, within their bounds (successive projection, Agmon 1954).
 */
final class Projection {
    /** How far from a relation a point may lie; people are whole. */
    static final double CLOSE = 1e-3;

    private static final int ROUNDS = 4;

    private final List<Relation> relations;
    private final double[] lower;
    private final double[] upper;

    Projection(Polytope polytope) {
        this.relations = polytope.relations();
        this.lower = polytope.lower();
        this.upper = polytope.upper();
    }

    /** A point where all holds; null when none was come close to in so many sweeps over all relations. */
    double @Nullable [] from(double[] start, int sweeps) {
        double[] point = new double[start.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = Math.min(upper[i], Math.max(lower[i], start[i]));
        }
        for (int sweep = 0; sweep < sweeps; sweep++) {
            double worst = 0;
            for (Relation relation : relations) {
                worst = Math.max(worst, mend(relation, point));
            }
            if (worst < CLOSE) {
                return point;
            }
        }
        return null;
    }

    /** Makes one relation hold as far as the bounds let it, and returns by how much it did not. */
    private double mend(Relation relation, double[] point) {
        double value = relation.value(point);
        double lack = value < relation.lower()
                ? relation.lower() - value
                : value > relation.upper() ? relation.upper() - value : 0;
        double missing = Math.abs(lack);
        // Those at their bound cannot move: what they would have taken is shared among the others.
        for (int round = 0; round < ROUNDS && Math.abs(lack) > CLOSE / 10; round++) {
            double room = 0;
            for (int i = 0; i < relation.size(); i++) {
                room += canMove(relation, i, point, lack) ? relation.weights()[i] * relation.weights()[i] : 0;
            }
            if (room == 0) {
                break;
            }
            lack -= move(relation, point, lack, lack / room);
        }
        return missing;
    }

    private double move(Relation relation, double[] point, double lack, double step) {
        double gained = 0;
        for (int i = 0; i < relation.size(); i++) {
            if (canMove(relation, i, point, lack)) {
                int unknown = relation.unknowns()[i];
                double weight = relation.weights()[i];
                double to = Math.min(upper[unknown], Math.max(lower[unknown], point[unknown] + step * weight));
                gained += weight * (to - point[unknown]);
                point[unknown] = to;
            }
        }
        return gained;
    }

    private boolean canMove(Relation relation, int i, double[] point, double lack) {
        int unknown = relation.unknowns()[i];
        return lack * relation.weights()[i] > 0
                ? point[unknown] < upper[unknown] - 1e-12
                : point[unknown] > lower[unknown] + 1e-12;
    }
}
