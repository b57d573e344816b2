package equalities.stage.publish.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the content as XLSX. No cell is a formula, merged or blank; each table is a table of Excel's. */
final class ExcelWriter {
    private static final int TITLE_SIZE = 16;
    private static final int NARROW = 16;
    private static final int WIDE = 60;

    private ExcelWriter() {}

    static void write(WorkbookContent content, OutputStream to) throws IOException {
        try (Workbook workbook = new Workbook(to, "equalities", "1.0")) {
            workbook.setGlobalDefaultFont("Arial", 12);
            workbook.properties()
                    .setTitle(content.title())
                    .setTextProperty("Language", WorkbookContent.locale().toLanguageTag());
            for (SheetContent sheet : content.sheets()) {
                write(sheet, workbook.newWorksheet(sheet.name()));
            }
        }
    }

    private static void write(SheetContent sheet, Worksheet to) throws IOException {
        int row = 0;
        for (String line : sheet.lines()) {
            to.value(row++, 0, line);
        }
        to.style(0, 0).bold().fontSize(TITLE_SIZE).set();
        if (sheet.hasTable()) {
            table(sheet, to, row);
        } else {
            to.width(0, 2 * WIDE);
            to.range(1, 0, row - 1, 0).style().wrapText(true).set();
        }
        to.finish();
    }

    private static void table(SheetContent sheet, Worksheet to, int top) {
        int width = sheet.headings().size();
        for (int column = 0; column < width; column++) {
            to.value(top, column, sheet.headings().get(column));
            to.width(column, hasLongText(sheet, column) ? WIDE : NARROW + 4);
        }
        to.range(top, 0, top, width - 1).style().bold().wrapText(true).set();
        int row = top;
        for (List<Object> cells : sheet.rows()) {
            row++;
            for (int column = 0; column < width; column++) {
                cell(sheet, to, row, column, cells.get(column));
            }
        }
        to.range(top + 1, 0, row, width - 1)
                .style()
                .wrapText(true)
                .verticalAlignment("top")
                .set();
        to.range(top, 0, row, width - 1)
                .createTable(sheet.headings().toArray(String[]::new))
                .setName(sheet.tableName())
                .setDisplayName(sheet.tableName())
                .styleInfo()
                .setStyleName("TableStyleLight1");
    }

    private static void cell(SheetContent sheet, Worksheet to, int row, int column, Object value) {
        if (value instanceof Number number) {
            to.value(row, column, number);
        } else {
            to.value(row, column, value.toString());
            if (value.toString().startsWith("[")) {
                to.style(row, column).horizontalAlignment("right").set();
            }
        }
        if (sheet.linked() && column == 0) {
            to.hyperlink(row, column, HyperLink.internal("'" + value + "'!A1", value.toString()));
        }
    }

    private static boolean hasLongText(SheetContent sheet, int column) {
        return sheet.rows().stream()
                .limit(200)
                .anyMatch(r -> r.get(column).toString().length() > 2 * NARROW);
    }
}
