package equalities.record.report;

import equalities.record.RawRow;
import equalities.record.Reason;
import equalities.record.Recognition.Recognised;
import equalities.record.RowOutcome;
import equalities.record.RowReference;
import equalities.spec.Field;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Worksheet;

/** One sheet of a {@link MendingWorkbook}. */
final class MarkedSheet implements AutoCloseable {
    private static final String TEXT = "@";
    private static final int LONGEST_CELL = 32_767;
    private static final int ROWS_IN_MEMORY = 1_000;

    /** Excel opens no sheet with more; the words at the end of the row say the same. */
    private static final int MOST_NOTES = 50_000;

    private final Worksheet sheet;
    private final String submission;
    private final long headerRow;
    private final int width;
    private int line;
    private int notes;

    private MarkedSheet(Worksheet sheet, String submission, long headerRow, int width) {
        this.sheet = sheet;
        this.submission = submission;
        this.headerRow = headerRow;
        this.width = width;
    }

    static MarkedSheet cover(Worksheet sheet) {
        sheet.width(0, 50);
        sheet.width(1, 12);
        sheet.width(2, 100);
        return new MarkedSheet(sheet, "", 0, 0);
    }

    /** @param width the cells of the widest row; what we add stands behind them */
    static MarkedSheet of(
            Worksheet sheet, Recognised recognised, int width, String submission, Map<Field, Range> choices) {
        int header = (int) recognised.headerRow();
        sheet.freezePane(0, header);
        for (int column = 0; column < width; column++) {
            sheet.width(column, 18);
        }
        sheet.width(width, 90);
        sheet.width(width + 1, 20);
        recognised.columns().forEach((field, column) -> offer(sheet, header, column, choices.get(field)));
        return new MarkedSheet(sheet, submission, header, width);
    }

    /** Other answers stay possible: a list that is offered is no rule. */
    private static void offer(
            Worksheet sheet, int header, int column, @org.jspecify.annotations.Nullable Range choices) {
        if (choices != null) {
            sheet.range(header, column, Worksheet.MAX_ROWS - 1, column)
                    .validateWithList(choices)
                    .allowBlank(true)
                    .showErrorMessage(false)
                    .errorStyle(DataValidationErrorStyle.INFORMATION);
        }
    }

    /** A line of the cover. */
    void line(String... cells) throws IOException {
        for (int column = 0; column < cells.length; column++) {
            text(line, column, cells[column]);
            sheet.style(line, column).wrapText(cells.length > 1).format(TEXT).set();
        }
        line++;
    }

    /** A row down to the headings. */
    void above(RawRow row) throws IOException {
        int at = at(row);
        write(row);
        if (row.rowNumber() == headerRow) {
            text(at, width, "To mend");
            text(at, width + 1, RowReference.HEADING);
            for (int column = 0; column <= width + 1; column++) {
                sheet.style(at, column).bold().format(TEXT).set();
            }
        }
    }

    void add(RowOutcome outcome) throws IOException {
        int at = at(outcome.row());
        write(outcome.row());
        List<RowFault> faults = RowFault.of(outcome);
        Map<Integer, List<Reason>> byColumn = new LinkedHashMap<>();
        List<String> words = new ArrayList<>();
        for (RowFault fault : faults) {
            Reason reason = fault.reason();
            byColumn.computeIfAbsent(RowFault.columnOf(reason.columnLetter()), c -> new ArrayList<>())
                    .add(reason);
            words.add(words(reason));
        }
        byColumn.forEach((column, reasons) -> mark(at, column, reasons));
        if (!faults.isEmpty()) {
            text(at, width, String.join("\n", words));
            sheet.style(at, width).wrapText(true).format(TEXT).set();
        }
        if (!faults.isEmpty() && !(outcome instanceof RowOutcome.Held held && held.isNoRecord())) {
            RawRow row = outcome.row();
            text(at, width + 1, RowReference.of(submission, row.sheet(), row.rowNumber()));
        }
    }

    /** Marked by a border and bold type and not by colour only. */
    private void mark(int at, int column, List<Reason> reasons) {
        if (column < 0) {
            return;
        }
        sheet.style(at, column)
                .format(TEXT)
                .bold()
                .fillColor("FFFFF2CC")
                .borderStyle(BorderStyle.THICK)
                .borderColor("FFC00000")
                .set();
        if (notes < MOST_NOTES) {
            notes++;
            sheet.comment(
                    at,
                    column,
                    String.join("\n", reasons.stream().map(MarkedSheet::note).toList()));
        }
    }

    private static String note(Reason reason) {
        return reason.message() + " " + reason.fix();
    }

    private static String words(Reason reason) {
        String where = reason.columnLetter().isEmpty() ? "" : reason.columnLetter() + " ";
        return reason.heading().isEmpty() ? note(reason) : where + "'" + reason.heading() + "': " + note(reason);
    }

    private int at(RawRow row) throws IOException {
        int at = (int) row.rowNumber() - 1;
        if (at >= Worksheet.MAX_ROWS) {
            throw new IOException("The file has more rows than an Excel workbook can hold ("
                    + ReportWords.number(Worksheet.MAX_ROWS) + "). Use the page instead: --html FILE.");
        }
        if (at / ROWS_IN_MEMORY > line / ROWS_IN_MEMORY) {
            sheet.flush();
        }
        line = at;
        return at;
    }

    private void write(RawRow row) {
        for (int column = 0; column < row.cells().size(); column++) {
            text((int) row.rowNumber() - 1, column, row.cells().get(column));
        }
    }

    private void text(int row, int column, String text) {
        if (!text.isEmpty()) {
            sheet.inlineString(
                    row, column, text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL - 1) + "…" : text);
            sheet.style(row, column).format(TEXT).set();
        }
    }

    @Override
    public void close() throws IOException {
        if (headerRow > 0) {
            sheet.setAutoFilter((int) headerRow - 1, 0, Math.max(line, (int) headerRow - 1), width + 1);
        }
        sheet.finish();
    }
}
