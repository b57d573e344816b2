package equalities.cli;

import equalities.lake.Durable;
import equalities.stage.Stage;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The bundled sample returns, all the way, in a home of their own that is made anew each time. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Takes the bundled sample returns (invented people) through all six stages and shows what it found.")
final class DemoCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws Exception {
        Path root = common.settings().root();
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        flags.put(Setting.LANDING, root.resolve("jobs/sample/landing").toString());
        if (common.home == null) {
            Path home = root.resolve("jobs/target/demo");
            Durable.delete(home);
            flags.put(Setting.HOME, home.toString());
        }
        Run run = new Run("demo", common.settings(flags), common.json, false);
        ExitCode code = run.stages(List.of(Stage.values()), true);
        return code == ExitCode.NOTHING_NEW ? ExitCode.DONE.number() : code.number();
    }
}
