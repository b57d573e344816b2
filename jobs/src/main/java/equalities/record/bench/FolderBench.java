package equalities.record.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import equalities.record.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files of somebody else, read with nothing given. */
public final class FolderBench {
    private FolderBench() {}

    /**
     * Reads every file of a folder, and scores it by what the file of the same name in another says it holds: RFC 4180
     * in UTF-8, the headings first.
     *
     * @param clean that other folder, or null to score nothing
     * @param written where what was read is written, in the same form; or null
     */
    public static List<ReadingBench.Result> measure(Path files, @Nullable Path clean, @Nullable Path written)
            throws IOException {
        List<ReadingBench.Result> results = new ArrayList<>();
        try (Stream<Path> all = Files.list(files)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                CleanTable read = read(file);
                if (written != null && read != null) {
                    write(Files.createDirectories(written).resolve(name), read);
                }
                if (clean != null && Files.exists(clean.resolve(name))) {
                    results.add(result(name, read, expected(clean.resolve(name))));
                }
            }
        }
        return results;
    }

    private static ReadingBench.Result result(String name, @Nullable CleanTable read, CleanTable expected) {
        CleanTable nothing = new CleanTable(List.of(), List.of());
        boolean refusedRightly = read == null && expected.equals(nothing);
        Score score =
                refusedRightly ? Score.of(nothing, nothing) : read == null ? Score.NOTHING : Score.of(expected, read);
        return new ReadingBench.Result(name, 1, score.sum(), score.isPerfect() ? List.of() : List.of(name));
    }

    private static @Nullable CleanTable read(Path file) throws IOException {
        try {
            return ReadingBench.read(file);
        } catch (UnreadableFile refused) {
            return null;
        }
    }

    private static CleanTable expected(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(file)) {
            reader.forEach(r -> rows.add(r.getFields()));
        }
        return rows.isEmpty()
                ? new CleanTable(List.of(), List.of())
                : new CleanTable(rows.get(0), rows.subList(1, rows.size()));
    }

    private static void write(Path file, CleanTable table) throws IOException {
        try (CsvWriter writer = CsvWriter.builder().build(file)) {
            if (!table.headings().isEmpty()) {
                writer.writeRecord(table.headings());
            }
            table.rows().forEach(writer::writeRecord);
        }
    }
}
