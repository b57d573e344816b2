package equalities.stage.publish.report;

import static equalities.stage.publish.report.Row.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whole groups of one characteristic in England, or at types of site taken together.
 *
 * @param id of the page that shows them
 * @param consistsOf the types of site that are taken together
 */
public record TogetherView(
        String id,
        String placeLevel,
        String place,
        String consistsOf,
        String characteristic,
        String characteristicId,
        GroupsView groups) {
    private static final String ENGLAND = "england";
    private static final String TYPES = "site types together";

    /** England first. */
    static List<TogetherView> all(Tables tables, Axis ratios) {
        List<TogetherView> views = new ArrayList<>();
        for (String level : List.of(ENGLAND, TYPES)) {
            Tables.by("place", tables.newest("gaps_of_groups", "place_level", level))
                    .values()
                    .forEach(rows -> Tables.by("characteristic", rows)
                            .values()
                            .forEach(asked -> views.add(of(asked.get(0), tables, ratios))));
        }
        return views;
    }

    /** Of the place and characteristic of a row. */
    private static TogetherView of(Map<String, @Nullable Object> row, Tables tables, Axis ratios) {
        String level = text(row, "place_level");
        String place = text(row, "place");
        String asked = text(row, "characteristic");
        String asks = CharacteristicView.id(asked);
        return new TogetherView(
                level.equals(ENGLAND) ? asks : PlaceView.id(level, place) + "-" + asks,
                level,
                text(row, "place_name"),
                text(row, "consists_of"),
                Words.capital(Words.name("characteristic", asked)),
                asks,
                GroupsView.at(tables, level, place, asked, ratios));
    }

    /** Whether it has a page of its own. */
    public boolean ofTypes() {
        return placeLevel.equals(TYPES);
    }
}
