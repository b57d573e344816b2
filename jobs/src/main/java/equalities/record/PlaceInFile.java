package equalities.record;

/**
 * Where in a file something stands that is to be erased.
 *
 * @param sheet counted from 0
 * @param row its number; {@link #EVERY_ROW} for a record of a table on its side, which is a column
 * @param firstColumn counted from 0
 * @param lastColumn counted from 0, or {@link Integer#MAX_VALUE} for all that follow
 * @param whole whether all of it goes; otherwise only what names the person goes out of each cell
 */
public record PlaceInFile(int sheet, long row, int firstColumn, int lastColumn, boolean whole) {
    /** The place is a column. */
    public static final long EVERY_ROW = 0;

    static PlaceInFile row(int sheet, long row) {
        return new PlaceInFile(sheet, row, 0, Integer.MAX_VALUE, true);
    }

    /** Cells of a row that is another's, or nobody's. */
    static PlaceInFile mention(int sheet, long row) {
        return new PlaceInFile(sheet, row, 0, Integer.MAX_VALUE, false);
    }

    /** A record of a table. */
    static PlaceInFile record(int sheet, RawRow row, TableExtent extent) {
        int column = (int) row.rowNumber() - 1;
        return extent.onItsSide()
                ? new PlaceInFile(sheet, EVERY_ROW, column, column, true)
                : new PlaceInFile(sheet, row.rowNumber(), extent.firstColumn(), extent.lastColumn(), true);
    }

    boolean holds(long rowNumber) {
        return row == EVERY_ROW || row == rowNumber;
    }
}
