package equalities.stage.publish.report;

import static equalities.stage.publish.report.Row.text;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is another than in the last release.
 *
 * @param count of all figures that changed, as people write it
 * @param reasons why, and of which periods
 * @param more how many are not among the rows
 * @param files that were sent again, of all periods, the newest first
 */
public record ChangesView(
        String count, List<String> reasons, List<Change> rows, int more, List<Map<String, @Nullable Object>> files) {
    private static final int MOST = 200;

    /** A figure of before and now, as people read them. */
    public record Change(String period, String place, String group, String measured, String before, String now) {
        static Change of(Map<String, @Nullable Object> row) {
            String label = text(row, "label");
            String breakdown = text(row, "breakdown");
            return new Change(
                    inWords(row),
                    text(row, "place_name"),
                    label.equals("NONE")
                            ? Words.say("changes.everybody")
                            : Words.say(
                                    "changes.group", asked(breakdown.substring(breakdown.indexOf("; ") + 2)), label),
                    Words.name("figure", text(row, "measured")),
                    figure(row, "before"),
                    figure(row, "now"));
        }

        /** The characteristic, without what says that whole groups of it are meant. */
        private static String asked(String characteristic) {
            return Words.capital(Words.name("characteristic", characteristic.replaceFirst(" in groups$", "")));
        }

        private static String kind(Map<String, @Nullable Object> row) {
            String id = text(row, "figure_id");
            return id.substring(id.indexOf(':') + 1);
        }

        private static String figure(Map<String, @Nullable Object> row, String column) {
            Object value = row.get(column);
            return switch (kind(row)) {
                case "ENTITLED", "SEEN" -> Words.count(value, row, column);
                case "UPTAKE" -> Words.percent(value, row, column);
                default -> Words.forEvery100(value, row, column);
            };
        }
    }

    static ChangesView of(Tables tables) {
        List<Map<String, @Nullable Object>> all = tables.all("changes_since_the_last_release");
        List<Change> rows = all.stream().limit(MOST).map(Change::of).toList();
        List<Map<String, @Nullable Object>> files = tables.all("replaced_files").stream()
                .filter(r -> !text(r, "replaces").isEmpty() || Boolean.TRUE.equals(r.get("mended")))
                .sorted((a, b) -> text(b, "period").compareTo(text(a, "period")))
                .toList();
        return new ChangesView(
                Words.count((long) all.size(), Map.of(), ""), reasons(all), rows, all.size() - rows.size(), files);
    }

    private static List<String> reasons(List<Map<String, @Nullable Object>> all) {
        Map<String, Set<String>> periods = new LinkedHashMap<>();
        all.forEach(r -> Arrays.stream(text(r, "why").split("; "))
                .filter(why -> !why.isEmpty())
                .forEach(why ->
                        periods.computeIfAbsent(why, w -> new LinkedHashSet<>()).add(inWords(r))));
        return periods.entrySet().stream()
                .map(e -> Words.say("changes.reason", Words.capital(e.getKey()), Words.list(List.copyOf(e.getValue()))))
                .sorted()
                .toList();
    }

    private static String inWords(Map<String, @Nullable Object> row) {
        return Words.period(text(row, "first_day"), text(row, "last_day"));
    }
}
