package equalities.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has; each can also be set by environment or file. */
final class CommonOptions {
    @Option(names = "--home", paramLabel = "H", description = "Where the warehouse lives.")
    @Nullable
    String home;

    @Option(names = "--config", paramLabel = "FILE", description = "Settings file (default: ./equalities.properties).")
    @Nullable
    Path config;

    @Option(
            names = {"--set"},
            paramLabel = "SETTING=VALUE",
            description = "Any other setting; 'equalities settings' explains them all.")
    Map<String, String> others = Map.of();

    @Option(names = "--json", description = "Print nothing but the JSON summary.")
    boolean json;

    /** All settings, the flags of the command included. */
    Settings settings(Map<Setting, String> more) throws IOException {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        flags.putAll(more);
        if (home != null) {
            flags.put(Setting.HOME, home);
        }
        others.forEach((key, value) -> flags.put(Settings.named(key, "command line"), value));
        if (config != null && !Files.isReadable(config)) {
            throw new UsageException("There is no settings file " + config + " to read. Mend --config.");
        }
        Path file = config == null ? Path.of(Settings.FILE) : config;
        Path root = Path.of(System.getProperty("equalities.root", "."))
                .toAbsolutePath()
                .normalize();
        return Settings.of(flags, System.getenv(), file, root);
    }

    Settings settings() throws IOException {
        return settings(Map.of());
    }
}
