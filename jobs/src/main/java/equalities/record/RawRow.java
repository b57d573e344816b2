package equalities.record;

import java.io.Serializable;
import java.util.List;

/**
 * One row as it is written.
 *
 * @param sheet the sheet's name; of a text file the file's name
 * @param rowNumber what a person sees beside it in the spreadsheet: in a text file, too, a cell with line ends inside
 *     does not begin another row, and an empty line is one
 * @param cells as text, from column A; may be shorter than the heading row
 * @param notes what had to be done to read it; empty nearly always
 */
public record RawRow(String sheet, long rowNumber, List<String> cells, List<Note> notes) implements Serializable {
    public RawRow {
        cells = List.copyOf(cells);
        notes = List.copyOf(notes);
    }

    /** A row that was read as it stands. */
    public RawRow(String sheet, long rowNumber, List<String> cells) {
        this(sheet, rowNumber, cells, List.of());
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
