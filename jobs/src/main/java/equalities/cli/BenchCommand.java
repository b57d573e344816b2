package equalities.cli;

import equalities.record.bench.ReadingBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the product on fixtures that it makes itself. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures how well the product does its work.")
final class BenchCommand {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Command(
            name = "reading",
            mixinStandardHelpOptions = true,
            description = "How well files are read with nothing given, of 10, by what was done to them.")
    int reading(
            @Option(
                            names = "--keep",
                            paramLabel = "FOLDER",
                            description = "Keep the files that were not read to the letter.")
                    @Nullable
                    Path keep)
            throws IOException {
        Path scratch = keep == null ? Files.createTempDirectory("bench") : Files.createDirectories(keep);
        Map<String, Object> summary = new LinkedHashMap<>(Map.of("command", "bench reading"));
        List<ReadingBench.Result> polluted = ReadingBench.polluted(scratch);
        for (ReadingBench.Result result : polluted) {
            System.out.printf("%-45s %5d files  %6.3f%n", result.kind(), result.files(), result.score());
            result.notPerfect().stream().limit(12).forEach(n -> System.out.println("      " + n));
        }
        summary.put("polluted", ReadingBench.overall(polluted));
        System.out.println(Summaries.json(summary));
        return ExitCode.DONE.number();
    }
}
