package equalities.stage.publish.report;

import static equalities.stage.publish.report.Row.is;
import static equalities.stage.publish.report.Row.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One characteristic in England.
 *
 * @param title what was found of gaps, in words
 * @param range what was found of uptake, in words
 * @param countedRange the same where services send totals only
 */
public record CharacteristicView(
        String id,
        String name,
        String title,
        String range,
        String reference,
        String countedRange,
        List<Row> uptake,
        List<Row> counted,
        List<Row> gaps,
        GroupsView groups,
        List<Multiple> overTime,
        List<KindView> atTypes) {

    static List<CharacteristicView> all(Tables tables, Axis ratios) {
        List<CharacteristicView> views = new ArrayList<>();
        Map<String, List<Map<String, @Nullable Object>>> gaps = Tables.by("characteristic", linked(tables, "gaps"));
        Map<String, List<Map<String, @Nullable Object>>> times =
                Tables.by("characteristic", tables.all("uptake_over_time"));
        Tables.by("characteristic", tables.newest("uptake_by_characteristic")).forEach((characteristic, rows) -> {
            if (!characteristic.equals("total")) {
                List<Map<String, @Nullable Object>> judged = gaps.getOrDefault(characteristic, List.of());
                views.add(new CharacteristicView(
                        id(characteristic),
                        Words.capital(Words.name("characteristic", characteristic)),
                        title(judged),
                        Strips.range(known(rows), "label"),
                        judged.isEmpty() ? "" : text(judged.get(0), "reference_label"),
                        Words.say("people.counts", Strips.range(known(rows), "label", "counts")),
                        Strips.shares(linked(rows)),
                        Strips.shares(rows.stream()
                                .filter(r -> is(r, "basis", "counts"))
                                .toList()),
                        Strips.gaps(judged, ratios),
                        GroupsView.at(tables, "england", "England", characteristic, ratios),
                        Multiple.of(tables, times.getOrDefault(characteristic, List.of())),
                        KindView.everywhere(tables, characteristic, ratios)));
            }
        });
        return views;
    }

    private static List<Map<String, @Nullable Object>> known(List<Map<String, @Nullable Object>> rows) {
        return rows.stream().filter(r -> is(r, "status", "known")).toList();
    }

    private static List<Map<String, @Nullable Object>> linked(Tables tables, String table) {
        return linked(tables.newest(table));
    }

    private static List<Map<String, @Nullable Object>> linked(List<Map<String, @Nullable Object>> rows) {
        return rows.stream().filter(r -> is(r, "basis", "linked")).toList();
    }

    /** A name for a link that is the same in every release. */
    static String id(String characteristic) {
        return "c-" + characteristic.replaceAll("[^a-z]+", "-");
    }

    static String title(List<Map<String, @Nullable Object>> judged) {
        List<String> lower = sure(judged, true);
        List<String> higher = sure(judged, false);
        String reference = judged.isEmpty() ? "" : text(judged.get(0), "reference_label");
        List<String> parts = Stream.of(
                        lower.isEmpty() ? "" : Words.say("characteristic.lower", Words.list(lower), reference),
                        higher.isEmpty() ? "" : Words.say("characteristic.higher", Words.list(higher), reference))
                .filter(p -> !p.isEmpty())
                .toList();
        return parts.isEmpty() ? unsure(judged) : String.join(" ", parts);
    }

    /** Where there is no gap that is sure: which are surely small, or that all are hidden. */
    private static String unsure(List<Map<String, @Nullable Object>> judged) {
        if (!judged.isEmpty() && judged.stream().allMatch(r -> is(r, "verdict", ""))) {
            return Words.say("characteristic.hidden");
        }
        List<String> parts = new ArrayList<>(List.of(Words.say("characteristic.none")));
        Tables.by(
                        "verdict",
                        judged.stream()
                                .filter(r -> text(r, "verdict").startsWith("no gap"))
                                .toList())
                .forEach((verdict, rows) -> parts.add(Words.say(
                        "characteristic.small",
                        Words.capital(Words.name("verdict", verdict)),
                        Words.list(rows.stream().map(r -> text(r, "label")).toList()))));
        return String.join(" ", parts);
    }

    private static List<String> sure(List<Map<String, @Nullable Object>> judged, boolean lower) {
        return judged.stream()
                .filter(r -> is(r, "verdict", "gap"))
                .filter(r -> lower == (best(r) < 1))
                .map(r -> text(r, "label"))
                .toList();
    }

    /** The adjusted ratio, or the crude where there is none. */
    static double best(Map<String, @Nullable Object> row) {
        return Row.number(row, "adjusted_ratio", Row.number(row, "ratio", 1));
    }
}
