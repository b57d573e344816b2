package equalities.record;

import equalities.record.bytes.FileBytes;
import equalities.record.text.DelimitedText;
import equalities.record.text.RecordReader;
import equalities.record.text.TextEncoding;
import equalities.record.text.TextRecord;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Delimited text as one sheet. */
final class TextFile implements SourceFile, Sheet {
    private final DelimitedText text;
    private final String fileName;

    TextFile(FileBytes file, String fileName) throws IOException {
        this.fileName = fileName;
        try {
            text = DelimitedText.of(file);
        } catch (TextEncoding.NotText e) {
            throw new UnreadableFile(
                    "The file is not text, and in no format that is read.",
                    "Save the table as " + SourceFile.FORMATS + ", and send that.",
                    e);
        }
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
        return new TextRows(fileName, text.open());
    }

    @Override
    public void close() {
        // Every reader of rows closes its own stream.
    }

    /** The records of one reading. */
    private static final class TextRows implements Rows {
        private final String sheet;
        private final RecordReader reader;
        private long last;

        TextRows(String sheet, RecordReader reader) {
            this.sheet = sheet;
            this.reader = reader;
        }

        @Override
        public @Nullable RawRow next() throws IOException {
            try {
                TextRecord row = reader.next();
                if (row == null) {
                    return null;
                }
                last = row.number();
                List<Note> notes = row.repairs().stream().map(Note::of).toList();
                return new RawRow(sheet, last, row.cells(), notes);
            } catch (RecordReader.TooLong e) {
                throw new UnreadableFile(
                        "The text behind row " + last + " goes on for more than four million characters without a"
                                + " line's end: no row is that long.",
                        "Save the table from the spreadsheet again.",
                        e);
            }
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
