package equalities.attack;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code counts.csv} and {@code structure.json} of a release. */
final class ReleaseReader {
    private static final String COUNTS = "counts.csv";
    private static final String STRUCTURE = "structure.json";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Texts repeat in nearly every row; one copy of each is kept. */
    private final Map<String, String> texts = new HashMap<>();

    private final Map<Place, Place> places = new HashMap<>();

    private ReleaseReader() {}

    /** Whether there is anything to attack. */
    static boolean hasCounts(Path folder) {
        return Files.isRegularFile(folder.resolve(COUNTS));
    }

    static Release read(Path folder) throws IOException {
        return new Release(
                String.valueOf(folder.toAbsolutePath().normalize().getFileName()),
                folder,
                structure(folder),
                new ReleaseReader().counts(folder.resolve(COUNTS)));
    }

    /** How the counts hang together, and the policy, without the counts. */
    static Structure structure(Path folder) throws IOException {
        Path structure = folder.resolve(STRUCTURE);
        if (!Files.isRegularFile(structure)) {
            throw new AttackException(folder + " has " + COUNTS + " and no " + STRUCTURE
                    + ", which says how they hang together. Publish again.");
        }
        return JSON.readValue(structure.toFile(), Structure.class);
    }

    private Map<Series, List<Count>> counts(Path file) throws IOException {
        Map<Series, List<Count>> counts = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                Series series = new Series(text(row, "period"), text(row, "measure"), text(row, "basis"));
                counts.computeIfAbsent(series, s -> new ArrayList<>()).add(count(row, file));
            }
        }
        return counts;
    }

    private Count count(NamedCsvRecord row, Path file) {
        Place place = new Place(text(row, "place_level"), text(row, "place"));
        Cell cell = new Cell(
                places.computeIfAbsent(place, p -> p),
                text(row, "characteristic"),
                text(row, "code"),
                text(row, "part"));
        Count.Mark mark = Count.Mark.of(row.getField("mark"));
        String value = row.getField("value");
        if (value.isEmpty() && mark == Count.Mark.SHOWN) {
            throw new AttackException(
                    file + ", line " + row.getStartingLineNumber() + ": no value and no mark that says why.");
        }
        return new Count(cell, number(value, file, row), mark);
    }

    private static long number(String value, Path file, NamedCsvRecord row) {
        try {
            return value.isEmpty() ? 0 : Long.parseLong(value);
        } catch (NumberFormatException notWhole) {
            throw new AttackException(
                    file + ", line " + row.getStartingLineNumber() + ": '" + value + "' is no whole number.");
        }
    }

    private String text(NamedCsvRecord row, String column) {
        return texts.computeIfAbsent(row.getField(column), t -> t);
    }
}
