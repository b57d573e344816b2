package equalities.stage.publish.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the content as ODS, the format that the guidance prefers, by a template: the libraries there are make no database
 * ranges, which are the tables of this format.
 *
 * @see <a href="https://docs.oasis-open.org/office/OpenDocument/v1.3/">OpenDocument 1.3</a>
 */
final class OpenDocumentWriter {
    private static final String MIME = "application/vnd.oasis.opendocument.spreadsheet";

    private OpenDocumentWriter() {}

    static void write(WorkbookContent content, String madeAt, OutputStream to) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        zip.putNextEntry(stored(MIME.getBytes(StandardCharsets.US_ASCII)));
        zip.write(MIME.getBytes(StandardCharsets.US_ASCII));
        for (String part : List.of("META-INF/manifest.xml", "meta.xml", "styles.xml", "content.xml")) {
            ZipEntry entry = new ZipEntry(part);
            entry.setTime(0);
            zip.putNextEntry(entry);
            StringWriter text = new StringWriter();
            OpenDocumentTemplates.write(part, content, madeAt, text);
            zip.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        zip.finish();
    }

    /** The first entry is not packed, so that the file's kind can be seen from its first bytes. */
    private static ZipEntry stored(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry("mimetype");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        entry.setTime(0);
        return entry;
    }
}
