package equalities.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Looks through the XML of an Excel workbook before it is read: refuses what no Excel writes, and finds merged cells. */
final class WorkbookParts {
    private static final int MOST_MERGED = 10_000;
    private static final int LONGEST_REFERENCE = 10;

    private final Map<String, List<String>> merged = new HashMap<>();
    private int texts;
    private int lastText = -1;

    static WorkbookParts of(ZipFile zip) throws IOException {
        WorkbookParts parts = new WorkbookParts();
        try {
            Map<String, String> sheets = parts.relations(zip);
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (entry.getName().endsWith(".xml")) {
                    parts.look(zip, entry);
                }
            }
            if (parts.lastText >= parts.texts) { // The library would make up as many empty ones.
                throw new XMLStreamException("a cell names a text that is not there");
            }
            sheets.forEach((id, target) -> parts.merged.put(id, parts.merged.getOrDefault(target, List.of())));
            return parts;
        } catch (XMLStreamException e) {
            throw new UnreadableFile(
                    "The workbook is damaged, or holds what no spreadsheet program writes.",
                    "Open it, save it again and send it.",
                    e);
        }
    }

    /** The ranges of merged cells ({@code A2:A6}) of a sheet, by the id of its relation. */
    List<String> merged(@Nullable String relation) {
        return merged.getOrDefault(String.valueOf(relation), List.of());
    }

    private Map<String, String> relations(ZipFile zip) throws IOException, XMLStreamException {
        Map<String, String> relations = new HashMap<>();
        ZipArchiveEntry entry = zip.getEntry("xl/_rels/workbook.xml.rels");
        if (entry == null) {
            return relations;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = SafeXml.open(in);
            while (SafeXml.next(xml)) {
                if (xml.getEventType() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")) {
                    String target = String.valueOf(SafeXml.attribute(xml, "Target"));
                    relations.put(
                            String.valueOf(SafeXml.attribute(xml, "Id")),
                            target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            }
        }
        return relations;
    }

    private void look(ZipFile zip, ZipArchiveEntry entry) throws IOException, XMLStreamException {
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = SafeXml.open(in);
            boolean namesText = false;
            while (SafeXml.next(xml)) {
                if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                    element(xml, entry.getName());
                    if (xml.getLocalName().equals("c")) {
                        namesText = "s".equals(SafeXml.attribute(xml, "t"));
                    } else if (namesText && xml.getLocalName().equals("v")) {
                        namesText = false;
                        SafeXml.next(xml);
                        namedText(xml);
                    }
                }
            }
        }
    }

    /** What is no number at all the library refuses. */
    private void namedText(XMLStreamReader xml) {
        String number = xml.hasText() ? xml.getText().strip() : "";
        if (number.matches("[0-9]{1,10}")) {
            lastText = (int) Math.max(lastText, Math.min(Integer.MAX_VALUE, Long.parseLong(number)));
        }
    }

    private void element(XMLStreamReader xml, String part) throws XMLStreamException {
        if (xml.getLocalName().equals("c")) {
            String reference = SafeXml.attribute(xml, "r");
            if (reference != null
                    && (reference.length() > LONGEST_REFERENCE || !reference.matches("[A-Z]{1,3}[0-9]+"))) {
                throw new XMLStreamException("a cell outside every sheet");
            }
        } else if (xml.getLocalName().equals("si")) {
            texts++;
        } else if (xml.getLocalName().equals("row")) {
            String number = SafeXml.attribute(xml, "r");
            if (number != null && !number.matches("[1-9][0-9]{0,6}")) {
                throw new XMLStreamException("a row outside every sheet");
            }
        } else if (xml.getLocalName().equals("mergeCell")) {
            List<String> ranges = merged.computeIfAbsent(part, p -> new ArrayList<>());
            String range = SafeXml.attribute(xml, "ref");
            if (range != null && ranges.size() < MOST_MERGED) {
                ranges.add(range);
            }
        }
    }
}
