package equalities.stage.publish.report;

import static equalities.stage.publish.report.Row.is;
import static equalities.stage.publish.report.Row.text;

import java.util.ArrayList;
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
 * @param hidden how many more are not, to protect people
 * @param cannotTell of how many of these nothing can be said
 * @param why of how many for which reason
 * @param reversible the sure gaps that the unknown answers could turn round
 * @param silent who sent nothing usable and what is known of them, in words: a few by name
 * @param silentProviders how many that are
 * @param expected how many were expected to send something
 * @param unknown the question whose answer is missing most often in what hospitals send
 * @param waiting rows that are held until they are mended
 */
public record Summary(
        List<Row> total,
        List<Row> widest,
        int compared,
        int hidden,
        int cannotTell,
        List<Part> why,
        List<Part> reversible,
        List<String> silent,
        int silentProviders,
        int expected,
        @Nullable Unknown unknown,
        List<Map<String, @Nullable Object>> sites,
        long waiting) {
    private static final int WIDEST = 3;
    private static final int NAMED = 5;

    /** A question and how often its answer is missing, as it is written. */
    public record Unknown(String name, String share) {}

    /** A part of what was counted: its name, of which page, and how many. */
    public record Part(String name, String page, int count) {}

    static Summary of(Tables tables, Axis ratios) {
        List<Map<String, @Nullable Object>> gaps = tables.newest("gaps", "basis", "linked");
        List<Map<String, @Nullable Object>> sure = verdict(gaps, "gap");
        List<Map<String, @Nullable Object>> open = verdict(gaps, "cannot tell");
        int hidden = verdict(gaps, "").size();
        return new Summary(
                Strips.shares(tables.newest("uptake_by_characteristic", "characteristic", "total")),
                Strips.gaps(widest(sure), ratios),
                gaps.size() - hidden,
                hidden,
                open.size(),
                why(open),
                reversible(sure),
                silent(tables.newest("who_did_not_submit")),
                Tables.by("provider_code", tables.newest("who_did_not_submit")).size(),
                Tables.by("provider_code", tables.newest("who_was_expected")).size(),
                tables.newest("completeness_by_characteristic", "source", "patient").stream()
                        .filter(r -> Row.number(r, "share_known") != null)
                        .min(Comparator.comparingDouble(r -> Row.number(r, "share_known", 1)))
                        .map(Summary::unknown)
                        .orElse(null),
                tables.newest("uptake_by_place", "place_level", "site").stream()
                        .filter(r -> r.get("rate") != null)
                        .toList(),
                tables.newest("what_became_of_rows").stream()
                        .mapToLong(r -> (long) Row.number(r, "rows_waiting", 0))
                        .sum());
    }

    private static List<Map<String, @Nullable Object>> verdict(
            List<Map<String, @Nullable Object>> gaps, String verdict) {
        return gaps.stream().filter(r -> is(r, "verdict", verdict)).toList();
    }

    private static List<Map<String, @Nullable Object>> widest(List<Map<String, @Nullable Object>> sure) {
        return sure.stream()
                .sorted(Comparator.comparingDouble(
                        (Map<String, @Nullable Object> r) -> -Math.abs(Math.log(CharacteristicView.best(r)))))
                .limit(WIDEST)
                .toList();
    }

    private static List<Part> why(List<Map<String, @Nullable Object>> open) {
        return Tables.by("reason", open).entrySet().stream()
                .filter(e -> !e.getKey().isEmpty())
                .sorted(Comparator.comparing(e -> -e.getValue().size()))
                .map(e -> new Part(
                        Words.name("reason", e.getKey()), "", e.getValue().size()))
                .toList();
    }

    private static List<Part> reversible(List<Map<String, @Nullable Object>> sure) {
        return sure.stream()
                .filter(r -> is(r, "unknown_could_reverse", "true"))
                .map(r -> new Part(text(r, "label"), CharacteristicView.id(text(r, "characteristic")), 1))
                .toList();
    }

    private static Unknown unknown(Map<String, @Nullable Object> row) {
        return new Unknown(text(row, "characteristic"), Words.percent(1 - Row.number(row, "share_known", 1), row));
    }

    /** The largest first where it is known how large they are; then those of whom nothing is known, together. */
    private static List<String> silent(List<Map<String, @Nullable Object>> rows) {
        List<String> told = new ArrayList<>(rows.stream()
                .filter(r -> r.get("entitled") != null)
                .sorted(Comparator.comparingDouble(r -> -Row.number(r, "entitled", 0)))
                .limit(NAMED)
                .map(r -> Words.say(
                        "silent." + text(r, "known_from"),
                        text(r, "name"),
                        (int) Row.number(r, "sites", 0),
                        Words.count(r.get("entitled"), r, "entitled"),
                        Words.period(r.get("told_for"))))
                .toList());
        for (String unknown : List.of("NOT_TOLD", "NO_SITE")) {
            List<String> names = rows.stream()
                    .filter(r -> is(r, "known_from", unknown))
                    .map(r -> text(r, "name"))
                    .distinct()
                    .toList();
            if (!names.isEmpty()) {
                told.add(Words.say("silent." + unknown, few(names), names.size()));
            }
        }
        return told;
    }

    private static String few(List<String> names) {
        int more = names.size() - NAMED;
        return more > 0
                ? Words.say("silent.more", String.join(", ", names.subList(0, NAMED)), more)
                : Words.list(names);
    }
}
