package equalities.record;

import equalities.record.bytes.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellRangeAddress;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** An Excel workbook, streamed; its visible sheets, with hidden rows and columns. */
final class WorkbookFile implements SourceFile {
    private static final Note HIDDEN = new Note(
            "hidden row",
            "The row is hidden in the spreadsheet; it was read all the same.",
            "Show the row, or delete it if it is not meant.");
    static final Note MERGED = new Note(
            "merged cells",
            "Cells of this row are merged with those of others; the value stands in the first cell only.",
            "Take the merge apart and write the value into every row.");

    private final ReadableWorkbook workbook;
    private final WorkbookParts parts;

    WorkbookFile(FileBytes file, ZipFile zip) throws IOException {
        parts = WorkbookParts.of(zip);
        try {
            workbook = open(file, new ReadingOptions(true, true));
        } catch (RuntimeException e) {
            throw damaged(e);
        }
    }

    /** The library seeks in files only: of other bytes, which are packed, it holds all. */
    private static ReadableWorkbook open(FileBytes file, ReadingOptions options) throws IOException {
        Path plain = file.plainFile().orElse(null);
        if (plain != null) {
            return new ReadableWorkbook(plain.toFile(), options);
        }
        try (InputStream in = file.stream()) {
            return new ReadableWorkbook(in, options);
        }
    }

    @Override
    public List<Sheet> sheets() {
        return workbook.getSheets()
                .filter(s -> s.getVisibility() == SheetVisibility.VISIBLE)
                .<Sheet>map(s -> new WorkbookSheet(s, workbook.isDate1904(), merged(s.getId())))
                .toList();
    }

    @Override
    public List<String> hiddenSheets() {
        return workbook.getSheets()
                .filter(s -> s.getVisibility() != SheetVisibility.VISIBLE)
                .map(org.dhatim.fastexcel.reader.Sheet::getName)
                .toList();
    }

    private List<CellRangeAddress> merged(@Nullable String relation) {
        return parts.merged(relation).stream()
                .filter(r -> r.matches("[A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7}"))
                .flatMap(WorkbookFile::range)
                .filter(r -> r.getLastRow() > r.getFirstRow())
                .toList();
    }

    /** None where it ends before it begins. */
    private static Stream<CellRangeAddress> range(String written) {
        try {
            return Stream.of(CellRangeAddress.valueOf(written));
        } catch (IllegalArgumentException backwards) {
            return Stream.empty();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private static UnreadableFile damaged(RuntimeException e) {
        return new UnreadableFile("The workbook is damaged.", "Open it, save it again and send it.", e);
    }

    /** One sheet. */
    private record WorkbookSheet(
            org.dhatim.fastexcel.reader.Sheet sheet, boolean from1904, List<CellRangeAddress> merged) implements Sheet {
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
            Stream<Row> stream = stream();
            Iterator<Row> rows = stream.iterator();
            return new Rows() {
                @Override
                public @Nullable RawRow next() throws IOException {
                    try {
                        return rows.hasNext() ? row(rows.next()) : null;
                    } catch (RuntimeException e) { // What the library throws at nonsense is of many kinds.
                        throw damaged(e);
                    }
                }

                @Override
                public void close() {
                    stream.close();
                }
            };
        }

        private Stream<Row> stream() throws IOException {
            try {
                return sheet.openStream();
            } catch (RuntimeException e) {
                throw damaged(e);
            }
        }

        private RawRow row(Row row) {
            Set<Note> notes = new LinkedHashSet<>();
            List<String> cells = new ArrayList<>(row.getCellCount());
            for (int i = 0; i < row.getCellCount(); i++) {
                cells.add(WorkbookCell.text(row.getOptionalCell(i).orElse(null), from1904, notes));
            }
            if (row.isHidden()) {
                notes.add(HIDDEN);
            }
            int index = row.getRowNum() - 1;
            if (merged.stream().anyMatch(m -> index >= m.getFirstRow() && index <= m.getLastRow())) {
                notes.add(MERGED);
            }
            return new RawRow(sheet.getName(), row.getRowNum(), cells, List.copyOf(notes));
        }
    }
}
