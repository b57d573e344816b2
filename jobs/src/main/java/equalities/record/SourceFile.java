package equalities.record;

import equalities.record.bytes.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A file of a provider as sheets of rows, by what is in it and not by how its name ends. Streams; holds no file in memory. */
public interface SourceFile extends AutoCloseable {
    /** The formats that are read, in the words of the messages. */
    String FORMATS = "CSV, TSV or other delimited text, Excel (.xlsx), OpenDocument (.ods) or Parquet";

    /** The visible sheets, in order. */
    List<Sheet> sheets();

    /** The names of the sheets that their sender has hidden; they are not read. */
    default List<String> hiddenSheets() {
        return List.of();
    }

    @Override
    void close() throws IOException;

    /**
     * Opens a file.
     *
     * @param fileName the name that its sender gave it
     * @throws UnreadableFile when it is empty, damaged, protected or in no format that is read
     */
    static SourceFile open(Path file, String fileName) throws IOException {
        return open(FileBytes.of(file), fileName);
    }

    /** The same of bytes that need not lie in a file of their own. */
    static SourceFile open(FileBytes file, String fileName) throws IOException {
        if (file.plainFile().filter(f -> !Files.isRegularFile(f)).isPresent()) {
            throw new UnreadableFile("This is no ordinary file.", "Send the file with the table itself.");
        }
        byte[] start = start(file);
        if (start.length == 0) {
            throw new UnreadableFile("The file is empty.", "Save it again with its rows and send it.");
        }
        if (Magic.isZip(start)) {
            return openZip(file);
        }
        if (Magic.isParquet(start)) {
            return new ParquetTable(file, fileName);
        }
        if (Transcript.isTranscript(start)) {
            return new Transcript(file);
        }
        Magic.refuseWhatIsNoText(file, start);
        return new TextFile(file, fileName);
    }

    private static SourceFile openZip(FileBytes file) throws IOException {
        try (SeekableByteChannel channel = file.open();
                ZipFile zip = PackedFile.open(channel)) {
            PackedFile.refuseWhatUnpacksTooLarge(zip, channel.size());
            if (zip.getEntry("xl/workbook.xml") != null) {
                return new WorkbookFile(file, zip);
            }
            if (zip.getEntry("content.xml") != null) {
                return OpenDocumentFile.of(file, zip);
            }
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException | RuntimeException e) { // What the library throws at nonsense is of many kinds.
            file.readToEnd();
            throw new UnreadableFile(
                    "The file is damaged: it starts like a spreadsheet and cannot be unpacked.",
                    "Open it, save it again and send it.",
                    e);
        }
        throw new UnreadableFile(
                "The file is an archive, and no spreadsheet.", "Send the table itself as " + FORMATS + ".");
    }

    private static byte[] start(FileBytes file) throws IOException {
        try (InputStream in = file.stream()) {
            return in.readNBytes(1 << 16);
        }
    }

    /** Column 0 is A, 25 is Z, 26 is AA. */
    static String columnLetter(int column) {
        String letters = "";
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters = String.format(Locale.ROOT, "%c%s", 'A' + rest % 26, letters);
        }
        return letters;
    }
}
