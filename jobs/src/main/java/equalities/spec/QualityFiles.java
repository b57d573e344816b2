package equalities.spec;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code quality/<table>.csv}: rows of the warehouse table of that name, in the columns of its contract. */
final class QualityFiles {
    private final Path root;
    private final YamlFiles files;

    QualityFiles(Path root, YamlFiles files) {
        this.root = root;
        this.files = files;
    }

    Map<String, List<List<@Nullable Object>>> read(Map<String, Table> tables) {
        Map<String, List<List<@Nullable Object>>> all = new LinkedHashMap<>();
        for (Path file : files.list(root.resolve("quality"), ".csv")) {
            Table table = tables.get(YamlFiles.stem(file));
            if (table == null) {
                throw new SpecificationException(files.name(file)
                        + " fills a table without a contract. Add schemas/tables/" + YamlFiles.stem(file) + ".yaml.");
            }
            all.put(table.name(), rows(file, table));
        }
        return Collections.unmodifiableMap(all);
    }

    private List<List<@Nullable Object>> rows(Path file, Table table) {
        List<String> heading = table.columns().stream().map(Table.Column::name).toList();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : reader) {
                if (!row.getHeader().equals(heading)) {
                    throw new SpecificationException(files.name(file) + " has other columns than its contract. Write "
                            + String.join(",", heading) + ".");
                }
                List<@Nullable Object> values = new ArrayList<>();
                table.columns().forEach(c -> values.add(value(file, row, c)));
                rows.add(values);
            }
        } catch (IOException | CsvParseException e) {
            throw new SpecificationException(
                    files.name(file) + " cannot be read as CSV: " + e.getMessage() + ". Mend the file.", e);
        }
        return rows;
    }

    private @Nullable Object value(Path file, NamedCsvRecord row, Table.Column column) {
        String written = row.getField(column.name());
        if (written.isEmpty() && !column.required()) {
            return null;
        }
        try {
            return switch (column.type()) {
                case STRING -> written;
                case INTEGER -> Long.valueOf(written);
                case NUMBER -> Double.valueOf(written);
                case BOOLEAN -> Boolean.valueOf(written);
                case DATE -> LocalDate.parse(written);
                case TIMESTAMP, STRINGS -> throw new IllegalArgumentException("no such value is written here");
            };
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new SpecificationException(
                    files.name(file) + ", line " + row.getStartingLineNumber() + ", column " + column.name()
                            + " is not of its contract's type. Mend the cell.",
                    e);
        }
    }
}
