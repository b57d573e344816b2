package equalities.stage.publish.report;

import static equalities.stage.publish.report.Row.text;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is another than in the last release.
 *
 * @param count of all figures that changed, as people write it
 * @param more how many are not among the rows
 */
public record ChangesView(String count, List<String> reasons, List<Change> rows, int more) {
    private static final int MOST = 200;

    /** A figure of before and now, as people read them. */
    public record Change(String place, String group, String measured, String before, String now) {
        static Change of(Map<String, @Nullable Object> row) {
            boolean everybody = text(row, "label").equals("NONE");
            return new Change(
                    text(row, "place_name"),
                    everybody ? Words.say("changes.everybody") : text(row, "label"),
                    text(row, "measured"),
                    figure(row, "before"),
                    figure(row, "now"));
        }

        private static String figure(Map<String, @Nullable Object> row, String column) {
            String id = text(row, "figure_id");
            Object value = row.get(column);
            return id.endsWith(":ENTITLED") || id.endsWith(":SEEN")
                    ? Words.count(value, row, column)
                    : id.endsWith(":UPTAKE")
                            ? Words.percent(value, row, column)
                            : Words.forEvery100(value, row, column);
        }
    }

    static ChangesView of(Tables tables) {
        List<Map<String, @Nullable Object>> all = tables.all("changes_since_the_last_release");
        List<String> reasons = all.stream()
                .flatMap(r -> Arrays.stream(text(r, "why").split("; ")))
                .filter(w -> !w.isEmpty())
                .distinct()
                .sorted()
                .map(Words::capital)
                .toList();
        List<Change> rows = all.stream().limit(MOST).map(Change::of).toList();
        return new ChangesView(Words.count((long) all.size(), Map.of(), ""), reasons, rows, all.size() - rows.size());
    }
}
