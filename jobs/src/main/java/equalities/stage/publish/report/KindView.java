package equalities.stage.publish.report;

import static equalities.stage.publish.report.Row.is;
import static equalities.stage.publish.report.Row.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The groups of one characteristic at one type of site.
 *
 * @param title what was found of gaps, in words
 * @param cannot of which groups nothing can be said, in words
 * @param reverse which sure gaps the unknown answers could turn round, in words
 * @param hidden which groups are hidden to protect people, in words
 */
public record KindView(
        String id,
        String place,
        String characteristic,
        String characteristicId,
        String title,
        String cannot,
        String reverse,
        String hidden,
        String range,
        String reference,
        List<Row> uptake,
        List<Row> gaps,
        GroupsView groups) {

    /** Of one type of site, by its code. */
    static List<KindView> at(Tables tables, String place, String placeId, Axis ratios) {
        var gaps = Tables.by("characteristic", of(tables.newest("gaps_by_place", "place_level", "site type"), place));
        List<KindView> views = new ArrayList<>();
        Tables.by("characteristic", of(tables.newest("uptake_by_type_of_site"), place))
                .forEach((name, uptake) -> views.add(view(
                        name,
                        placeId,
                        uptake,
                        gaps.getOrDefault(name, List.of()),
                        GroupsView.at(tables, "site type", place, name, ratios),
                        ratios)));
        return views;
    }

    /** Where a characteristic is shown at each type of site. */
    static List<KindView> everywhere(Tables tables, String characteristic, Axis ratios) {
        List<KindView> views = new ArrayList<>();
        Tables.by("place", tables.newest("uptake_by_type_of_site"))
                .keySet()
                .forEach(place -> at(tables, place, PlaceView.id("site type", place), ratios).stream()
                        .filter(k -> k.characteristicId.equals(CharacteristicView.id(characteristic)))
                        .forEach(views::add));
        return views;
    }

    private static List<Map<String, @Nullable Object>> of(List<Map<String, @Nullable Object>> rows, String place) {
        return rows.stream()
                .filter(r -> is(r, "place", place) && is(r, "basis", "linked"))
                .toList();
    }

    private static KindView view(
            String characteristic,
            String placeId,
            List<Map<String, @Nullable Object>> uptake,
            List<Map<String, @Nullable Object>> gaps,
            GroupsView groups,
            Axis ratios) {
        String code = gaps.isEmpty() ? "" : text(gaps.get(0), "reference_label");
        return new KindView(
                placeId + "-" + CharacteristicView.id(characteristic),
                text(uptake.get(0), "place_name"),
                Words.capital(Words.name("characteristic", characteristic)),
                CharacteristicView.id(characteristic),
                CharacteristicView.title(gaps),
                said("kind.cannot", gaps.stream().filter(r -> is(r, "verdict", "cannot tell")), KindView::withReason),
                said("kind.reverse", gaps.stream().filter(KindView::couldReverse), r -> text(r, "label")),
                said("kind.hidden", uptake.stream().filter(r -> is(r, "hidden", "true")), r -> text(r, "label")),
                Strips.range(
                        uptake.stream().filter(r -> is(r, "status", "known")).toList(), "label"),
                code,
                Strips.shares(uptake),
                Strips.gaps(gaps, ratios),
                groups);
    }

    private static String said(
            String key,
            Stream<Map<String, @Nullable Object>> rows,
            Function<Map<String, @Nullable Object>, String> called) {
        List<String> labels = rows.map(called).toList();
        return labels.isEmpty() ? "" : Words.say(key, Words.list(labels));
    }

    private static boolean couldReverse(Map<String, @Nullable Object> row) {
        return is(row, "verdict", "gap") && Row.number(row, "bound_low", 1) < 1 && Row.number(row, "bound_high", 1) > 1;
    }

    private static String withReason(Map<String, @Nullable Object> row) {
        String reason = text(row, "reason");
        return reason.isEmpty()
                ? text(row, "label")
                : Words.say("kind.cannot.one", text(row, "label"), Words.name("reason", reason));
    }
}
