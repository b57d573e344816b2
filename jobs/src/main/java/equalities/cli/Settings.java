package equalities.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** The value of every setting and where it came from. */
final class Settings {
    /** The settings file looked for in the working folder when no other is named. */
    static final String FILE = "equalities.properties";

    /** A value and its origin: flag, environment, file or default. */
    record Value(String text, String origin) {}

    private final Map<Setting, Value> values = new EnumMap<>(Setting.class);
    private final Path root;

    private Settings(Path root) {
        this.root = root;
    }

    /**
     * @param flags settings given on the command line
     * @param environment the process's environment
     * @param file the settings file, which need not exist when it is the default one
     * @param root the folder of the installation
     * @throws UsageException when the file has a key that is no setting
     */
    static Settings of(Map<Setting, String> flags, Map<String, String> environment, Path file, Path root)
            throws IOException {
        Settings settings = new Settings(root);
        Properties properties = read(file);
        for (Setting setting : Setting.values()) {
            settings.values.put(setting, choose(setting, flags, environment, properties));
        }
        return settings;
    }

    private static Value choose(
            Setting setting, Map<Setting, String> flags, Map<String, String> environment, Properties file) {
        String flag = flags.get(setting);
        String variable = environment.get(setting.variable());
        String line = file.getProperty(setting.key());
        if (flag != null) {
            return new Value(flag, "flag");
        } else if (variable != null && !variable.isBlank()) {
            return new Value(variable, "environment");
        } else if (line != null) {
            return new Value(line.strip(), "file");
        }
        return new Value(setting.otherwise(), "default");
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
        for (String key : properties.stringPropertyNames()) {
            if (Setting.ofKey(key).isEmpty()) {
                throw new UsageException("There is no setting '" + key + "' (in " + file + "). Settings are: "
                        + Arrays.stream(Setting.values()).map(Setting::key).collect(Collectors.joining(", ")) + ".");
            }
        }
        return properties;
    }

    /** These settings with some replaced. */
    Settings with(Map<Setting, String> others) {
        Settings settings = new Settings(root);
        settings.values.putAll(values);
        others.forEach((setting, text) -> settings.values.put(setting, new Value(text, "flag")));
        return settings;
    }

    /** The value with its places filled in; empty when there is none. */
    String text(Setting setting) {
        String text = value(setting).text();
        String placed = text.replace("{root}", root.toString());
        return placed.contains("{home}") ? placed.replace("{home}", home().toString()) : placed;
    }

    Optional<String> optional(Setting setting) {
        return Optional.of(text(setting)).filter(t -> !t.isBlank());
    }

    Path path(Setting setting) {
        return Path.of(text(setting)).toAbsolutePath().normalize();
    }

    Path home() {
        return Path.of(value(Setting.HOME).text()).toAbsolutePath().normalize();
    }

    Path root() {
        return root;
    }

    Value value(Setting setting) {
        Value value = values.get(setting);
        return value == null ? new Value("", "default") : value;
    }
}
