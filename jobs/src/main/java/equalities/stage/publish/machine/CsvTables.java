package equalities.stage.publish.machine;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import equalities.engine.duckdb.Relation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables as CSV files in which no cell is a formula. */
public final class CsvTables {
    private CsvTables() {}

    /** Writes a relation with its headings; nulls are empty. */
    public static void write(Relation table, Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            csv.writeRecord(table.columns());
            for (List<@Nullable Object> row : table.rows()) {
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
