package equalities.cli;

import equalities.cli.sample.SampleReturns;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes sample returns of invented people. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = "Writes a landing area of invented returns, with the faults and gaps planted in them listed beside.")
final class GenerateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "OUT", description = "The folder to write to.")
    @Nullable Path out;

    @Option(names = "--seed", paramLabel = "S", description = "Another seed, other people (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Override
    public Integer call() throws Exception {
        Path folder = out == null ? Path.of(".") : out;
        SampleReturns.write(folder, seed);
        System.out.println(Summaries.json(Map.of("command", "generate", "status", "done", "exit", 0, "out", folder.toString())));
        return ExitCode.DONE.number();
    }
}
