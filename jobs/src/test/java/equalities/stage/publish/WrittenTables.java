package equalities.stage.publish;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The tables of a release as each of its forms has them, cell by cell, in one way of writing. */
final class WrittenTables {
    private WrittenTables() {}

    static List<List<String>> csv(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord row : reader) {
                // A text that a spreadsheet would take for a formula has an apostrophe before it in CSV.
                rows.add(row.getFields().stream()
                        .map(f -> f.matches("'[=+@-].*") ? f.substring(1) : f)
                        .map(WrittenTables::normal)
                        .toList());
            }
        }
        return rows;
    }

    static Map<String, List<List<String>>> excel(Path file) throws IOException {
        Map<String, List<List<String>>> sheets = new TreeMap<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                List<List<String>> rows = new ArrayList<>();
                for (Row row : sheet.read()) {
                    rows.add(row.stream().map(WrittenTables::text).toList());
                }
                sheets.put(sheet.getName(), rows);
            }
        }
        return sheets;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            throw new AssertionError("a cell is blank");
        }
        assertThat(cell.getType()).isNotEqualTo(CellType.FORMULA);
        return normal(cell.getRawValue());
    }

    static Map<String, List<List<String>>> openDocument(Path file) throws Exception {
        Map<String, List<List<String>>> sheets = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry("content.xml"))) {
            NodeList tables = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getElementsByTagName("table:table");
            for (Element table : elements(tables)) {
                List<List<String>> rows = elements(table.getElementsByTagName("table:table-row")).stream()
                        .map(row -> elements(row.getElementsByTagName("table:table-cell")).stream()
                                .map(c -> normal(c.getTextContent()))
                                .toList())
                        .toList();
                sheets.put(table.getAttribute("table:name"), rows);
            }
        }
        return sheets;
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    /** Numbers in one way of writing, truths as words. */
    static String normal(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (text.matches("-?\\d+(\\.\\d+)?(E-?\\d+)?") && !text.matches("0\\d.*")) {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        }
        return switch (text) {
            case "true" -> "yes";
            case "false" -> "no";
            default -> text;
        };
    }
}
