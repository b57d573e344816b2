package equalities.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The manual of the settings, or their values for a script. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        description = "Prints what can be configured, as a page: keys, variables, defaults and meaning. With --json:"
                + " the value of each.")
final class SettingsCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        if (!common.json) {
            System.out.print(Setting.manual());
            return ExitCode.DONE.number();
        }
        Settings settings = common.settings();
        Map<String, String> values = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            values.put(setting.key(), settings.text(setting));
        }
        System.out.println(Summaries.json(values));
        return ExitCode.DONE.number();
    }
}
