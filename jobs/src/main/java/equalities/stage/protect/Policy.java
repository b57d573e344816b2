package equalities.stage.protect;

import equalities.spec.DisclosurePolicy;

/** What a disclosure policy makes of one count. */
record Policy(DisclosurePolicy policy) {

    boolean isSmall(long count) {
        return count < policy.threshold() && (count != 0 || policy.suppressZero());
    }

    /** A count as it is shown: to the nearest multiple of the rounding base, half upwards. */
    long rounded(long count) {
        long base = policy.roundingBase();
        return Math.floorDiv(2 * count + base, 2 * base) * base;
    }

    /** The lowest count that is shown as this one is. */
    long lowest(long count) {
        if (count == 0) {
            return 0;
        }
        long low = rounded(count) - policy.roundingBase() / 2;
        return Math.max(low, isSmall(1) ? policy.threshold() : Math.max(low, 0));
    }

    /** The highest count that is shown as this one is. */
    long highest(long count) {
        long base = policy.roundingBase();
        return rounded(count) + (base - 1) / 2;
    }
}
