package equalities.attack;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A table of a release, as text.
 *
 * @param rows column to what is printed
 */
record PrintedTable(String name, List<Map<String, String>> rows) {
    static PrintedTable read(Path file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                rows.add(row.getFieldsAsMap());
            }
        }
        return new PrintedTable(String.valueOf(file.getFileName()), rows);
    }

    static OptionalDouble number(Map<String, String> row, String column) {
        try {
            String text = row.getOrDefault(column, "");
            return text.isBlank()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Double.parseDouble(text.replace(",", "")));
        } catch (NumberFormatException words) {
            return OptionalDouble.empty();
        }
    }

    /** The first of several columns that a row has; empty when it has none. */
    static String first(Map<String, String> row, String... columns) {
        for (String column : columns) {
            if (row.containsKey(column)) {
                return column;
            }
        }
        return "";
    }
}
