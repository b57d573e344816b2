package equalities.stage.publish.report;

import static equalities.stage.publish.report.Row.text;

import java.util.ArrayList;
import java.util.List;

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
                    .forEach((place, rows) -> Tables.by("characteristic", rows)
                            .keySet()
                            .forEach(asked -> views.add(new TogetherView(
                                    level.equals(ENGLAND)
                                            ? CharacteristicView.id(asked)
                                            : PlaceView.id(level, place) + "-" + CharacteristicView.id(asked),
                                    level,
                                    text(rows.get(0), "place_name"),
                                    text(rows.get(0), "consists_of"),
                                    Words.capital(Words.name("characteristic", asked)),
                                    CharacteristicView.id(asked),
                                    GroupsView.at(tables, level, place, asked, ratios)))));
        }
        return views;
    }

    /** Whether it has a page of its own. */
    public boolean ofTypes() {
        return placeLevel.equals(TYPES);
    }
}
