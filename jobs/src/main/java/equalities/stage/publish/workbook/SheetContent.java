package equalities.stage.publish.workbook;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One sheet: lines of text from the first cell down, and below them at most one table.
 *
 * @param name what stands on its tab; at most 31 letters
 * @param tableName the name of the table, or empty where there is none
 * @param lines the first is its title
 * @param headings of the table, no two alike
 * @param rows texts and numbers; none is null, for no cell is blank
 * @param linked whether the first column names sheets and leads to them
 */
record SheetContent(
        String name,
        String tableName,
        List<String> lines,
        List<String> headings,
        List<List<Object>> rows,
        boolean linked) {
    private static final int LONGEST_NAME = 31;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\[\\]:*?/\\\\']");

    SheetContent {
        if (name.length() > LONGEST_NAME || FORBIDDEN.matcher(name).find()) {
            throw new IllegalArgumentException("No spreadsheet takes '" + name + "' as the name of a sheet. Rename the"
                    + " output: at most 31 letters, none of [ ] : * ? / \\ and no apostrophe.");
        }
        lines = List.copyOf(lines);
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /** A sheet of text alone. */
    static SheetContent text(String name, List<String> lines) {
        return new SheetContent(name, "", lines, List.of(), List.of(), false);
    }

    boolean hasTable() {
        return !headings.isEmpty();
    }
}
