package equalities.stage.publish.report;

import static equalities.stage.publish.report.Row.is;
import static equalities.stage.publish.report.Row.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One place: its uptake beside England's, its gaps that can be told, how long people wait.
 *
 * @param position where it lies beside the average of its level, in words
 * @param found which gaps are sure and which are surely small, in words
 * @param kinds of a type of site: its groups, by characteristic
 */
public record PlaceView(
        String id,
        String name,
        String level,
        List<Row> uptake,
        String position,
        String found,
        List<Row> gaps,
        List<Map<String, @Nullable Object>> waits,
        List<KindView> kinds) {
    private static final String KIND = "site type";
    private static final List<String> LEVELS = List.of("site", "provider", KIND, "commissioner");

    /** A level of places and a choice of them. */
    public record Level(
            String name,
            String range,
            List<Row> uptake,
            @Nullable Funnel funnel,
            List<PlaceView> places) {}

    static List<Level> levels(Tables tables, Axis ratios) {
        List<Level> levels = new ArrayList<>();
        for (String level : LEVELS) {
            List<Map<String, @Nullable Object>> rows = tables.newest("uptake_by_place", "place_level", level);
            if (!rows.isEmpty()) {
                levels.add(new Level(
                        Words.name("level", level),
                        Strips.range(rows, "place_name"),
                        Strips.shares(rows),
                        Funnel.of(tables, level),
                        places(tables, level, rows, ratios)));
            }
        }
        return levels;
    }

    private static List<PlaceView> places(
            Tables tables, String level, List<Map<String, @Nullable Object>> rows, Axis ratios) {
        var gaps = Tables.by("place", tables.newest("gaps_by_place", "place_level", level));
        var beside = Tables.by("place", tables.newest("places_beside_the_average", "place_level", level));
        var waits = Tables.by("place", tables.newest("waiting_for_an_advocate", "place_level", level));
        List<PlaceView> places = new ArrayList<>();
        Tables.by("place", rows)
                .forEach((place, uptake) -> places.add(new PlaceView(
                        id(level, place),
                        text(uptake.get(0), "place_name"),
                        Words.name("level.one", level),
                        Strips.shares(uptake),
                        position(beside.getOrDefault(place, List.of())),
                        found(gaps.getOrDefault(place, List.of())),
                        Strips.gaps(gaps.getOrDefault(place, List.of()), ratios),
                        waits.getOrDefault(place, List.of()),
                        level.equals(KIND) ? KindView.at(tables, place, id(level, place), ratios) : List.of())));
        places.sort(Comparator.comparing(PlaceView::name, String.CASE_INSENSITIVE_ORDER));
        return places;
    }

    /** A name for a link that is the same in every release. */
    static String id(String level, String code) {
        String plain = code.replaceAll("[^A-Za-z0-9]+", "-");
        return level.replace(' ', '-') + "-"
                + (plain.equals(code) ? plain : plain + "-" + Integer.toHexString(code.hashCode()));
    }

    private static String found(List<Map<String, @Nullable Object>> gaps) {
        List<String> parts = new ArrayList<>();
        Tables.by("verdict", gaps)
                .forEach((verdict, rows) -> parts.add(Words.say(
                        "characteristic.small",
                        Words.capital(
                                verdict.equals("gap") ? Words.say("place.gaps.sure") : Words.name("verdict", verdict)),
                        Words.list(rows.stream().map(r -> text(r, "label")).toList()))));
        return String.join(" ", parts);
    }

    private static String position(List<Map<String, @Nullable Object>> beside) {
        return beside.stream()
                .filter(r -> is(r, "basis", "linked"))
                .map(r -> text(r, "position"))
                .filter(p -> !p.isEmpty())
                .map(p -> Words.say("position." + p.replaceAll("\\W+", "_").replaceAll("_$", "")))
                .findFirst()
                .orElse("");
    }
}
