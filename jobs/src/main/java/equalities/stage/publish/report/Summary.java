package equalities.stage.publish.report;

import static equalities.stage.publish.report.Row.is;
import static equalities.stage.publish.report.Row.text;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first screen.
 *
 * @param total everybody whose records could be joined, and whose services send totals only
 * @param widest the three widest gaps that are sure
 * @param compared how many groups were compared with another
 * @param cannotTell of how many of these nothing can be said
 * @param reversible how many sure gaps the unknown answers could turn round
 * @param unknown the question whose answer is missing most often in what hospitals send
 * @param silent names of those who sent nothing usable
 * @param expected how many were expected to send something
 */
public record Summary(
        List<Row> total,
        List<Row> widest,
        int compared,
        int cannotTell,
        int reversible,
        List<String> silent,
        int expected,
        @Nullable Unknown unknown,
        List<Map<String, @Nullable Object>> sites) {
    private static final int WIDEST = 3;

    /** A question and how often its answer is missing, as it is written. */
    public record Unknown(String name, String share) {}

    static Summary of(Tables tables, Axis ratios) {
        List<Map<String, @Nullable Object>> gaps = tables.newest("gaps", "basis", "linked");
        List<Map<String, @Nullable Object>> sure =
                gaps.stream().filter(r -> is(r, "verdict", "gap")).toList();
        List<Map<String, @Nullable Object>> widest = sure.stream()
                .sorted(Comparator.comparingDouble(
                        (Map<String, @Nullable Object> r) -> -Math.abs(Math.log(CharacteristicView.best(r)))))
                .limit(WIDEST)
                .toList();
        List<String> silent = tables.newest("who_did_not_submit").stream()
                .map(r -> text(r, "name"))
                .distinct()
                .toList();
        return new Summary(
                Strips.shares(tables.newest("uptake_by_characteristic", "characteristic", "total")),
                Strips.gaps(widest, ratios),
                gaps.size(),
                (int) gaps.stream().filter(r -> is(r, "verdict", "cannot tell")).count(),
                (int) sure.stream()
                        .filter(r -> is(r, "unknown_could_reverse", "true"))
                        .count(),
                silent,
                Tables.by("provider_code", tables.newest("who_was_expected")).size(),
                tables.newest("completeness_by_characteristic", "source", "patient").stream()
                        .filter(r -> Row.number(r, "share_known") != null)
                        .min(Comparator.comparingDouble(r -> Row.number(r, "share_known", 1)))
                        .map(Summary::unknown)
                        .orElse(null),
                tables.newest("uptake_by_place", "place_level", "site").stream()
                        .filter(r -> r.get("rate") != null)
                        .toList());
    }

    private static Unknown unknown(Map<String, @Nullable Object> row) {
        return new Unknown(text(row, "characteristic"), Words.percent(1 - Row.number(row, "share_known", 1), row));
    }
}
