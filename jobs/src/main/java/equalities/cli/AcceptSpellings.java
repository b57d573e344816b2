package equalities.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import equalities.spec.Spelling;
import equalities.spec.SpellingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds accepted spellings to the specification. */
@Command(
        name = "accept",
        mixinStandardHelpOptions = true,
        description = "Adds spellings to schemas/spellings: the rows with yes under accept of a file that 'spellings"
                + " suggest --out' wrote, or one: accept LIST SPELLING CODE.")
final class AcceptSpellings implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "1..3", paramLabel = "FILE|LIST SPELLING CODE", description = "What to accept.")
    List<String> what = List.of();

    @Option(names = "--provider", paramLabel = "CODE", description = "This provider alone means it so.")
    String provider = "";

    @Option(names = "--why", paramLabel = "WORDS", description = "The reason, where the reading is not obvious.")
    String why = "";

    @Override
    public Integer call() throws IOException {
        SpellingFile spellings = new SpellingFile(common.settings().path(Setting.SCHEMAS));
        int added = 0;
        if (what.size() == 3) {
            spellings.add(what.get(0), new Spelling(what.get(1), what.get(2), provider, why));
            added = 1;
        } else if (what.size() == 1 && Files.isRegularFile(Path.of(what.get(0)))) {
            added = addMarked(Path.of(what.get(0)), spellings);
        } else {
            throw new UsageException("Name the file that 'spellings suggest --out' wrote, or LIST SPELLING CODE.");
        }
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("command", "spellings accept");
        summary.put("added", added);
        System.out.println(Summaries.json(summary));
        return ExitCode.DONE.number();
    }

    private static int addMarked(Path file, SpellingFile spellings) throws IOException {
        int added = 0;
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                if (row.getField("accept").strip().equalsIgnoreCase("yes")) {
                    spellings.add(
                            row.getField("list"),
                            new Spelling(
                                    row.getField("spelling"),
                                    row.getField("code"),
                                    row.getField("provider"),
                                    row.getField("why")));
                    added++;
                }
            }
        }
        return added;
    }
}
