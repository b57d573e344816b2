package equalities.stage.publish.report;

import static equalities.stage.publish.report.Row.number;
import static equalities.stage.publish.report.Row.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws rows of figures as dots and intervals. */
final class Strips {
    private static final int MIDDLE = 16;
    private static final int UPPER = 11;
    private static final int LOWER = 23;

    private Strips() {}

    /** Shares with their intervals, and what unknown answers could do to them where that is given. */
    static List<Row> shares(List<Map<String, @Nullable Object>> rows) {
        Axis axis = Axis.shares();
        return rows.stream().map(r -> new Row(r, share(axis, r))).toList();
    }

    private static @Nullable Strip share(Axis axis, Map<String, @Nullable Object> row) {
        Double rate = number(row, "rate");
        Double lower = number(row, "lower");
        Double upper = number(row, "upper");
        if (rate == null || lower == null || upper == null) {
            return null;
        }
        Strip.Span bounds = Strip.Span.of(axis, number(row, "rate_bound_low"), number(row, "rate_bound_high"));
        String words = Words.say(
                "strip.share", Words.percent(rate, row), Words.percent(lower, row), Words.percent(upper, row));
        return new Strip(List.of(Strip.Mark.of(axis, "dot", MIDDLE, rate, lower, upper)), bounds, words);
    }

    /** The lowest and the highest share of joined records, in words. */
    static String range(List<Map<String, @Nullable Object>> rows, String name) {
        return range(rows, name, "linked");
    }

    /** The lowest and the highest share that is counted so, in words. */
    static String range(List<Map<String, @Nullable Object>> rows, String name, String basis) {
        List<Map<String, @Nullable Object>> sorted = rows.stream()
                .filter(r -> number(r, "rate") != null && Row.is(r, "basis", basis))
                .sorted(Comparator.comparingDouble(r -> number(r, "rate", 0)))
                .toList();
        if (sorted.isEmpty()) {
            return Words.say("shares.none");
        }
        Map<String, @Nullable Object> lowest = sorted.get(0);
        Map<String, @Nullable Object> highest = sorted.get(sorted.size() - 1);
        String low = Words.percent(lowest.get("rate"), lowest);
        String high = Words.percent(highest.get("rate"), highest);
        return low.equals(high)
                ? Words.say(
                        "shares.same",
                        low,
                        Words.list(sorted.stream().map(r -> text(r, name)).toList()))
                : Words.say("shares.range", low, text(lowest, name), high, text(highest, name));
    }

    /** Ratios to the reference group: as they are, and within the same site and legal status. */
    static List<Row> gaps(List<Map<String, @Nullable Object>> rows, Axis axis) {
        return rows.stream().map(r -> new Row(r, gap(axis, r))).toList();
    }

    private static @Nullable Strip gap(Axis axis, Map<String, @Nullable Object> row) {
        List<Strip.Mark> marks = new ArrayList<>();
        List<String> words = new ArrayList<>();
        add(marks, words, axis, row, "ratio", "crude", "dot", UPPER);
        add(marks, words, axis, row, "adjusted", "adjusted", "diamond", LOWER);
        if (marks.isEmpty()) {
            return null;
        }
        Strip.Span bounds = Strip.Span.of(axis, number(row, "bound_low"), number(row, "bound_high"));
        return new Strip(marks, bounds, String.join("; ", words));
    }

    private static void add(
            List<Strip.Mark> marks,
            List<String> words,
            Axis axis,
            Map<String, @Nullable Object> row,
            String column,
            String key,
            String shape,
            int y) {
        Double value = number(row, column.equals("ratio") ? "ratio" : "adjusted_ratio");
        Double lower = number(row, column + "_lower");
        Double upper = number(row, column + "_upper");
        if (value != null && lower != null && upper != null) {
            marks.add(Strip.Mark.of(axis, shape, y, value, lower, upper));
            words.add(Words.say(
                    "strip." + key,
                    Words.forEvery100(value, row),
                    Words.forEvery100(lower, row),
                    Words.forEvery100(upper, row)));
        }
    }

    /**
     * One axis for all gaps of a report, so that they can be compared from page to page: wide enough for the intervals of
     * those of England that are sure, and so that no dot of a sure gap at a place stands where it is not.
     */
    static Axis axis(List<Map<String, @Nullable Object>> gaps, List<Map<String, @Nullable Object>> atPlaces) {
        Stream<@Nullable Double> dots = atPlaces.stream()
                .filter(r -> Row.is(r, "verdict", "gap"))
                .flatMap(r -> Stream.of(number(r, "ratio"), number(r, "adjusted_ratio")));
        Stream<@Nullable Double> intervals = gaps.stream()
                .filter(r -> Row.is(r, "verdict", "gap"))
                .flatMap(r -> Stream.of(
                        number(r, "ratio_lower"),
                        number(r, "ratio_upper"),
                        number(r, "adjusted_lower"),
                        number(r, "adjusted_upper"),
                        number(r, "bound_low"),
                        number(r, "bound_high")));
        return Axis.ratios(Stream.concat(dots, intervals));
    }
}
