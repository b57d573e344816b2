package equalities.cli;

import equalities.sample.Generator;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A landing area of invented people, with what is true of it beside it. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = "Writes a landing area of invented people, and beside it what a right answer is.")
final class GenerateCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "A new or empty folder.")
    Path out = Path.of(".");

    @Option(names = "--world", paramLabel = "FILE", description = "Default: jobs/sample/world.yaml.")
    @Nullable
    Path world;

    @Option(names = "--period", paramLabel = "P", description = "Default: the world's.")
    String period = "";

    @Option(names = "--people", paramLabel = "N", description = "How many people in all; default: the world's.")
    int people;

    @Option(names = "--copies", paramLabel = "N", description = "How often the world's sites and providers are there.")
    int copies = 1;

    @Option(names = "--files", paramLabel = "N", description = "How many files a provider sends of a return.")
    int files = 1;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same people.")
    long seed = 1;

    @Option(names = "--no-faults", description = "Leave out the world's faults.")
    boolean noFaults;

    @Override
    public Integer call() throws Exception {
        Settings settings = common.settings();
        requireEmpty();
        Path from = world == null ? settings.root().resolve("jobs/sample/world.yaml") : world;
        Generator.Size size = new Generator.Size(people, copies, files, !noFaults, seed);
        Specification specification = SpecificationReader.read(settings.path(Setting.SCHEMAS));
        ProgressLine progress = ProgressLine.of(common.json);
        progress.begin("generate");
        Generator.generate(from, period, size, specification, out, n -> progress.at("people", n, people));
        progress.end("a landing area with what is true of it");
        if (!common.json) {
            System.out.println("The landing area: " + out.resolve("landing"));
            System.out.println(
                    "What is true of it: " + out.resolve("uptake.csv") + ", rows.csv, planted.csv, faults.csv");
        }
        System.out.println(Summaries.json(Map.of("status", ExitCode.DONE.word(), "exit", 0, "out", out.toString())));
        return ExitCode.DONE.number();
    }

    private void requireEmpty() throws IOException {
        if (Files.exists(out)) {
            try (Stream<Path> files = Files.list(out)) {
                if (files.findAny().isPresent()) {
                    throw new UsageException("There are files in " + out + ". Name a new or an empty folder.");
                }
            }
        }
    }
}
