package equalities.record;

import equalities.spec.Field;
import equalities.spec.Layout;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which layout a table of a sheet has. */
public sealed interface Recognition extends Serializable {
    /**
     * @param headerRow the number of the last row with headings
     * @param headings as the file has them; those of several rows in one
     * @param columns field to the column it stands in, counted from 0; to the row, in a table on its side
     * @param dates how the table writes its dates
     * @param score the share of the layout's headings that are there, those it asks for counting twice; 1 at best
     */
    record Recognised(
            Layout layout,
            String sheet,
            long headerRow,
            List<String> headings,
            Map<Field, Integer> columns,
            DateForms dates,
            TableExtent extent,
            double score)
            implements Recognition {
        public Recognised {
            headings = List.copyOf(headings);
        }

        /** A whole sheet with dates as they are read where nothing is known of the column. */
        Recognised(Layout layout, String sheet, long headerRow, List<String> headings, Map<Field, Integer> columns) {
            this(layout, sheet, headerRow, headings, columns, DateForms.BRITISH, TableExtent.whole(false), 1);
        }

        /** Where a cell of a row stands: its column's letter; in a table on its side the letter and the row. */
        String place(RawRow row, int column) {
            return extent.onItsSide()
                    ? SourceFile.columnLetter((int) row.rowNumber() - 1) + (column + 1)
                    : SourceFile.columnLetter(column);
        }

        /** Whether a row of the sheet is one of the table's. */
        boolean holds(RawRow row) {
            return row.rowNumber() > headerRow && row.rowNumber() <= extent.lastRow();
        }

        Recognised with(DateForms forms) {
            return new Recognised(layout, sheet, headerRow, headings, columns, forms, extent, score);
        }

        Recognised within(TableExtent other) {
            return new Recognised(layout, sheet, headerRow, headings, columns, dates, other, score);
        }
    }

    /**
     * @param message what was found, and the nearest layout with its score
     * @param fix what is missing, and what to do
     * @param draft a layout for this table, ready to be put into {@code schemas/returns}; null for an empty sheet
     */
    record NotRecognised(
            String message, String fix, @Nullable String draft) implements Recognition {}
}
