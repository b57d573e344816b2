package equalities.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one command. Each sub-command is a class of this package; the stages are {@link StageCommand}. */
@Command(
        name = "equalities",
        mixinStandardHelpOptions = true,
        version = "equalities " + Equalities.VERSION,
        description = "Joins the returns of advocacy services and hospitals, and says honestly who sees an advocate.",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            ValidateCommand.class,
            ExamplesCommand.class,
            HeldCommand.class,
            ReceivedCommand.class,
            SpellingsCommand.class,
            GenerateCommand.class,
            GrantAnalystCommand.class,
            StatusCommand.class,
            DoctorCommand.class,
            MetricsCommand.class,
            SettingsCommand.class,
            SqlCommand.class,
            ExplainCommand.class,
            SimulateCommand.class,
            DictionaryCommand.class,
            RestatementCommand.class,
            VerifyCommand.class,
            ReportCommand.class,
            ServeCommand.class,
            EraseCommand.class,
            RotateKeyCommand.class,
            EncryptCommand.class,
            DrillCommand.class,
            BenchCommand.class
        })
public final class Equalities {
    static final String VERSION = "1.0.0";

    private Equalities() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs a command line and returns its exit code. */
    public static int run(String... arguments) {
        CommandLine command = new CommandLine(new Equalities());
        for (var stage : equalities.stage.Stage.values()) {
            command.addSubcommand(stage.word(), StageCommand.of(stage));
        }
        command.setParameterExceptionHandler((exception, args) -> {
            System.err.println(exception.getMessage());
            System.err.println("'equalities --help' shows how to call it.");
            return ExitCode.USAGE.number();
        });
        command.setExecutionExceptionHandler((exception, line, result) -> Failures.tell(exception));
        try {
            return command.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
        } catch (OutOfMemoryError e) { // Picocli hands on exceptions alone.
            return Failures.tell(e);
        }
    }
}
