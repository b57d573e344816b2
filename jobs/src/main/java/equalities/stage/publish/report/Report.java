package equalities.stage.publish.report;

import equalities.engine.duckdb.Relation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes the report. It holds no script, and its policy allows one style sheet, by its hash, and nothing else: pages are
 * chosen by their links and shown by the style sheet.
 */
public final class Report {
    private Report() {}

    /**
     * @param relations the tables of the release by name
     * @param policy the disclosure policy
     * @param facts what the release says of itself: {@code made_at}, {@code corrects}, {@code follows}
     */
    public static void write(
            Map<String, Relation> relations, String policy, Map<String, @Nullable Object> facts, Path file)
            throws IOException {
        Map<String, @Nullable Object> context = context(new Tables(relations));
        context.put("policy", policy);
        context.put("facts", facts);
        Files.writeString(file, Templates.page("report.html", context));
    }

    private static Map<String, @Nullable Object> context(Tables tables) {
        Axis ratios = Strips.axis(tables.newest("gaps", "basis", "linked"), tables.newest("gaps_by_place"));
        Summary summary = Summary.of(tables, ratios);
        Double england = summary.total().stream()
                .map(r -> Row.number(r.cells(), "rate"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Map<String, @Nullable Object> context = new HashMap<>();
        context.put("tables", tables);
        context.put("period", tables.period());
        context.put("ratios", ratios);
        context.put("shares", Axis.shares());
        context.put(
                "average", england == null ? null : Axis.percent(Axis.shares().at(england)));
        context.put("summary", summary);
        context.put("characteristics", CharacteristicView.all(tables, ratios));
        context.put("together", TogetherView.all(tables, ratios));
        context.put("levels", PlaceView.levels(tables, ratios));
        context.put("providers", ProviderView.all(tables));
        context.put("names", ProviderView.names(tables));
        context.put(
                "over_time",
                Multiple.of(
                        tables,
                        tables.all("uptake_over_time").stream()
                                .filter(r -> Row.is(r, "characteristic", "total"))
                                .toList()));
        context.put("changes", ChangesView.of(tables));
        context.put("heat", HeatMap.england(tables));
        context.put("asked", HeatMap.providers(tables));
        return context;
    }
}
