package equalities.record;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Delimited text as one sheet. */
final class TextFile implements SourceFile, Sheet {
    private static final int LARGEST_RECORD = 1 << 22;

    private final Path file;
    private final String fileName;
    private final TextProbe probe;

    TextFile(Path file, String fileName, TextProbe probe) {
        this.file = file;
        this.fileName = fileName;
        this.probe = probe;
    }

    /** Empty lines are rows, so that row numbers and counts close; text behind a closing quote belongs to its cell. */
    static CsvReaderBuilder dialect(char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LARGEST_RECORD);
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(this);
    }

    @Override
    public String name() {
        return fileName;
    }

    @Override
    public boolean delimited() {
        return true;
    }

    @Override
    public Rows rows() throws IOException {
        CsvReader<CsvRecord> reader = dialect(probe.delimiter()).ofCsvRecord(probe.open(file));
        return new TextRows(fileName, reader, reader.iterator());
    }

    @Override
    public void close() {
        // Every reader of rows closes its own stream.
    }

    /** The records of one reading. */
    private static final class TextRows implements Rows {
        private final String sheet;
        private final CsvReader<CsvRecord> reader;
        private final Iterator<CsvRecord> records;
        private long last;

        TextRows(String sheet, CsvReader<CsvRecord> reader, Iterator<CsvRecord> records) {
            this.sheet = sheet;
            this.reader = reader;
            this.records = records;
        }

        @Override
        public @Nullable RawRow next() throws IOException {
            try {
                if (!records.hasNext()) {
                    return null;
                }
                CsvRecord row = records.next();
                last = row.getStartingLineNumber();
                return new RawRow(sheet, last, row.getFields());
            } catch (CsvParseException | UncheckedIOException e) {
                throw new UnreadableFile(
                        "The text cannot be divided into rows behind row " + last
                                + ": most likely a quotation mark opens a cell and is never closed.",
                        "Close or remove the quotation mark, or save the table from the spreadsheet again.",
                        e);
            }
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
