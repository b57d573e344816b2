package equalities.attack;

import java.util.Arrays;

/** Between which numbers each unknown lies, and which relation said so last; none for what was published. */
final class Bounds {
    static final int PUBLISHED = -1;

    private final double[] lower;
    private final double[] upper;
    private final int[] lowerBy;
    private final int[] upperBy;

    Bounds(double[] lower, double[] upper) {
        this.lower = lower.clone();
        this.upper = upper.clone();
        this.lowerBy = new int[lower.length];
        this.upperBy = new int[lower.length];
        Arrays.fill(lowerBy, PUBLISHED);
        Arrays.fill(upperBy, PUBLISHED);
    }

    double lower(int unknown) {
        return lower[unknown];
    }

    double upper(int unknown) {
        return upper[unknown];
    }

    int lowerBy(int unknown) {
        return lowerBy[unknown];
    }

    int upperBy(int unknown) {
        return upperBy[unknown];
    }

    void raise(int unknown, double to, int relation) {
        lower[unknown] = to;
        lowerBy[unknown] = relation;
    }

    void cut(int unknown, double to, int relation) {
        upper[unknown] = to;
        upperBy[unknown] = relation;
    }

    boolean isFixed(int unknown) {
        return upper[unknown] - lower[unknown] < 1e-9;
    }

    boolean isEmpty(int unknown) {
        return lower[unknown] > upper[unknown] + 1e-9;
    }
}
