package equalities.record.report;

import equalities.record.RawRow;
import equalities.record.Recognition.Recognised;
import equalities.record.RowOutcome;
import equalities.record.Sheet;
import equalities.spec.Specification;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A sender's own sheets as an Excel workbook, with every wrong cell marked, a note in it, what to mend in words at the
 * end of its row, and a list to choose from where only some answers are allowed. Rows stand where they stood. All cells
 * are text in text format: whatever was typed, none of them is a formula, and none becomes one when it is edited.
 */
final class MendingWorkbook implements Validator.Rows, AutoCloseable {
    private static final int LONGEST_NAME = 31;

    private final Specification specification;
    private final String submission;
    private final Workbook workbook;
    private final Choices choices;
    private final Set<String> names = new HashSet<>();
    private final Set<String> tabled = new HashSet<>();
    private MarkedSheet current;

    MendingWorkbook(Specification specification, String submission, OutputStream to) {
        this.specification = specification;
        this.submission = submission;
        this.workbook = new Workbook(to, "equalities", "1.0");
        Worksheet cover = workbook.newWorksheet(name("What to mend"));
        this.choices = new Choices(specification, workbook.newWorksheet(name("Choices")));
        this.current = MarkedSheet.cover(cover);
    }

    /** Writes the first sheet: how many rows, and each cause with its mend, the worst first. */
    void cover(FileReport report) throws IOException {
        current.line(ReportWords.verdict(report));
        current.line(
                "The wrong cells are marked in your own sheet, with a note in each and the mend at the end of the row."
                        + " Mend them there and send this workbook back; you may leave out the rows that are right.");
        current.line("");
        current.line("What is wrong", "How often", "How to mend it");
        for (Cause cause : report.causes()) {
            current.line(ReportWords.title(cause), ReportWords.number(cause.count()), cause.fix());
        }
    }

    @Override
    public void sheet(Sheet sheet, Recognised recognised) throws IOException {
        current.close();
        current = MarkedSheet.of(
                workbook.newWorksheet(name(sheet.name())),
                recognised,
                recognised.extent().onItsSide() ? recognised.headings().size() : width(sheet),
                submission,
                choices.ranges(recognised.layout()));
        boolean further = !tabled.add(sheet.name());
        if (further || recognised.extent().onItsSide()) {
            // A further table stands alone; one on its side goes back upright, each record in a row of its own.
            current.above(new RawRow(sheet.name(), recognised.headerRow(), recognised.headings()));
            return;
        }
        try (equalities.record.Rows rows = sheet.rows()) {
            RawRow row = rows.next();
            while (row != null && row.rowNumber() <= recognised.headerRow()) {
                current.above(row);
                row = rows.next();
            }
        }
    }

    private static int width(Sheet sheet) throws IOException {
        int width = 0;
        try (equalities.record.Rows rows = sheet.rows()) {
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                width = Math.max(width, row.cells().size());
            }
        }
        return Math.min(width, Worksheet.MAX_COLS - 2);
    }

    @Override
    public void row(RowOutcome outcome) throws IOException {
        current.add(outcome);
    }

    @Override
    public void close() throws IOException {
        current.close();
        choices.close();
        workbook.close();
    }

    /** A name that Excel allows and that no other sheet has. */
    private String name(String wanted) {
        String allowed = wanted.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}']", " ").strip();
        String base = allowed.isEmpty() ? "Sheet" : allowed.substring(0, Math.min(LONGEST_NAME, allowed.length()));
        String name = base;
        for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
            String number = " " + i;
            name = base.substring(0, Math.min(base.length(), LONGEST_NAME - number.length())) + number;
        }
        return name;
    }
}
