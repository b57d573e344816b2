package equalities.cli;

import equalities.stage.receive.Registration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Everything that can be configured: by flag, environment or file, in that order. */
enum Setting {
    LANDING(Kind.FOLDER, "the landing area: <landing>/<period>/<provider code>/<file>", ""),
    HOME(Kind.FOLDER, "where the warehouse lives", "equalities-home"),
    PERIOD(Kind.PERIOD, "receive this period only", ""),
    SCHEMAS(Kind.FOLDER, "the folder of the specification", "{root}/schemas"),
    SQL(Kind.FOLDER, "the folder of the SQL", "{root}/sql"),
    POLICY(Kind.WORD, "the disclosure policy of schemas/policies/disclosure.yaml", ""),
    PERSON_KEY_FILE(
            Kind.FILE, "the 32 secret bytes behind the pseudonyms; made at the first run", "{home}/state/person_key"),
    RECEIVED_KEY_FILE(
            Kind.FILE,
            "the file with the key that locks received files and held cells, for its owner only and outside the home;"
                    + " 'equalities encrypt' makes it. They are not encrypted when empty",
            ""),
    RECEIVED_KEY(Kind.SECRET, "the same key itself, in place of its file; read from the environment only", ""),
    WAREHOUSE_KEY_FILE(
            Kind.FILE,
            "the file with the key that locks the tables of standard, warehouse and findings, for its owner only and outside"
                    + " the home: 64 hexadecimal digits, such as of 'openssl rand -hex 32'. They are in the clear when empty",
            ""),
    WAREHOUSE_KEY(Kind.SECRET, "the same key itself, in place of its file; read from the environment only", ""),
    SIGNING_KEY_FILE(
            Kind.FILE,
            "the key that signs releases and certificates; made when it is first needed, its public half beside it",
            "{home}/state/signing_key"),
    AUDIT_ANCHOR(
            Kind.ADDRESS,
            "who is told how far the audit log has come, outside the home: a file that is only added to, or http://… or"
                    + " https://… that is sent each line; nobody when empty",
            ""),
    REPOSITORY_URL(
            Kind.REPOSITORY,
            "the job repository: a file of H2, or a database of PostgreSQL",
            "jdbc:h2:file:{home}/state/jobs;DB_CLOSE_ON_EXIT=FALSE"),
    REPOSITORY_USER(Kind.WORD, "user of the job repository", ""),
    REPOSITORY_PASSWORD_FILE(Kind.FILE, "file with the password of the job repository, readable by its owner only", ""),
    SPARK_MASTER(Kind.SPARK, "where Spark works; YARN and Kubernetes by jobs/bin/submit", "local[*]"),
    LOG_FORMAT(
            Kind.LOG_FORMAT,
            "how {home}/state/equalities.log is written: lines for people, or one JSON object a line with job, stage and"
                    + " submission",
            "text"),
    METRICS_FILE(Kind.FILE, "where each run writes how the home stands, as OpenMetrics text; none when empty", ""),
    METRICS_URL(
            Kind.ADDRESS,
            "OpenTelemetry collector that each run sends the same to by OTLP, such as http://127.0.0.1:4318/v1/metrics",
            ""),
    LINEAGE_TO(
            Kind.ADDRESS,
            "who is told by OpenLineage what each stage reads and writes: http://host:port, or a file; nobody when empty",
            ""),
    FILE_SECONDS(
            Kind.SOME_SECONDS,
            "how long a file may take to be read, of processor time and for each 10 MB that it begins; one that takes longer"
                    + " is set aside, and the run goes on with the others",
            "600"),
    STOP_SECONDS(Kind.SECONDS, "how long a run that is told to stop (SIGTERM) may take to end its step", "8"),
    JAVA_OPTIONS(Kind.WORD, "options for Java, such as -Xmx8g; read from the environment only, by the launcher", "");

    private final Kind kind;
    private final String meaning;
    private final String otherwise;

    Setting(Kind kind, String meaning, String otherwise) {
        this.kind = kind;
        this.meaning = meaning;
        this.otherwise = otherwise;
    }

    /** What may be written for a setting. */
    enum Kind {
        FOLDER("a folder", text -> true),
        FILE("a file", text -> true),
        WORD("text", text -> true),
        SECRET("64 hexadecimal digits", text -> true),
        ADDRESS("an address", text -> true),
        REPOSITORY(
                "jdbc:h2:… or jdbc:postgresql://host:port/database", text -> text.matches("jdbc:(h2:|postgresql:).+")),
        SPARK("local[*] or spark://host:port", text -> text.matches("local(\\[[^]]+])?|spark://.+")),
        PERIOD("a period: 2025-26, 2025-26-Q1 or 2025-06", Registration::isPeriod),
        LOG_FORMAT("text or json", text -> text.equals("text") || text.equals("json")),
        SECONDS("whole seconds", text -> text.matches("\\d{1,6}")),
        SOME_SECONDS("whole seconds, one at least", text -> text.matches("[1-9]\\d{0,5}"));

        private final String words;
        private final Predicate<String> form;

        Kind(String words, Predicate<String> form) {
            this.words = words;
            this.form = form;
        }

        String words() {
            return words;
        }

        boolean allows(String text) {
            return text.isEmpty() || form.test(text);
        }
    }

    Kind kind() {
        return kind;
    }

    String meaning() {
        return meaning;
    }

    String otherwise() {
        return otherwise;
    }

    /** {@code EQUALITIES_PERSON_KEY_FILE}; Spark's own name for its master. */
    String variable() {
        return this == SPARK_MASTER ? name() : "EQUALITIES_" + name();
    }

    /** {@code person-key-file}, as a settings file has it. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values()).filter(s -> s.key().equals(key)).findFirst();
    }

    /** Every setting as the manual shows it, in Markdown. */
    static String manual() {
        return Arrays.stream(values())
                .map(s -> "| `%s` | `%s` | %s | %s | %s |"
                        .formatted(
                                s.key(),
                                s.variable(),
                                s.kind().words(),
                                s.otherwise().isEmpty() ? "" : "`" + s.otherwise() + "`",
                                s.meaning().replace("<", "&lt;")))
                .collect(Collectors.joining("\n", HEAD, "\n"));
    }

    private static final String HEAD = """
            # Settings

            (Made by `equalities settings`; a test compares it.) Each is given by `--set key=value`, by its variable, or by a
            line `key=value` of `equalities.properties` (in the working folder, or `--config FILE`); the first of these that
            has it counts. `{root}` is the folder of the installation, `{home}` that of the warehouse. A key or an
            `EQUALITIES_` variable that is no setting ends the command with exit 64 and the nearest that is one.
            `equalities settings --values` shows each value and where it came from.

            | key | variable | what it takes | default | what it is |
            |---|---|---|---|---|
            """;
}
