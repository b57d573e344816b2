package equalities.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a recognised table: behind its headings, to its last row, without the cells of a table beside it. */
final class TableRows implements Rows {
    private final Rows rows;
    private final Recognition.Recognised table;

    private TableRows(Rows rows, Recognition.Recognised table) {
        this.rows = rows;
        this.table = table;
    }

    static Rows of(Sheet sheet, Recognition.Recognised table) throws IOException {
        return table.extent().onItsSide() ? turned(sheet, table) : new TableRows(sheet.rows(), table);
    }

    /** What the table's erased rows show of how dates are written. */
    static List<RawRow> erased(Sheet sheet, Recognition.Recognised table) {
        if (!table.extent().onItsSide()) {
            return sheet.erased().stream().filter(table::holds).toList();
        }
        return sheet.erased().stream()
                .map(row -> {
                    List<String> record = new ArrayList<>(java.util.Collections.nCopies((int) row.rowNumber() - 1, ""));
                    record.add(row.cells().stream()
                            .filter(c -> !c.isEmpty())
                            .findFirst()
                            .orElse(""));
                    return new RawRow(row.sheet(), 1, record);
                })
                .toList();
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        RawRow row = rows.next();
        while (row != null && (row.rowNumber() <= table.headerRow() || isHeadings(row))) {
            row = rows.next();
        }
        return row == null || row.rowNumber() > table.extent().lastRow() ? null : within(row);
    }

    /** The headings again, as a program writes them on each page. */
    private boolean isHeadings(RawRow row) {
        return row.cells().equals(table.headings());
    }

    private RawRow within(RawRow row) {
        TableExtent extent = table.extent();
        if (extent.isWide()) {
            return row;
        }
        List<String> cells =
                new ArrayList<>(row.cells().subList(0, Math.min(row.cells().size(), extent.end())));
        for (int i = 0; i < Math.min(extent.firstColumn(), cells.size()); i++) {
            cells.set(i, "");
        }
        return new RawRow(row.sheet(), row.rowNumber(), cells, row.notes());
    }

    /** Every column behind the headings is a record, and bears the column's number. Such tables are small. */
    private static Rows turned(Sheet sheet, Recognition.Recognised table) throws IOException {
        List<RawRow> all = sheet.head(Integer.MAX_VALUE);
        int width = all.stream().mapToInt(TableFinder::width).max().orElse(0);
        int height = all.stream().mapToInt(r -> (int) r.rowNumber()).max().orElse(0);
        List<RawRow> records = new ArrayList<>();
        for (int column = (int) table.headerRow(); column < width; column++) {
            String[] cells = new String[height];
            java.util.Arrays.fill(cells, "");
            for (RawRow row : all) {
                cells[(int) row.rowNumber() - 1] = row.cell(column);
            }
            Note note = new Note(
                    "table on its side",
                    "The table lies on its side: this record is a column of the sheet.",
                    "Put the headings into the first row and each record into a row of its own.");
            records.add(new RawRow(sheet.name(), column + 1, List.of(cells), List.of(note)));
        }
        Iterator<RawRow> each = records.iterator();
        return new Rows() {
            @Override
            public @Nullable RawRow next() {
                return each.hasNext() ? each.next() : null;
            }

            @Override
            public void close() {
                // All of it is read already.
            }
        };
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
