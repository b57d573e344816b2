package equalities.attack;

import java.util.List;

/**
 * Printed figures that are worked out of two counts.
 *
 * @param rule which figures of which table
 * @param printed all that the same row prints of the two
 */
record RatioRelation(String rule, int numerator, int denominator, List<Printed> printed) {
    RatioRelation {
        printed = List.copyOf(printed);
    }

    /** Whether two counts give the figures as they are printed. */
    boolean allows(double part, double whole) {
        return printed.stream().allMatch(p -> p.allows(part, whole));
    }

    /**
     * One figure.
     *
     * @param half how far the true figure may lie from it: half a unit of its last digit
     */
    record Printed(Statistic statistic, double value, double half) {
        boolean allows(double part, double whole) {
            return whole > 0 && Math.abs(statistic.of(part, whole) - value) <= half + 1e-9;
        }
    }

    /** What is published beside two counts. */
    enum Statistic {
        RATE("rate"),
        LOWER("lower"),
        UPPER("upper");

        private static final double Z = 1.959963984540054;

        private final String column;

        Statistic(String column) {
            this.column = column;
        }

        /** What tables call it. */
        String column() {
            return column;
        }

        double of(double part, double whole) {
            return switch (this) {
                case RATE -> part / whole;
                case LOWER -> wilson(part, whole, -1);
                case UPPER -> wilson(part, whole, 1);
            };
        }

        /** A bound of Wilson's interval of 95 % (Wilson 1927), kept between 0 and 1. */
        private static double wilson(double part, double whole, int side) {
            double rate = part / whole;
            double square = Z * Z / whole;
            double reach = Z * Math.sqrt(Math.max(0, rate * (1 - rate) / whole + square / whole / 4));
            return Math.min(1, Math.max(0, (rate + square / 2 + side * reach) / (1 + square)));
        }
    }
}
