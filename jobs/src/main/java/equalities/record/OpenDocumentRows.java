package equalities.record;

import equalities.record.bytes.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet of an OpenDocument spreadsheet. A row that stands for many is given out as many, if it is not blank. */
final class OpenDocumentRows implements Rows {
    private static final int MOST_ROWS = 1 << 20;
    private static final int MOST_COLUMNS = 1 << 14;
    private static final Note HIDDEN = new Note(
            "hidden row",
            "The row is hidden in the spreadsheet; it was read all the same.",
            "Show the row, or delete it if it is not meant.");

    private final ZipFile zip;
    private final XMLStreamReader xml;
    private final String sheet;
    private long number;
    private int repeats;
    private List<String> cells = List.of();
    private Set<Note> notes = Set.of();

    private OpenDocumentRows(ZipFile zip, XMLStreamReader xml, String sheet) {
        this.zip = zip;
        this.xml = xml;
        this.sheet = sheet;
    }

    static OpenDocumentRows open(FileBytes file, String sheet) throws IOException {
        ZipFile zip = PackedFile.open(file.open());
        try {
            InputStream in = zip.getInputStream(zip.getEntry("content.xml"));
            OpenDocumentRows rows = new OpenDocumentRows(zip, SafeXml.open(in), sheet);
            rows.toSheet();
            return rows;
        } catch (XMLStreamException e) {
            zip.close();
            throw OpenDocumentFile.damaged(e);
        }
    }

    private void toSheet() throws XMLStreamException {
        while (SafeXml.next(xml)) {
            if (starts("table") && sheet.equals(SafeXml.attribute(xml, "name"))) {
                return;
            }
        }
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        try {
            while (repeats == 0) {
                if (!read()) {
                    return null;
                }
            }
        } catch (XMLStreamException e) {
            throw OpenDocumentFile.damaged(e);
        }
        repeats--;
        number++;
        return new RawRow(sheet, number, cells, List.copyOf(notes));
    }

    /** Goes to the next row; blank ones are passed over, as if the file did not have them. */
    private boolean read() throws XMLStreamException {
        while (SafeXml.next(xml)) {
            if (ends("table")) {
                return false;
            }
            if (starts("table-row")) {
                int times = SafeXml.count(xml, "number-rows-repeated", MOST_ROWS + 1);
                boolean hidden = SafeXml.attribute(xml, "visibility") != null
                        && !"visible".equals(SafeXml.attribute(xml, "visibility"));
                readCells();
                if (hidden) {
                    notes.add(HIDDEN);
                }
                if (cells.isEmpty()) {
                    number += times;
                } else if (number + times <= MOST_ROWS) {
                    repeats = times;
                    return true;
                } else {
                    throw new XMLStreamException("more rows than a sheet can have");
                }
            }
        }
        return false;
    }

    private void readCells() throws XMLStreamException {
        cells = new ArrayList<>();
        notes = new LinkedHashSet<>();
        int blanks = 0;
        while (SafeXml.next(xml) && !ends("table-row")) {
            if (starts("table-cell") || starts("covered-table-cell")) {
                int times = SafeXml.count(xml, "number-columns-repeated", MOST_COLUMNS);
                if (SafeXml.count(xml, "number-rows-spanned", MOST_ROWS) > 1 || starts("covered-table-cell")) {
                    notes.add(WorkbookFile.MERGED);
                }
                String text = cell(xml.getLocalName());
                if (text.isEmpty()) {
                    blanks = Math.min(MOST_COLUMNS, blanks + times);
                } else if (cells.size() + blanks + times > MOST_COLUMNS) {
                    throw new XMLStreamException("more columns than a sheet can have");
                } else {
                    cells.addAll(java.util.Collections.nCopies(blanks, ""));
                    cells.addAll(java.util.Collections.nCopies(times, text));
                    blanks = 0;
                }
            }
        }
    }

    /** A date as its ISO text, a number without zeros that say nothing, anything else as it is shown. */
    private String cell(String element) throws XMLStreamException {
        String type = String.valueOf(SafeXml.attribute(xml, "value-type"));
        String value = SafeXml.attribute(xml, "value");
        String date = SafeXml.attribute(xml, "date-value");
        String string = SafeXml.attribute(xml, "string-value");
        String shown = shown(element);
        if (WorkbookCell.isError(shown)) {
            notes.add(WorkbookCell.ERROR);
            return shown;
        }
        return switch (type) {
            case "date" -> date == null ? shown : date.replace("T00:00:00", "").replace('T', ' ');
            case "float", "currency", "percentage" -> value == null ? shown : number(value);
            case "string" -> shown.isEmpty() && string != null ? string : shown;
            default -> shown;
        };
    }

    private static String number(String value) throws XMLStreamException {
        try {
            return WorkbookCell.plain(new BigDecimal(value));
        } catch (NumberFormatException e) {
            throw new XMLStreamException("a number that is none", e);
        }
    }

    /** The paragraphs of a cell, one a line, without the comments on it. */
    private String shown(String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int comments = 0;
        boolean paragraph = false;
        while (SafeXml.next(xml) && !(ends(element) && comments == 0)) {
            comments += starts("annotation") ? 1 : ends("annotation") ? -1 : 0;
            if (comments > 0) {
                continue;
            }
            if (starts("p")) {
                text.append(paragraph ? "\n" : "");
                paragraph = true;
            } else if (starts("s")) {
                text.append(" ".repeat(SafeXml.count(xml, "c", MOST_COLUMNS)));
            } else if (starts("tab") || starts("line-break")) {
                text.append(starts("tab") ? '\t' : '\n');
            } else if (xml.getEventType() == XMLStreamConstants.CHARACTERS && paragraph) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    private boolean starts(String element) {
        return xml.getEventType() == XMLStreamConstants.START_ELEMENT
                && xml.getLocalName().equals(element);
    }

    private boolean ends(String element) {
        return xml.getEventType() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals(element);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
