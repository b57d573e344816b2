package equalities.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Spreadsheets of which one part is given and the rest is in order. */
public final class Packed {
    public static final String TYPES =
            "<?xml version='1.0'?><Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                    + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>"
                    + "<Override PartName='/xl/sharedStrings.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml'/>"
                    + "<Override PartName='/xl/styles.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'/></Types>";
    public static final String RELATIONS =
            "<?xml version='1.0'?><Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                    + "<Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' Target='worksheets/sheet1.xml'/></Relationships>";
    public static final String MAIN = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'";
    private static final Map<String, String> WORKBOOK = workbook();
    private static final List<String> PARTS = List.copyOf(WORKBOOK.keySet());

    private Packed() {}

    private static Map<String, String> workbook() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet " + MAIN + "><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is>"
                        + "<t>Date of Birth</t></is></c></row><row r='2'><c r='A2'><v>9990123454</v></c><c r='B2' s='1'>"
                        + "<v>29252</v></c></row></sheetData></worksheet>");
        parts.put("xl/sharedStrings.xml", "<sst " + MAIN + "><si><t>Person ID</t></si></sst>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet " + MAIN + "><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy'/></numFmts><cellXfs>"
                        + "<xf numFmtId='0'/><xf numFmtId='164' applyNumberFormat='1'/></cellXfs></styleSheet>");
        parts.put(
                "xl/workbook.xml",
                "<workbook " + MAIN
                        + " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>"
                        + "<sheet name='One' sheetId='1' r:id='r1'/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", RELATIONS);
        parts.put("[Content_Types].xml", TYPES);
        return parts;
    }

    /** The part that the first byte chooses is what follows. */
    static byte[] workbook(byte[] bytes) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        WORKBOOK.forEach((name, text) -> parts.put(name, text.getBytes(StandardCharsets.UTF_8)));
        if (bytes.length > 0) {
            parts.put(PARTS.get(Math.floorMod(bytes[0], PARTS.size())), Arrays.copyOfRange(bytes, 1, bytes.length));
        }
        return zip(parts);
    }

    /** What a part is in a workbook that is in order, behind the byte that chooses it. */
    static List<byte[]> workbookSeeds() {
        return WORKBOOK.values().stream()
                .map(text -> ((char) PARTS.indexOf(name(text)) + text).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static String name(String text) {
        return WORKBOOK.entrySet().stream()
                .filter(e -> e.getValue().equals(text))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    static byte[] openDocument(byte[] content) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8));
        parts.put("content.xml", content);
        return zip(parts);
    }

    static byte[] openDocumentSeed() {
        return ("<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                        + " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
                        + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:spreadsheet>"
                        + "<table:table table:name='One'><table:table-row table:number-rows-repeated='2'>"
                        + "<table:table-cell office:value-type='string' table:number-columns-repeated='2'><text:p>Person ID"
                        + "</text:p></table:table-cell><table:table-cell office:value-type='date'"
                        + " office:date-value='2025-04-01'><text:p>01/04/2025</text:p></table:table-cell>"
                        + "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>")
                .getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
