package equalities.spec;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the CSV files of code lists: {@code codelists}, {@code spellings}, {@code bridges} and {@code absences.csv}. */
final class CodeListFile {
    private static final List<String> CODES = List.of("code", "label", "group", "sort", "valid_from", "valid_to");
    private static final String PEOPLE = "people";
    private static final List<String> SPELLINGS = List.of("spelling", "code", "provider", "why");
    private static final List<String> BRIDGE = List.of("from_code", "to_code", "kind", "why");

    private final YamlFiles files;

    CodeListFile(YamlFiles files) {
        this.files = files;
    }

    List<Code> codes(Path file) {
        return rows(file, CODES, PEOPLE).stream().map(r -> code(file, r)).toList();
    }

    /** None where there is no such file. */
    List<Spelling> spellings(Path file) {
        return !Files.exists(file)
                ? List.of()
                : rows(file, SPELLINGS, "").stream()
                        .map(r -> new Spelling(
                                r.getField("spelling"), r.getField("code"), r.getField("provider"), r.getField("why")))
                        .toList();
    }

    /** {@code <from>.<to>.csv}. */
    Bridge bridge(Path file) {
        String[] names = YamlFiles.stem(file).split("\\.");
        if (names.length != 2) {
            throw new SpecificationException(files.name(file) + " does not name two lists. Call it <from>.<to>.csv.");
        }
        return new Bridge(
                names[0],
                names[1],
                rows(file, BRIDGE, "").stream()
                        .map(r -> new Bridge.Row(
                                r.getField("from_code"), r.getField("to_code"), kind(file, r), r.getField("why")))
                        .toList());
    }

    private Bridge.Kind kind(Path file, NamedCsvRecord row) {
        for (Bridge.Kind kind : Bridge.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(row.getField("kind"))) {
                return kind;
            }
        }
        throw fault(file, row, "kind", "is not known", "Write exact, merges, splits or loses.");
    }

    private Code code(Path file, NamedCsvRecord row) {
        return new Code(
                row.getField("code"),
                row.getField("label"),
                row.getField("group"),
                sort(file, row),
                date(file, row, "valid_from"),
                date(file, row, "valid_to"),
                row.findField(PEOPLE).orElse(""));
    }

    private int sort(Path file, NamedCsvRecord row) {
        try {
            return Integer.parseInt(row.getField("sort"));
        } catch (NumberFormatException e) {
            throw fault(file, row, "sort", "is not a whole number", "Write the place of the code in its list.");
        }
    }

    private @Nullable LocalDate date(Path file, NamedCsvRecord row, String name) {
        String written = row.getField(name);
        try {
            return written.isEmpty() ? null : LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            throw fault(file, row, name, "is not a date", "Write it as 2025-04-01, or leave it empty.");
        }
    }

    private SpecificationException fault(Path file, NamedCsvRecord row, String column, String what, String mend) {
        return new SpecificationException(files.name(file) + ", line " + row.getStartingLineNumber() + ", column "
                + column + " " + what + ". " + mend);
    }

    private void checkCells(Path file, NamedCsvRecord row, int headings) {
        if (row.getFieldCount() != headings) {
            throw new SpecificationException(files.name(file) + ", line " + row.getStartingLineNumber() + " has "
                    + row.getFieldCount() + " cells under " + headings
                    + " headings. Add the commas that are missing, or put a text that has one in quotation marks.");
        }
    }

    private List<NamedCsvRecord> rows(Path file, List<String> heading, String more) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            List<NamedCsvRecord> rows = reader.stream().toList();
            List<String> written = rows.isEmpty() ? heading : rows.get(0).getHeader();
            List<String> asked = written.subList(0, Math.min(heading.size(), written.size()));
            List<String> rest = written.subList(asked.size(), written.size());
            if (!asked.equals(heading) || !(rest.isEmpty() || rest.equals(List.of(more)))) {
                throw new SpecificationException(files.name(file) + " has the headings " + String.join(",", written)
                        + ". Write " + String.join(",", heading)
                        + (more.isEmpty() ? "" : ", and " + more + " if you like")
                        + ".");
            }
            rows.forEach(row -> checkCells(file, row, written.size()));
            return rows;
        } catch (IOException | CsvParseException e) {
            throw new SpecificationException(
                    files.name(file) + " cannot be read as CSV: " + e.getMessage() + ". Mend the file.", e);
        }
    }
}
