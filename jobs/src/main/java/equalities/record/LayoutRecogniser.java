package equalities.record;

import equalities.spec.Field;
import equalities.spec.Layout;
import equalities.spec.Specification;
import equalities.spec.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Knows a layout by its headings, in any order, case and alias, behind titles and notes. */
public final class LayoutRecogniser {
    private static final int ROWS = 50;
    private static final double CLEARLY = 0.5;

    private final List<Layout> layouts;

    public LayoutRecogniser(Specification specification) {
        this.layouts = specification.layouts();
    }

    /** A header row tried as a layout. */
    private record Match(Layout layout, RawRow header, Map<Field, Integer> columns, List<Field> missing) {
        /** The share of required headings that are there, then how many headings at all. */
        double score() {
            long required =
                    layout.fields().stream().filter(f -> !f.optionalHeading()).count();
            double share = required == 0 ? 1 : (double) (required - missing.size()) / required;
            return columns.isEmpty() ? 0 : share + columns.size() / 1000.0;
        }
    }

    /** Looks at the first rows of a sheet. */
    public Recognition recognise(Sheet sheet) throws java.io.IOException {
        Match best = null;
        for (RawRow row : sheet.head(ROWS)) {
            for (Layout layout : layouts) {
                Match match = match(layout, row);
                if (best == null || match.score() > best.score()) {
                    best = match;
                }
            }
        }
        return tell(sheet, best);
    }

    private static Match match(Layout layout, RawRow row) {
        List<String> found = row.cells().stream().map(Words::normalise).toList();
        Map<Field, Integer> columns = new LinkedHashMap<>();
        for (Field field : layout.fields()) {
            field.headings().stream()
                    .map(found::indexOf)
                    .filter(i -> i >= 0)
                    .findFirst()
                    .ifPresent(i -> columns.put(field, i));
        }
        List<Field> missing = layout.fields().stream()
                .filter(f -> !f.optionalHeading() && !columns.containsKey(f))
                .toList();
        return new Match(layout, row, columns, missing);
    }

    private static Recognition tell(Sheet sheet, @Nullable Match best) {
        if (best == null) {
            return new Recognition.NotRecognised("The sheet is empty.", "Send the file with its rows.");
        }
        if (best.score() < CLEARLY) {
            return new Recognition.NotRecognised(
                    "No return has these headings; the nearest is '"
                            + best.layout().title() + "'.",
                    "Use the headings of that return, or describe this layout in schemas/returns. Missing are: "
                            + names(best.missing()) + ".");
        }
        if (!best.missing().isEmpty()) {
            return new Recognition.NotRecognised(
                    "This looks like '" + best.layout().title() + "', but required columns are missing: "
                            + names(best.missing()) + ".",
                    "Add the missing columns under these headings and send the file again.");
        }
        return new Recognition.Recognised(
                best.layout(),
                sheet.name(),
                best.header().rowNumber(),
                best.header().cells(),
                best.columns());
    }

    private static String names(List<Field> fields) {
        return fields.stream().map(f -> "'" + f.name() + "'").collect(Collectors.joining(", "));
    }
}
