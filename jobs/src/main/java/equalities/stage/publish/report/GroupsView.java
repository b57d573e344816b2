package equalities.stage.publish.report;

import static equalities.stage.publish.report.Row.is;
import static equalities.stage.publish.report.Row.text;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whole groups of a characteristic at a place, such as all black patients, within sites and legal status.
 *
 * @param title what was found of them, in words
 * @param reference whom they are compared with
 */
public record GroupsView(String title, String reference, List<Row> gaps) {

    static GroupsView at(Tables tables, String level, String place, String characteristic, Axis ratios) {
        List<Map<String, @Nullable Object>> rows =
                tables.newest("gaps_of_groups", "characteristic", characteristic).stream()
                        .filter(r -> is(r, "place_level", level) && is(r, "place", place))
                        .toList();
        return new GroupsView(
                CharacteristicView.title(rows),
                rows.isEmpty() ? "" : text(rows.get(0), "reference_label"),
                Strips.gaps(rows, ratios));
    }
}
