package equalities.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** Medians, quartiles and extremes are what somebody was; of few people it can be told who. */
final class Quantiles {
    private static final Set<String> FIGURES =
            Set.of("median", "lower_quartile", "upper_quartile", "minimum", "maximum");

    private Quantiles() {}

    /** Those over people who are hidden or fewer than the threshold. */
    static List<Crack> ofFew(PrintedTable table, Structure.Policy policy) {
        List<Crack> cracks = new ArrayList<>();
        for (Map<String, String> row : table.rows()) {
            String people = PrintedTable.first(row, "met", "people", "records", "denominator");
            for (String figure : new TreeSet<>(FIGURES)) {
                if (!people.isEmpty() && PrintedTable.number(row, figure).isPresent()) {
                    OptionalDouble of = PrintedTable.number(row, people);
                    if (of.isEmpty() || of.getAsDouble() < policy.threshold()) {
                        cracks.add(crack(table, row, figure, people, of));
                    }
                }
            }
        }
        return cracks;
    }

    private static Crack crack(
            PrintedTable table, Map<String, String> row, String figure, String people, OptionalDouble of) {
        String number = of.isPresent() ? "only " + Math.round(of.getAsDouble()) : "a hidden number of";
        return new Crack(
                table.name(),
                row.getOrDefault("period", "") + " " + row.getOrDefault("place", "") + ", " + figure,
                new Interval(0, of.orElse(0)),
                List.of("the " + figure + " " + row.get(figure) + " is shown beside " + number + " " + people
                        + ": it is what one of them was"));
    }
}
