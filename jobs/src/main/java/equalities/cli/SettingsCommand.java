package equalities.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The manual of the settings. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        description = "Prints what can be configured, as a page: keys, variables, defaults and meaning.")
final class SettingsCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        System.out.print(Setting.manual());
        return ExitCode.DONE.number();
    }
}
