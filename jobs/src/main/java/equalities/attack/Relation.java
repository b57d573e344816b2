package equalities.attack;

import java.util.Arrays;

/**
 * What a stranger knows: a weighted sum of unknowns lies between two numbers.
 *
 * @param rule why, in words
 * @param isPlaceSum whether it is only a guess that people are not at two places
 */
record Relation(String rule, int[] unknowns, double[] weights, double lower, double upper, boolean isPlaceSum) {
    int size() {
        return unknowns.length;
    }

    /** The whole is its parts. */
    static Relation sum(String rule, int whole, int[] parts, boolean isPlaceSum) {
        return of(rule, whole, parts, 0, 0, isPlaceSum);
    }

    /** The whole is at most its parts together. */
    static Relation atMostTogether(String rule, int whole, int[] parts) {
        return of(rule, whole, parts, Double.NEGATIVE_INFINITY, 0, false);
    }

    /** The parts together are at most the whole. */
    static Relation atLeastTogether(String rule, int whole, int... parts) {
        return of(rule, whole, parts, 0, Double.POSITIVE_INFINITY, false);
    }

    /**
     * The same with less certainty: the whole may be less than its parts, for a person can be in two. A comparison of
     * several wholes says nothing then.
     */
    Relation relaxed() {
        boolean severalWholes = Arrays.stream(weights).filter(w -> w > 0).count() > 1;
        double most = severalWholes ? Double.POSITIVE_INFINITY : upper;
        return new Relation(rule, unknowns, weights, Double.NEGATIVE_INFINITY, most, false);
    }

    double value(double[] point) {
        double sum = 0;
        for (int i = 0; i < unknowns.length; i++) {
            sum += weights[i] * point[unknowns[i]];
        }
        return sum;
    }

    private static Relation of(String rule, int whole, int[] parts, double lower, double upper, boolean isPlaceSum) {
        int[] unknowns = new int[parts.length + 1];
        double[] weights = new double[parts.length + 1];
        unknowns[0] = whole;
        weights[0] = 1;
        for (int i = 0; i < parts.length; i++) {
            unknowns[i + 1] = parts[i];
            weights[i + 1] = -1;
        }
        return new Relation(rule, unknowns, weights, lower, upper, isPlaceSum);
    }
}
