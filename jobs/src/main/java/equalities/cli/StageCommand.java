package equalities.cli;

import equalities.stage.Stage;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One stage alone. */
@Command(mixinStandardHelpOptions = true)
final class StageCommand implements Callable<Integer> {
    private final Stage stage;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(names = "--landing", paramLabel = "L", description = "The landing area (receive).")
    @Nullable
    String landing;

    @Option(names = "--period", paramLabel = "P", description = "This period only (receive).")
    @Nullable
    String period;

    @Option(names = "--strict", description = "Exit 65 when rows are held or files set aside.")
    boolean strict;

    @Option(
            names = "--again",
            description = "Make all of it anew though nothing is new, such as after verify --home found damage.")
    boolean again;

    @Mixin
    AsKnownAt asKnownAt = new AsKnownAt();

    private StageCommand(Stage stage) {
        this.stage = stage;
    }

    static CommandLine of(Stage stage) {
        CommandLine command = new CommandLine(new StageCommand(stage));
        command.getCommandSpec().usageMessage().description("Runs one stage: " + stage.does() + ".");
        return command;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = common.settings(RunCommand.flags(landing, period));
        if (asKnownAt.asked()) {
            return lookBack(settings).number();
        }
        Run run = new Run(stage.word(), settings, common.json, strict);
        return (again ? run.again() : run).stages(List.of(stage), false).number();
    }

    /** All stages up to this one, in a home of what was known then. */
    private ExitCode lookBack(Settings now) throws Exception {
        if (stage.compareTo(Stage.ANALYSE) < 0) {
            throw new UsageException("--as-known-at is for analyse, protect, publish and sql.");
        }
        return new Run(stage.word(), asKnownAt.settings(now), common.json, strict).stages(AsKnownAt.upTo(stage), false);
    }
}
