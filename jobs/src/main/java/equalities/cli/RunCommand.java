package equalities.cli;

import equalities.stage.Stage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** All six stages. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Takes a landing area through all six stages. Continues a run that failed; exit 99: nothing new.")
final class RunCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(names = "--landing", paramLabel = "L", description = "The landing area.")
    @Nullable
    String landing;

    @Option(names = "--period", paramLabel = "P", description = "Receive this period only.")
    @Nullable
    String period;

    @Option(names = "--strict", description = "Exit 65 when rows are held or files set aside.")
    boolean strict;

    @Option(names = "--dry-run", description = "Only say what would be received.")
    boolean dryRun;

    @Override
    public Integer call() throws Exception {
        Settings settings = common.settings(flags(landing, period));
        if (dryRun) {
            return DryRun.tell(settings).number();
        }
        return new Run("run", settings, common.json, strict)
                .stages(List.of(Stage.values()), true)
                .number();
    }

    static Map<Setting, String> flags(@Nullable String landing, @Nullable String period) {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        if (landing != null) {
            flags.put(Setting.LANDING, landing);
        }
        if (period != null) {
            flags.put(Setting.PERIOD, period);
        }
        return flags;
    }
}
