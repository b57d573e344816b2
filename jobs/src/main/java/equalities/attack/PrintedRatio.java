package equalities.attack;

import java.util.List;

/**
 * Figures in a row of a table that are worked out of two counts.
 *
 * @param rule where they are printed
 */
record PrintedRatio(String rule, Cell numerator, Cell denominator, List<RatioRelation.Printed> printed) {
    /** Writes down what they tell, also as a pair of lines for those who cannot try every pair of counts. */
    void relate(View view, SystemBuilder builder) {
        int part = view.make(numerator);
        int whole = view.make(denominator);
        builder.relate(new RatioRelation(rule, part, whole, printed));
        for (RatioRelation.Printed figure : printed) {
            if (figure.statistic() == RatioRelation.Statistic.RATE) {
                int[] both = {part, whole};
                double[] low = {1, -(figure.value() - figure.half())};
                double[] high = {1, -(figure.value() + figure.half())};
                builder.relate(new Relation(rule, both, low, 0, Double.POSITIVE_INFINITY, false));
                builder.relate(new Relation(rule, both, high, Double.NEGATIVE_INFINITY, 0, false));
            }
        }
    }
}
