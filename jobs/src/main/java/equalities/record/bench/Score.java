package equalities.record.bench;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Ten measures between 0 and 1, whose sum is the score: whether the file could be read at all, and precision, recall and
 * F1 of headings, rows and cells; as Vitagliano et al. (Pollock, PVLDB 16, 2023) define them.
 */
record Score(double read, Agreement headings, Agreement rows, Agreement cells) {
    static final Score NOTHING = new Score(0, Agreement.NONE, Agreement.NONE, Agreement.NONE);

    /** Of 10. */
    double sum() {
        return read + headings.sum() + rows.sum() + cells.sum();
    }

    static Score of(CleanTable expected, CleanTable found) {
        return new Score(
                1,
                Agreement.of(expected.headings(), found.headings()),
                Agreement.of(rows(expected), rows(found)),
                Agreement.of(cells(expected), cells(found)));
    }

    private static List<String> rows(CleanTable table) {
        return table.rows().stream().map(r -> String.join("\u0000", r)).toList();
    }

    private static List<String> cells(CleanTable table) {
        return table.rows().stream().flatMap(List::stream).toList();
    }

    static double mean(Collection<Score> scores) {
        return scores.stream().mapToDouble(Score::sum).average().orElse(0);
    }

    /** How far two bags of texts agree. */
    record Agreement(double precision, double recall) {
        static final Agreement NONE = new Agreement(0, 0);

        double sum() {
            double both = precision + recall;
            return both + (both == 0 ? 0 : 2 * precision * recall / both);
        }

        static Agreement of(List<String> expected, List<String> found) {
            if (expected.isEmpty() && found.isEmpty()) {
                return new Agreement(1, 1);
            }
            if (expected.isEmpty() || found.isEmpty()) {
                return NONE;
            }
            Map<String, Integer> left = new HashMap<>();
            expected.forEach(e -> left.merge(e, 1, Integer::sum));
            long same = found.stream()
                    .filter(f -> left.merge(f, -1, Integer::sum) >= 0)
                    .count();
            return new Agreement((double) same / found.size(), (double) same / expected.size());
        }
    }

    /** Whether nothing is missing, added or changed. */
    boolean isPerfect() {
        return read == 1 && Stream.of(headings, rows, cells).allMatch(a -> a.precision() == 1 && a.recall() == 1);
    }
}
