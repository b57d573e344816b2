package equalities.record;

import java.io.Serializable;

/**
 * The part of a sheet that a table takes.
 *
 * @param lastRow the number of its last row, or {@link Long#MAX_VALUE} when it goes to the sheet's end
 * @param firstColumn counted from 0
 * @param lastColumn counted from 0, or {@link Integer#MAX_VALUE} when it goes to the sheet's right end
 * @param onItsSide whether its headings stand below each other, and its records beside each other
 * @param delimited whether every row says how many cells it has: see {@link Sheet#delimited}
 */
public record TableExtent(long lastRow, int firstColumn, int lastColumn, boolean onItsSide, boolean delimited)
        implements Serializable {
    static TableExtent whole(boolean delimited) {
        return new TableExtent(Long.MAX_VALUE, 0, Integer.MAX_VALUE, false, delimited);
    }

    TableExtent upTo(long row) {
        return new TableExtent(row, firstColumn, lastColumn, onItsSide, delimited);
    }

    TableExtent columns(int first, int last) {
        return new TableExtent(lastRow, first, last, onItsSide, delimited);
    }

    TableExtent turned() {
        return new TableExtent(lastRow, firstColumn, lastColumn, true, delimited);
    }

    /** The column behind its last. */
    int end() {
        return lastColumn == Integer.MAX_VALUE ? lastColumn : lastColumn + 1;
    }

    boolean isWide() {
        return firstColumn == 0 && lastColumn == Integer.MAX_VALUE;
    }
}
