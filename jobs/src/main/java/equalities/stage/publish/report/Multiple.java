package equalities.stage.publish.report;

import static equalities.stage.publish.report.Row.is;
import static equalities.stage.publish.report.Row.number;
import static equalities.stage.publish.report.Row.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of several small drawings of a share over periods, all on the same axes.
 *
 * @param title what became of it since the period before, in words
 * @param line the corners of the line, on a square of 100 by 100
 * @param band the corners of its interval
 */
public record Multiple(
        String name,
        String title,
        String line,
        String band,
        List<Point> points,
        List<Map<String, @Nullable Object>> rows) {
    public record Point(String x, String y, String period) {}

    /** A drawing a group; none where there is one period only. */
    static List<Multiple> of(Tables tables, List<Map<String, @Nullable Object>> rows) {
        List<Map<String, @Nullable Object>> linked =
                rows.stream().filter(r -> Row.is(r, "basis", "linked")).toList();
        List<String> periods =
                linked.stream().map(r -> text(r, "period")).distinct().sorted().toList();
        if (periods.size() < 2) {
            return List.of();
        }
        return Tables.by("label", linked).entrySet().stream()
                .map(e -> draw(e.getKey(), title(tables, e.getKey(), e.getValue()), e.getValue(), periods))
                .filter(m -> m.points().size() > 1)
                .toList();
    }

    private static String title(Tables tables, String name, List<Map<String, @Nullable Object>> rows) {
        Map<String, @Nullable Object> newest = rows.get(rows.size() - 1);
        return tables.all("changes_over_time").stream()
                .filter(r -> is(r, "place_level", "england") && number(r, "previous_rate") != null)
                .filter(r -> number(r, "rate") != null)
                .filter(r -> List.of("period", "basis", "characteristic", "code").stream()
                        .allMatch(column -> is(r, column, text(newest, column))))
                .map(r -> changed(name, r))
                .findFirst()
                .orElse(name);
    }

    private static String changed(String name, Map<String, @Nullable Object> change) {
        String before = Words.percent(change.get("previous_rate"), change);
        String now = Words.percent(change.get("rate"), change);
        String found = found(change);
        boolean same = found.equals("time.level") && before.equals(now);
        return Words.say(same ? "time.same" : found, name, before, now);
    }

    private static String found(Map<String, @Nullable Object> change) {
        return is(change, "base_changed", "true")
                ? "time.other_sites"
                : number(change, "change_lower", 0) > 0
                        ? "time.up"
                        : number(change, "change_upper", 0) < 0 ? "time.down" : "time.level";
    }

    private static Multiple draw(
            String name, String title, List<Map<String, @Nullable Object>> rows, List<String> periods) {
        List<Point> points = new ArrayList<>();
        List<String> upper = new ArrayList<>();
        List<String> lower = new ArrayList<>();
        List<String> line = new ArrayList<>();
        for (Map<String, @Nullable Object> row : rows) {
            double x = 4 + 92.0 * periods.indexOf(text(row, "period")) / (periods.size() - 1);
            Double rate = number(row, "rate");
            if (rate != null) {
                points.add(new Point(Axis.percent(x), Axis.percent(y(rate)), text(row, "period")));
                line.add(corner(x, y(rate)));
                upper.add(corner(x, y(number(row, "upper", rate))));
                lower.add(corner(x, y(number(row, "lower", rate))));
            }
        }
        Collections.reverse(lower);
        String band =
                String.join(" ", Stream.concat(upper.stream(), lower.stream()).toList());
        return new Multiple(name, title, String.join(" ", line), band, points, rows);
    }

    private static double y(double share) {
        return 96 - 92 * share;
    }

    private static String corner(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }
}
