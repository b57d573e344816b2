package equalities.attack;

import java.util.Arrays;
import java.util.stream.IntStream;

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

    /** Some counts together are as many as others. */
    static Relation same(String rule, int[] some, int[] others) {
        return of(rule, others, some, 0, 0, false);
    }

    /** Some counts together are no more than others. */
    static Relation among(String rule, int[] some, int[] others) {
        return of(rule, others, some, 0, Double.POSITIVE_INFINITY, false);
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
        return of(rule, new int[] {whole}, parts, lower, upper, isPlaceSum);
    }

    /** Some counts less others lie between two numbers. */
    static Relation of(String rule, int[] wholes, int[] parts, double lower, double upper, boolean isPlaceSum) {
        int[] unknowns =
                IntStream.concat(Arrays.stream(wholes), Arrays.stream(parts)).toArray();
        double[] weights = new double[unknowns.length];
        Arrays.fill(weights, 0, wholes.length, 1);
        Arrays.fill(weights, wholes.length, weights.length, -1);
        return new Relation(rule, unknowns, weights, lower, upper, isPlaceSum);
    }
}
