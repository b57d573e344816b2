package equalities.record;

import java.io.Serializable;
import java.util.List;

/**
 * One row as it is written.
 *
 * @param sheet the sheet's name; of a text file the file's name
 * @param rowNumber what a person sees beside its first line in the spreadsheet or the text editor
 * @param cells as text, from column A; may be shorter than the heading row
 */
public record RawRow(String sheet, long rowNumber, List<String> cells) implements Serializable {
    public RawRow {
        cells = List.copyOf(cells);
    }

    /** The cell of a column counted from 0, without the blanks around it; empty beyond the end. */
    String cell(int column) {
        return column >= 0 && column < cells.size() ? Blanks.strip(cells.get(column)) : "";
    }

    /** Whether nothing is written in any cell. */
    public boolean isBlank() {
        return cells.stream().allMatch(Blanks::isBlank);
    }
}
