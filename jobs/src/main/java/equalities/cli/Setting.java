package equalities.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be configured: by flag, environment or file, in that order. */
enum Setting {
    LANDING("the landing area: <landing>/<period>/<provider code>/<file>", ""),
    HOME("where the warehouse lives", "equalities-home"),
    PERIOD("receive this period only", ""),
    SCHEMAS("the folder of the specification", "{root}/schemas"),
    SQL("the folder of the SQL", "{root}/sql"),
    POLICY("the disclosure policy of schemas/policies/disclosure.yaml", ""),
    PERSON_KEY_FILE("the 32 secret bytes behind the pseudonyms; made at the first run", "{home}/state/person_key"),
    SIGNING_KEY_FILE("the key that signs certificates; made when it is first needed", "{home}/state/signing_key"),
    REPOSITORY_URL("JDBC address of the job repository", "jdbc:h2:file:{home}/state/jobs"),
    REPOSITORY_USER("user of the job repository", ""),
    REPOSITORY_PASSWORD_FILE("file with the password of the job repository, readable by its owner only", ""),
    SPARK_MASTER("local[*], or spark://host:port", "local[*]");

    private final String meaning;
    private final String otherwise;

    Setting(String meaning, String otherwise) {
        this.meaning = meaning;
        this.otherwise = otherwise;
    }

    String meaning() {
        return meaning;
    }

    String otherwise() {
        return otherwise;
    }

    /** {@code --person-key-file}. */
    String flag() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code EQUALITIES_PERSON_KEY_FILE}; Spark's own name for its master. */
    String variable() {
        return this == SPARK_MASTER ? name() : "EQUALITIES_" + name();
    }

    /** {@code person-key-file}, as a settings file has it. */
    String key() {
        return flag().substring(2);
    }

    static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values()).filter(s -> s.key().equals(key)).findFirst();
    }
}
