package equalities.record;

import equalities.record.bytes.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** An OpenDocument spreadsheet (ISO/IEC 26300), streamed; its visible sheets, with hidden rows and columns. */
final class OpenDocumentFile implements SourceFile {
    private static final int LARGEST_MANIFEST = 1 << 22;

    private final FileBytes file;
    private final Names names;

    /** Of the sheets, in order. */
    private record Names(List<String> visible, List<String> hidden) {}

    private OpenDocumentFile(FileBytes file, Names names) {
        this.file = file;
        this.names = names;
    }

    static OpenDocumentFile of(FileBytes file, ZipFile zip) throws IOException {
        ZipArchiveEntry manifest = zip.getEntry("META-INF/manifest.xml");
        if (manifest != null) {
            try (InputStream in = zip.getInputStream(manifest)) {
                String text = new String(in.readNBytes(LARGEST_MANIFEST), StandardCharsets.UTF_8);
                if (text.contains("encryption-data")) {
                    throw Magic.locked();
                }
            }
        }
        try (InputStream in = zip.getInputStream(zip.getEntry("content.xml"))) {
            return new OpenDocumentFile(file, names(SafeXml.open(in)));
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    static UnreadableFile damaged(Exception e) {
        return new UnreadableFile(
                "The spreadsheet is damaged, or holds what no spreadsheet program writes.",
                "Open it, save it again and send it.",
                e);
    }

    /** Reads to the end, so that damage is found before anything is made of the rows. */
    private static Names names(XMLStreamReader xml) throws XMLStreamException {
        Names names = new Names(new ArrayList<>(), new ArrayList<>());
        Set<String> hidden = new HashSet<>();
        String style = "";
        int depth = 0;
        while (SafeXml.next(xml)) {
            boolean start = xml.getEventType() == XMLStreamConstants.START_ELEMENT;
            boolean end = xml.getEventType() == XMLStreamConstants.END_ELEMENT;
            String element = start || end ? xml.getLocalName() : "";
            if (start && element.equals("style")) {
                style = String.valueOf(SafeXml.attribute(xml, "name"));
            } else if (start && element.equals("table-properties")) {
                if ("false".equals(SafeXml.attribute(xml, "display"))) {
                    hidden.add(style);
                }
            } else if (element.equals("table")) {
                if (start && depth == 0) {
                    boolean isHidden = hidden.contains(String.valueOf(SafeXml.attribute(xml, "style-name")));
                    (isHidden ? names.hidden() : names.visible()).add(String.valueOf(SafeXml.attribute(xml, "name")));
                }
                depth += start ? 1 : -1;
            }
        }
        return names;
    }

    @Override
    public List<Sheet> sheets() {
        return names.visible().stream()
                .<Sheet>map(n -> new DocumentSheet(file, n))
                .toList();
    }

    @Override
    public List<String> hiddenSheets() {
        return names.hidden();
    }

    @Override
    public void close() {
        // Every reader of rows closes its own stream.
    }

    /** One sheet. */
    private record DocumentSheet(FileBytes file, String name) implements Sheet {
        @Override
        public boolean delimited() {
            return false;
        }

        @Override
        public Rows rows() throws IOException {
            return OpenDocumentRows.open(file, name);
        }
    }
}
