package equalities.stage.publish.machine;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import equalities.stage.publish.content.OutputTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables as CSV files in which no cell is a formula. */
final class CsvTables {
    private CsvTables() {}

    static void write(OutputTable table, Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            csv.writeRecord(table.relation().columns());
            for (List<@Nullable Object> row : table.relation().rows()) {
                csv.writeRecord(row.stream().map(CsvTables::cell).toList());
            }
        }
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean formula = value instanceof String && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
