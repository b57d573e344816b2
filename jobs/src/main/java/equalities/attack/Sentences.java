package equalities.attack;

import java.util.ArrayList;
import java.util.List;

/** Relations in words. */
final class Sentences {
    private static final int SHOWN = 12;

    private Sentences() {}

    /** A relation, by its place among all, with what was published of each of its counts. */
    static String of(int index, LinearSystem system) {
        if (index >= system.relations().size()) {
            RatioRelation ratio = system.ratios().get(index - system.relations().size());
            return ratio.rule() + " fits few whole numbers of " + told(ratio.numerator(), system) + " among "
                    + told(ratio.denominator(), system);
        }
        Relation relation = system.relations().get(index);
        String sign = relation.lower() == relation.upper()
                ? " is "
                : Double.isInfinite(relation.lower()) ? " is at most " : " is at least ";
        return side(relation, 1, system) + sign + side(relation, -1, system) + ": " + relation.rule();
    }

    private static String side(Relation relation, int sign, LinearSystem system) {
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < relation.size(); i++) {
            double weight = relation.weights()[i] * sign;
            if (weight > 0) {
                String times = weight == 1 ? "" : "%.4f of ".formatted(weight);
                terms.add(times + told(relation.unknowns()[i], system));
            }
        }
        int more = terms.size() - SHOWN;
        return more <= 0
                ? String.join(" + ", terms)
                : String.join(" + ", terms.subList(0, SHOWN)) + " + " + more + " more";
    }

    /** A count, with its measure where there are several, and what was published of it. */
    static String told(int index, LinearSystem system) {
        Unknown one = system.unknown(index);
        Bounds published = system.published();
        Interval interval = Interval.within(published.lower(index), published.upper(index));
        boolean isShown = !Double.isInfinite(interval.upper()) && interval.width() > 0;
        String series = system.isOfSeveralSeries() ? one.series().measure() + " of " : "";
        return "[" + series + one.words() + ": " + one.state() + (isShown ? ", so " + interval : "") + "]";
    }
}
