package equalities.record;

import equalities.record.text.CellShape;
import java.util.regex.Pattern;

/** What a row in or below a table is, by the look of it. */
enum RowKind {
    RECORD,
    BLANK,
    /** A sentence in one cell: a source, a footnote, an explanation. */
    NOTE,
    /** A sum over the rows above. */
    TOTAL;

    private static final Pattern TOTALS =
            Pattern.compile("(?i)(grand|sub|overall|running|column)?[- ]?totals?\\b.{0,40}|(?i)sum");

    /** @param width the columns of the table */
    static RowKind of(RawRow row, int width) {
        int filled = 0;
        String first = "";
        for (String cell : row.cells()) {
            if (!Blanks.isBlank(cell)) {
                first = filled == 0 ? Blanks.strip(cell) : first;
                filled++;
            }
        }
        if (filled == 0) {
            return BLANK;
        }
        if (filled > 1
                && Character.isLetter(first.charAt(0))
                && TOTALS.matcher(first).matches()) {
            return TOTAL;
        }
        boolean alone = filled == 1 && width > 2 && !CellShape.of(first).strong();
        return alone ? NOTE : RECORD;
    }
}
