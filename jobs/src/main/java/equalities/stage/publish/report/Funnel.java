package equalities.stage.publish.report;

import static equalities.stage.publish.report.Row.is;
import static equalities.stage.publish.report.Row.number;
import static equalities.stage.publish.report.Row.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Places by how many people are entitled there, beside the limits that chance sets around the average.
 *
 * @param title what was found, in words
 * @param note how many places lie beyond what places usually differ, in words; empty where too few places tell that
 * @param curves limits as corners of lines, on a square of 100 by 100
 */
public record Funnel(
        String title,
        String note,
        Axis across,
        List<Line> curves,
        String average,
        List<Dot> dots,
        List<Map<String, @Nullable Object>> rows) {
    public record Line(String kind, String corners) {}

    /** A place; what stands beside it is its name where it is beyond what places usually differ, or beyond chance where that is not known. */
    public record Dot(String x, String y, String kind, String name, boolean nameLeft) {}

    /** The funnel of a level of places; null where there are fewer than three of them. */
    static @Nullable Funnel of(Tables tables, String level) {
        List<Map<String, @Nullable Object>> rows = linked(tables.newest("places_beside_the_average"), level);
        List<Map<String, @Nullable Object>> limits = linked(tables.newest("limits_by_number_of_people"), level);
        if (rows.size() < 3 || limits.isEmpty()) {
            return null;
        }
        double largest = rows.stream()
                .map(r -> number(r, "entitled"))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(10);
        Axis across = Axis.numbers(largest);
        List<Line> curves = List.of(
                new Line("outer", corners(limits, across, "lower_998")),
                new Line("outer", corners(limits, across, "upper_998")),
                new Line("inner", corners(limits, across, "lower_95")),
                new Line("inner", corners(limits, across, "upper_95")));
        Double average = number(limits.get(0), "average");
        return new Funnel(
                title(rows),
                note(rows),
                across,
                curves,
                Axis.percent(down(average == null ? 0 : average)),
                rows.stream()
                        .filter(r -> number(r, "rate") != null && number(r, "entitled") != null)
                        .map(r -> dot(r, across))
                        .toList(),
                rows);
    }

    public List<Axis.Tick> down() {
        return Axis.shares().ticks().stream()
                .map(t ->
                        new Axis.Tick(Axis.percent(down(t)), String.format(Words.locale(), "%.0f %%", 100 * t), false))
                .toList();
    }

    private static List<Map<String, @Nullable Object>> linked(List<Map<String, @Nullable Object>> rows, String level) {
        return rows.stream()
                .filter(r -> is(r, "basis", "linked") && is(r, "place_level", level))
                .toList();
    }

    private static String corners(List<Map<String, @Nullable Object>> limits, Axis across, String column) {
        return String.join(
                " ",
                limits.stream()
                        .filter(r -> !across.isBeyond(number(r, "entitled", 0)))
                        .map(r -> String.format(
                                Locale.ROOT,
                                "%.1f,%.1f",
                                across.at(number(r, "entitled", 0)),
                                down(number(r, column, 0))))
                        .toList());
    }

    private static Dot dot(Map<String, @Nullable Object> row, Axis across) {
        String kind = kind(row);
        double x = across.at(number(row, "entitled", 0));
        return new Dot(
                Axis.percent(x),
                Axis.percent(down(number(row, "rate", 0))),
                kind,
                isFar(row) ? text(row, "place_name") : "",
                x > 45);
    }

    /** Beside the limits that are drawn, which are those of chance. */
    private static String kind(Map<String, @Nullable Object> row) {
        String position = text(row, "position");
        return position.startsWith("Low (0.001)") ? "low" : position.startsWith("High (0.001)") ? "high" : "within";
    }

    private static String title(List<Map<String, @Nullable Object>> rows) {
        long low = rows.stream().filter(r -> kind(r).equals("low")).count();
        long high = rows.stream().filter(r -> kind(r).equals("high")).count();
        return Words.say("funnel.title", rows.size(), low, high);
    }

    private static boolean isFar(Map<String, @Nullable Object> row) {
        String allowed = text(row, "allowed_position");
        return (allowed.isEmpty() ? text(row, "position") : allowed).endsWith("(0.001)");
    }

    private static String note(List<Map<String, @Nullable Object>> rows) {
        List<Map<String, @Nullable Object>> told = rows.stream()
                .filter(r -> !text(r, "allowed_position").isEmpty())
                .toList();
        return told.isEmpty()
                ? ""
                : Words.say("funnel.note", told.stream().filter(Funnel::isFar).count());
    }

    private static double down(double share) {
        return 96 - 92 * share;
    }
}
