package equalities.cli;

import equalities.record.TimeLimit;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.commons.text.similarity.LevenshteinDistance;

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
     * @throws UsageException when a key or variable is no setting, or a value is not of its kind
     */
    static Settings of(Map<Setting, String> flags, Map<String, String> environment, Path file, Path root)
            throws IOException {
        Settings settings = new Settings(root);
        Properties properties = read(file);
        checkNames(environment);
        for (Setting setting : Setting.values()) {
            Value value = choose(setting, flags, environment, properties);
            if (!setting.kind().allows(value.text())) {
                throw new UsageException("The setting '%s' takes %s, and not '%s' (%s)."
                        .formatted(setting.key(), setting.kind().words(), value.text(), value.origin()));
            }
            settings.values.put(setting, value);
        }
        return settings;
    }

    /** A variable that is meant for us and is no setting is a spelling mistake that would otherwise go unseen. */
    private static void checkNames(Map<String, String> environment) {
        List<String> variables =
                Arrays.stream(Setting.values()).map(Setting::variable).toList();
        for (String name : environment.keySet()) {
            if (name.startsWith("EQUALITIES_") && !variables.contains(name)) {
                throw unknown(name, variables, "environment");
            }
        }
    }

    /**
     * The setting of a key.
     *
     * @param where the key was written, in words
     * @throws UsageException with the nearest setting, when there is none of that key
     */
    static Setting named(String key, String where) {
        return Setting.ofKey(key)
                .orElseThrow(() -> unknown(
                        key, Arrays.stream(Setting.values()).map(Setting::key).toList(), where));
    }

    private static UsageException unknown(String name, List<String> known, String where) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        String nearest = Collections.min(known, Comparator.comparing(k -> distance.apply(k, name)));
        return new UsageException("There is no setting '" + name + "' (in the " + where + "). The nearest is '"
                + nearest + "'; 'equalities settings' explains them all.");
    }

    private static Value choose(
            Setting setting, Map<Setting, String> flags, Map<String, String> environment, Properties file) {
        String flag = flags.get(setting);
        String variable = environment.get(setting.variable());
        String line = file.getProperty(setting.key());
        if (setting.kind() == Setting.Kind.SECRET && (flag != null || line != null)) {
            throw new UsageException("The setting '" + setting.key()
                    + "' is a secret, which others see in arguments and files of settings. Give it by the variable "
                    + setting.variable() + " alone.");
        }
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
        properties.stringPropertyNames().forEach(key -> named(key, "file " + file));
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

    /** The value as it may be shown: of a secret only that there is one. */
    String shown(Setting setting) {
        String text = text(setting);
        return setting.kind() == Setting.Kind.SECRET && !text.isEmpty() ? "(a secret)" : text;
    }

    Optional<String> optional(Setting setting) {
        return Optional.of(text(setting)).filter(t -> !t.isBlank());
    }

    /** A time. */
    Duration seconds(Setting setting) {
        return Duration.ofSeconds(Long.parseLong(text(setting)));
    }

    /** How long a file may take to be read. */
    TimeLimit fileLimit() {
        return new TimeLimit(seconds(Setting.FILE_SECONDS));
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
