package equalities.record.bench;

import equalities.record.Sheet;
import equalities.record.SourceFile;
import equalities.record.TableReader;
import equalities.record.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads fixtures with nothing given, and scores what came out. */
public final class ReadingBench {
    private ReadingBench() {}

    /**
     * The result of one kind.
     *
     * @param score of 10, the mean over its files
     * @param notPerfect the names of the files that were not read to the letter
     */
    public record Result(String kind, int files, double score, List<String> notPerfect) {}

    /**
     * One table, polluted in every way.
     *
     * @param rows of the table; there are some 50 files for each
     * @param scratch where the files are written; those that were not read to the letter stay
     */
    public static List<Result> polluted(int rows, Path scratch) throws IOException {
        CleanTable table = SourceTable.of(rows);
        List<Fixture> fixtures = new ArrayList<>(new FilePollutions(table).all());
        fixtures.addAll(new RowPollutions(table, CsvStyle.ENCLOSED).all());
        fixtures.addAll(new RowPollutions(table, CsvStyle.PLAIN).all());
        return measured(fixtures, scratch);
    }

    /**
     * Tables of many kinds as public bodies publish them.
     *
     * @param scratch as in {@link #polluted}
     */
    public static List<Result> published(Path scratch) throws IOException {
        return measured(PublicFiles.all(), scratch);
    }

    private static List<Result> measured(List<Fixture> fixtures, Path scratch) throws IOException {
        Map<String, List<Score>> scores = new TreeMap<>();
        Map<String, List<String>> faulty = new TreeMap<>();
        for (Fixture fixture : fixtures) {
            Score score = score(fixture, scratch);
            scores.computeIfAbsent(fixture.kind(), k -> new ArrayList<>()).add(score);
            if (score.isPerfect()) {
                Files.delete(scratch.resolve(fixture.name()));
            } else {
                faulty.computeIfAbsent(fixture.kind(), k -> new ArrayList<>()).add(fixture.name());
            }
        }
        List<Result> results = new ArrayList<>();
        scores.forEach((kind, all) ->
                results.add(new Result(kind, all.size(), Score.mean(all), faulty.getOrDefault(kind, List.of()))));
        return results;
    }

    private static Score score(Fixture fixture, Path scratch) throws IOException {
        Path file = Files.write(scratch.resolve(fixture.name()), fixture.bytes());
        try {
            return Score.of(fixture.expected(), read(file));
        } catch (UnreadableFile refused) {
            boolean nothing = fixture.bytes().length == 0;
            return nothing ? Score.of(fixture.expected(), fixture.expected()) : Score.NOTHING;
        }
    }

    /** Every table of a file, one below the other. */
    static CleanTable read(Path file) throws IOException {
        List<String> headings = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        try (SourceFile source = SourceFile.open(file, String.valueOf(file.getFileName()))) {
            for (Sheet sheet : source.sheets()) {
                TableReader.read(sheet, part -> {
                    if (part instanceof TableReader.Part.Headings found) {
                        headings.addAll(found.names());
                    } else if (part instanceof TableReader.Part.Body body) {
                        rows.add(body.row().cells());
                    }
                });
            }
        }
        return new CleanTable(headings, rows);
    }

    /** The mean over all files of several kinds. */
    public static double overall(List<Result> results) {
        double sum = results.stream().mapToDouble(r -> r.score() * r.files()).sum();
        return results.isEmpty()
                ? 0
                : sum / results.stream().mapToInt(Result::files).sum();
    }
}
