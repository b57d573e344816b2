package equalities.attack;

import org.jspecify.annotations.Nullable;

/**
 * Finds a point where everything published holds at once, near a given one: goes from relation to relation and moves
 * their unknowns as little as it takes, within their bounds (successive projection, Agmon 1954).
 */
final class Projection {
    private static final int SWEEPS = 1500;
    private static final double CLOSE = 1e-5;

    private final LinearSystem system;
    private final Bounds bounds;

    Projection(LinearSystem system, Bounds bounds) {
        this.system = system;
        this.bounds = bounds;
    }

    /** A point where all holds; null when none was come close to. */
    double @Nullable [] from(double[] start) {
        double[] point = new double[start.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = Math.min(bounds.upper(i), Math.max(bounds.lower(i), start[i]));
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double worst = 0;
            for (Relation relation : system.relations()) {
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
        for (int round = 0; round < 4 && Math.abs(lack) > CLOSE / 10; round++) {
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
                double to = Math.min(
                        bounds.upper(unknown), Math.max(bounds.lower(unknown), point[unknown] + step * weight));
                gained += weight * (to - point[unknown]);
                point[unknown] = to;
            }
        }
        return gained;
    }

    private boolean canMove(Relation relation, int i, double[] point, double lack) {
        int unknown = relation.unknowns()[i];
        return lack * relation.weights()[i] > 0
                ? point[unknown] < bounds.upper(unknown) - 1e-12
                : point[unknown] > bounds.lower(unknown) + 1e-12;
    }
}
