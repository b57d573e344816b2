package equalities.stage.publish.workbook;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The parts of an ODS file, written by the templates of their names; every text is escaped. */
final class OpenDocumentTemplates {
    private static final PebbleEngine ENGINE = engine();

    private OpenDocumentTemplates() {}

    /** A cell as the template needs it. */
    public record Cell(String text, boolean number, boolean shorthand, String link) {
        static Cell of(Object value, boolean linked) {
            String text = value.toString();
            return new Cell(text, value instanceof Number, text.startsWith("["), linked ? "#'" + text + "'.A1" : "");
        }
    }

    /** A sheet as the template needs it; range is where its table is. */
    public record Sheet(
            String name, String table, String range, List<String> lines, List<String> headings, List<List<Cell>> rows) {
        static Sheet of(SheetContent sheet) {
            int top = sheet.lines().size() + 1;
            String range = "'%s'.A%d:'%s'.%s%d"
                    .formatted(
                            sheet.name(),
                            top,
                            sheet.name(),
                            letters(sheet.headings().size()),
                            top + sheet.rows().size());
            return new Sheet(
                    sheet.name(),
                    sheet.tableName(),
                    range,
                    sheet.lines(),
                    sheet.headings(),
                    sheet.rows().stream().map(r -> cells(sheet, r)).toList());
        }

        private static List<Cell> cells(SheetContent sheet, List<Object> row) {
            return IntStream.range(0, row.size())
                    .mapToObj(i -> Cell.of(row.get(i), sheet.linked() && i == 0))
                    .toList();
        }
    }

    static void write(String part, WorkbookContent content, String madeAt, Writer to) throws IOException {
        String template = part.substring(part.lastIndexOf('/') + 1);
        Map<String, Object> context = Map.of(
                "title", content.title(),
                "made_at", madeAt,
                "sheets", content.sheets().stream().map(Sheet::of).toList());
        ENGINE.getTemplate(template).evaluate(to, context);
    }

    /** The letters of a column, the first being 1. */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + (column - 1) % 26));
        return column <= 26 ? last : letters((column - 1) / 26) + last;
    }

    private static PebbleEngine engine() {
        ClasspathLoader loader = new ClasspathLoader(OpenDocumentTemplates.class.getClassLoader());
        loader.setPrefix("equalities/stage/publish/workbook");
        return new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(true)
                .strictVariables(true)
                .defaultLocale(WorkbookContent.locale())
                .build();
    }
}
