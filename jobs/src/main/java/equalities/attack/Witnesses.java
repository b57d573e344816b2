package equalities.attack;

import java.util.Arrays;

/** The least and the most that each unknown was seen to be where everything held: an interval is at least as wide. */
final class Witnesses {
    /** Points come close to all relations, and not to the last digit. */
    private static final double DOUBT = 20 * Projection.CLOSE;

    private final double[] least;
    private final double[] most;

    Witnesses(int size) {
        least = new double[size];
        most = new double[size];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
    }

    /** Sees a point. */
    void see(double[] point) {
        for (int i = 0; i < point.length; i++) {
            see(i, point[i]);
        }
    }

    void see(int unknown, double value) {
        if (!Double.isNaN(value)) {
            least[unknown] = Math.min(least[unknown], value);
            most[unknown] = Math.max(most[unknown], value);
        }
    }

    /** Whether an unknown can certainly be whole numbers that lie so far apart. */
    boolean areApart(int unknown, long width) {
        return Math.floor(most[unknown] - DOUBT) - Math.ceil(least[unknown] + DOUBT) >= width;
    }

    Interval seen(int unknown) {
        return Interval.within(least[unknown] + DOUBT, most[unknown] - DOUBT);
    }

    /** A number above what an unknown was seen to be that would show it far enough apart. */
    double up(int unknown, long width, double share) {
        double goal = Math.ceil(least[unknown] + DOUBT) + width + 2 * DOUBT;
        return most[unknown] + share * (goal - most[unknown]);
    }

    /** A number below what an unknown was seen to be that would show it far enough apart. */
    double down(int unknown, long width, double share) {
        double goal = Math.floor(most[unknown] - DOUBT) - width - 2 * DOUBT;
        return least[unknown] + share * (goal - least[unknown]);
    }
}
