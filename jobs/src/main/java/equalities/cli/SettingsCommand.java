package equalities.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The manual of the settings, or their values for a script. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        description = "Prints what can be configured, as a page: keys, variables, defaults and meaning. With --json:"
                + " the value of each.")
final class SettingsCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(names = "--values", description = "Shows the value of each setting, and where it came from.")
    boolean values;

    @Override
    public Integer call() throws IOException {
        if (values) {
            tellValues(common.settings());
            return ExitCode.DONE.number();
        }
        if (!common.json) {
            System.out.print(Setting.manual());
            return ExitCode.DONE.number();
        }
        Settings settings = common.settings();
        Map<String, String> texts = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            texts.put(setting.key(), settings.shown(setting));
        }
        System.out.println(Summaries.json(texts));
        return ExitCode.DONE.number();
    }

    private static void tellValues(Settings settings) {
        for (Setting setting : Setting.values()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-26s %s  (%s)%n",
                    setting.key(),
                    settings.shown(setting),
                    settings.value(setting).origin());
        }
    }
}
