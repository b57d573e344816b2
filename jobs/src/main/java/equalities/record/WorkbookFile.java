package equalities.record;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** An Excel workbook, streamed; its visible sheets. */
final class WorkbookFile implements SourceFile {
    private final ReadableWorkbook workbook;

    WorkbookFile(Path file) throws IOException {
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        } catch (ExcelReaderException e) {
            throw damaged(e);
        }
    }

    @Override
    public List<Sheet> sheets() {
        return workbook.getSheets()
                .filter(s -> s.getVisibility() == SheetVisibility.VISIBLE)
                .<Sheet>map(WorkbookSheet::new)
                .toList();
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private static UnreadableFile damaged(RuntimeException e) {
        return new UnreadableFile("The workbook is damaged.", "Open it, save it again and send it.", e);
    }

    /** One sheet. */
    private record WorkbookSheet(org.dhatim.fastexcel.reader.Sheet sheet) implements Sheet {
        @Override
        public String name() {
            return sheet.getName();
        }

        @Override
        public boolean delimited() {
            return false;
        }

        @Override
        public Rows rows() throws IOException {
            Stream<Row> stream = sheet.openStream();
            Iterator<Row> rows = stream.iterator();
            return new Rows() {
                @Override
                public @Nullable RawRow next() throws IOException {
                    try {
                        return rows.hasNext() ? row(rows.next()) : null;
                    } catch (ExcelReaderException e) {
                        throw damaged(e);
                    }
                }

                @Override
                public void close() {
                    stream.close();
                }
            };
        }

        private RawRow row(Row row) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.getCellCount(); i++) {
                Optional<Cell> cell = row.getOptionalCell(i);
                cells.add(cell.map(WorkbookSheet::text).orElse(""));
            }
            return new RawRow(sheet.getName(), row.getRowNum(), cells);
        }

        /** As a person sees it: a date as a date, a whole number without decimals. */
        private static String text(Cell cell) {
            if (cell.getType() == CellType.NUMBER) {
                String format = cell.getDataFormatString();
                if (format != null && format.matches("(?i).*(d|m|y).*(d|m|y).*") && !format.contains("#")) {
                    return cell.asDate().toLocalDate().toString();
                }
                BigDecimal number = cell.asNumber();
                return number.stripTrailingZeros().toPlainString();
            }
            return cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR ? "" : cell.getText();
        }
    }
}
