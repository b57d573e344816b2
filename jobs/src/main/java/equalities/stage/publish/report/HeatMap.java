package equalities.stage.publish.report;

import static equalities.stage.publish.report.Row.number;
import static equalities.stage.publish.report.Row.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table whose cells are shaded by their share, so that the table itself is the drawing; its title says what was found. */
public record HeatMap(String title, List<String> columns, List<Line> lines) {
    private static final List<String> KINDS =
            List.of("known", "declined", "unsure", "not_recorded", "not_collected", "unmapped");
    private static final int SHADES = 6;

    public record Line(String name, String source, @Nullable String href, List<Shaded> cells) {}

    /** A cell: its words and its shade from 0 to 5; -1: none. */
    public record Shaded(String words, int shade) {}

    /** Which answers are known, and the kinds of not knowing, by characteristic in England. */
    static HeatMap england(Tables tables) {
        List<Line> lines = tables.newest("completeness_by_characteristic").stream()
                .map(r -> new Line(
                        Words.capital(Words.name("characteristic", text(r, "characteristic"))),
                        Words.name("source", text(r, "source")),
                        null,
                        KINDS.stream().map(k -> part(r, k)).toList()))
                .toList();
        return new HeatMap("", KINDS.stream().map(k -> Words.name("kind", k)).toList(), lines);
    }

    private static Shaded part(Map<String, @Nullable Object> row, String kind) {
        Double part = number(row, kind);
        Double whole = number(row, "records");
        return part == null || whole == null || whole == 0 || Shorthand.isLow(row, kind)
                ? new Shaded(Shorthand.of(row, kind), -1)
                : shaded(Math.min(part / whole, 1), row);
    }

    /** The share of each provider's records with an answer, by characteristic. */
    static HeatMap providers(Tables tables) {
        List<Map<String, @Nullable Object>> rows = tables.newest("completeness_by_provider");
        List<String> characteristics = rows.stream()
                .map(r -> text(r, "characteristic"))
                .distinct()
                .sorted()
                .toList();
        List<Line> lines = new ArrayList<>();
        Tables.by("source", rows)
                .forEach((source, ofSource) -> Tables.by("provider_code", ofSource)
                        .forEach((code, cells) -> lines.add(line(source, code, cells, characteristics))));
        return new HeatMap(
                Words.say("quality.providers", withoutQuestion(lines), lines.size()),
                characteristics.stream()
                        .map(c -> Words.capital(Words.name("characteristic", c)))
                        .toList(),
                lines);
    }

    private static long withoutQuestion(List<Line> lines) {
        String notAsked = Words.say("not_asked");
        return lines.stream()
                .filter(l -> l.cells().stream().anyMatch(c -> c.words().equals(notAsked)))
                .count();
    }

    private static Line line(
            String source, String code, List<Map<String, @Nullable Object>> cells, List<String> characteristics) {
        var by = Tables.by("characteristic", cells);
        return new Line(
                text(cells.get(0), "name"),
                Words.name("source", source),
                PlaceView.id("sender", code),
                characteristics.stream()
                        .map(c -> by.containsKey(c) ? known(by.get(c).get(0)) : new Shaded(Shorthand.NOT_AVAILABLE, -1))
                        .toList());
    }

    private static Shaded known(Map<String, @Nullable Object> row) {
        Double share = number(row, "share_known");
        return share != null
                ? shaded(share, row)
                : text(row, "state").startsWith("no such")
                        ? new Shaded(Words.say("not_asked"), -1)
                        : new Shaded(Shorthand.of(row, "known"), -1);
    }

    private static Shaded shaded(double share, Map<String, @Nullable Object> row) {
        return new Shaded(Words.percent(share, row), (int) Math.min(SHADES - 1, Math.ceil(share * (SHADES - 1))));
    }
}
