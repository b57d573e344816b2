package equalities.cli;

import equalities.engine.duckdb.Relation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer as lines of text, its columns aligned. */
final class TextTable {
    private static final int WIDEST = 60;

    private TextTable() {}

    static List<String> lines(Relation answer) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(answer.columns());
        answer.rows().forEach(row -> cells.add(row.stream().map(TextTable::text).toList()));
        int[] widths = new int[answer.columns().size()];
        for (List<String> row : cells) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Math.min(WIDEST, row.get(i).length()));
            }
        }
        List<String> lines = new ArrayList<>();
        for (int r = 0; r < cells.size(); r++) {
            lines.add(line(cells.get(r), widths));
            if (r == 0) {
                lines.add(rule(widths));
            }
        }
        int rows = answer.rows().size();
        lines.add("(" + rows + (rows == 1 ? " row)" : " rows)"));
        return lines;
    }

    /** A row as one line of JSON; what JSON has no form for as text. */
    static String json(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        row.forEach((name, value) -> plain.put(
                name,
                value == null || value instanceof Number || value instanceof Boolean || value instanceof List
                        ? value
                        : value.toString()));
        return Summaries.json(plain);
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i).replaceAll("\\p{Cntrl}", " ");
            String cut = cell.length() > WIDEST ? cell.substring(0, WIDEST - 1) + "…" : cell;
            line.append(cut).append(" ".repeat(Math.max(0, widths[i] - cut.length()) + 2));
        }
        return line.toString().stripTrailing();
    }

    private static String rule(int[] widths) {
        StringBuilder rule = new StringBuilder();
        for (int width : widths) {
            rule.append("-".repeat(width)).append("  ");
        }
        return rule.toString().stripTrailing();
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Double number ? String.format(Locale.ROOT, "%.6g", number) : value.toString();
    }
}
