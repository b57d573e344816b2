package equalities.attack;

/** Whole numbers that a count can be; the upper end may be infinite. */
public record Interval(double lower, double upper) {
    private static final double TINY = 1e-6;

    public Interval {
        lower += 0.0; // so that no minus stands before a 0
        upper += 0.0;
    }

    /** The whole numbers within two bounds. */
    static Interval within(double lower, double upper) {
        return new Interval(Math.ceil(lower - TINY), Math.floor(upper + TINY));
    }

    double width() {
        return upper - lower;
    }

    Interval and(Interval other) {
        return new Interval(Math.max(lower, other.lower), Math.min(upper, other.upper));
    }

    /** Whether it tells too much: narrow, and about a small number. */
    boolean tells(Structure.Policy policy) {
        return width() < policy.leastWidth() && lower < policy.threshold();
    }

    @Override
    public String toString() {
        if (Double.isInfinite(upper)) {
            return Double.isInfinite(lower) ? "any" : "%.0f or more".formatted(lower);
        }
        return lower == upper ? "%.0f".formatted(lower) : "%.0f to %.0f".formatted(lower, upper);
    }
}
