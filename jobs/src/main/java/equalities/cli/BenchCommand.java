package equalities.cli;

import equalities.attack.AttackBench;
import equalities.lake.Durable;
import equalities.record.bench.FolderBench;
import equalities.record.bench.ReadingBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the product on fixtures that it makes itself. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures how well the product does its work.")
final class BenchCommand {
    private static final int ROWS = 30;
    private static final int SHOWN = 3;

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
                    Path keep,
            @Option(
                            names = "--files",
                            paramLabel = "FOLDER",
                            description = "Read these files instead of fixtures of our own.")
                    @Nullable
                    Path files,
            @Option(
                            names = "--clean",
                            paramLabel = "FOLDER",
                            description = "What each of --files holds, as CSV under the same name.")
                    @Nullable
                    Path clean,
            @Option(
                            names = "--write",
                            paramLabel = "FOLDER",
                            description = "Write what was read of each of --files, as CSV under the same name.")
                    @Nullable
                    Path written)
            throws IOException {
        if (files != null) {
            List<ReadingBench.Result> results = FolderBench.measure(files, clean, written);
            return told(results, Map.of("files", results.size(), "score", ReadingBench.overall(results)));
        }
        Path scratch = keep == null ? Files.createTempDirectory("bench") : Files.createDirectories(keep);
        List<ReadingBench.Result> polluted = ReadingBench.polluted(ROWS, scratch);
        List<ReadingBench.Result> published = ReadingBench.published(scratch);
        List<ReadingBench.Result> all = new ArrayList<>(polluted);
        all.addAll(published);
        return told(
                all,
                Map.of(
                        "polluted", ReadingBench.overall(polluted),
                        "published", ReadingBench.overall(published)));
    }

    @Command(
            name = "correction",
            mixinStandardHelpOptions = true,
            description = "What one corrected file costs in a warehouse of 1 period and of several, in seconds of CPU.")
    int correction(
            @Option(names = "--periods", paramLabel = "N", defaultValue = "8", description = "Default: 8.") int periods,
            @Option(
                            names = "--people",
                            paramLabel = "N",
                            defaultValue = "2000",
                            description = "In each period; default: 2000.")
                    int people)
            throws Exception {
        Path scratch = Files.createTempDirectory("bench");
        Map<String, Object> summary = new LinkedHashMap<>(Map.of("command", "bench correction", "exit", 0));
        try {
            summary.putAll(new CorrectionBench(common.settings(), scratch, people).measure(periods));
        } finally {
            Durable.delete(scratch);
        }
        System.out.println(Summaries.json(summary));
        return ExitCode.DONE.number();
    }

    @Command(
            name = "speed",
            mixinStandardHelpOptions = true,
            description =
                    "What all six stages cost beside the least that ingestion and uptake of the same invented returns"
                            + " can: hand-written SQL, jobs/bench/floor.sql. Least, median and most of some rounds.")
    int speed(
            @Option(names = "--people", paramLabel = "N", defaultValue = "20000", description = "Default: 20000.")
                    int people,
            @Option(names = "--times", paramLabel = "N", defaultValue = "3", description = "Default: 3.") int times)
            throws Exception {
        Path scratch = Files.createTempDirectory("bench");
        Map<String, Object> summary = new LinkedHashMap<>(Map.of("command", "bench speed", "exit", 0));
        summary.put("java", System.getProperty("java.version"));
        summary.put("processors", Runtime.getRuntime().availableProcessors());
        summary.putAll(new SpeedBench(common.settings(), scratch, ProgressLine.of(common.json)).measure(people, times));
        Durable.delete(scratch);
        System.out.println(Summaries.json(summary));
        return ExitCode.DONE.number();
    }

    @Command(
            name = "floor",
            mixinStandardHelpOptions = true,
            description = "One run of jobs/bench/floor.sql over the landing area and mappings.csv in a folder.")
    int floor(
            @Parameters(paramLabel = "FOLDER", description = "What 'bench speed' made.") Path folder,
            @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Where it writes.") Path out)
            throws IOException {
        Files.createDirectories(out);
        SpeedBench.floor(
                common.settings().root().resolve("jobs/bench/floor.sql"),
                folder.toAbsolutePath(),
                out.toAbsolutePath());
        return ExitCode.DONE.number();
    }

    @Command(
            name = "attack",
            mixinStandardHelpOptions = true,
            description = "How long it takes to attack an invented release of so many sites and measures, in seconds.")
    int attack(
            @Option(names = "--sites", paramLabel = "N", defaultValue = "50", description = "Default: 50.") int sites,
            @Option(names = "--characteristics", paramLabel = "N", defaultValue = "7", description = "Default: 7.")
                    int characteristics,
            @Option(names = "--measures", paramLabel = "N", defaultValue = "1", description = "Default: 1.")
                    int measures,
            @Option(names = "--additive", description = "Places add up exactly; otherwise people may be at two.")
                    boolean additive) {
        ProgressLine progress = ProgressLine.of(common.json);
        progress.begin("attack");
        AttackBench.Result result = AttackBench.measure(
                sites, characteristics, measures, additive, (done, of) -> progress.at("cells attacked", done, of));
        Map<String, Object> summary = new LinkedHashMap<>(Map.of("command", "bench attack", "exit", 0));
        summary.put("sites", result.sites());
        summary.put("counts", result.counts());
        summary.put("attacked", result.attacked());
        summary.put("cracked", result.cracked());
        summary.put("seconds", result.seconds());
        System.out.println(Summaries.json(summary));
        return ExitCode.DONE.number();
    }

    private int told(List<ReadingBench.Result> results, Map<String, Object> figures) {
        if (!common.json) {
            results.forEach(BenchCommand::tell);
        }
        Map<String, Object> summary = new LinkedHashMap<>(Map.of("command", "bench reading", "exit", 0));
        summary.putAll(figures);
        System.out.println(Summaries.json(summary));
        return ExitCode.DONE.number();
    }

    private static void tell(ReadingBench.Result result) {
        System.out.printf("%6.3f  %5d files  %s%n", result.score(), result.files(), result.kind());
        result.notPerfect().stream().limit(SHOWN).forEach(n -> System.out.println("        " + n));
        if (result.notPerfect().size() > SHOWN) {
            System.out.println("        and " + (result.notPerfect().size() - SHOWN) + " more");
        }
    }
}
