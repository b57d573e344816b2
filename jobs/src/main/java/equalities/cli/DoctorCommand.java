package equalities.cli;

import equalities.audit.Anchor;
import equalities.engine.batch.RepositorySettings;
import equalities.engine.spark.SparkEngine;
import equalities.lake.Durable;
import equalities.lake.Home;
import equalities.lake.WrongKey;
import equalities.operate.AnchorCheck;
import equalities.operate.Check;
import equalities.operate.HomeChecks;
import equalities.operate.Machine;
import equalities.operate.Services;
import equalities.spec.SpecificationException;
import equalities.spec.SpecificationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks at all that a run needs, and says how to mend what is wrong. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Looks at all that a run needs: Java, memory, disk, rights, keys, clock, specification, landing area,"
                        + " PostgreSQL, Spark, Airflow; says how to mend what is wrong. Exit 65: something is.")
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws Exception {
        List<Check> checks = checks(common.settings());
        boolean wrong = checks.stream().anyMatch(c -> c.result() == Check.Result.WRONG);
        ExitCode code = wrong ? ExitCode.REFUSED : ExitCode.DONE;
        if (!common.json) {
            checks.forEach(DoctorCommand::tell);
        }
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("command", "doctor");
        summary.put("status", wrong ? "something is wrong" : "all is well");
        summary.put("exit", code.number());
        if (common.json) {
            summary.put("checks", checks.stream().map(DoctorCommand::map).toList());
        }
        System.out.println(Summaries.json(summary));
        return code.number();
    }

    private static List<Check> checks(Settings settings) throws Exception {
        Home home = new Home(settings.home());
        Clock clock = Clock.systemUTC();
        List<Check> checks = new ArrayList<>();
        checks.add(Machine.java(Runtime.version().feature()));
        checks.add(Machine.memory(Runtime.getRuntime().maxMemory()));
        checks.add(Machine.disk(home.root()));
        checks.add(Machine.duckdb());
        checks.add(specification(settings));
        checks.add(landing(settings));
        checks.add(HomeChecks.rights(home));
        checks.add(key(settings, home));
        checks.add(encryption(settings, home));
        checks.add(tables(settings));
        checks.add(AnchorCheck.of(Anchor.of(settings.text(Setting.AUDIT_ANCHOR)), home));
        checks.add(HomeChecks.clock(home, clock.instant()));
        checks.add(postgres(settings, clock));
        checks.add(spark(settings));
        checks.add(Services.airflow(settings.root(), System.getenv().getOrDefault("PATH", "")));
        return checks;
    }

    private static Check specification(Settings settings) {
        Path schemas = settings.path(Setting.SCHEMAS);
        try {
            SpecificationReader.read(schemas);
            return Check.well("Schemas", schemas.toString());
        } catch (SpecificationException e) {
            return Check.wrong("Schemas", String.valueOf(e.getMessage()), "Mend what it names, below " + schemas + ".");
        }
    }

    private static Check landing(Settings settings) {
        if (settings.optional(Setting.LANDING).isEmpty()) {
            return Check.well("Landing", "not set; each run is told by --landing");
        }
        Path landing = settings.path(Setting.LANDING);
        return Files.isDirectory(landing) && Files.isReadable(landing)
                ? Check.well("Landing", landing.toString())
                : Check.wrong(
                        "Landing", "this user finds no readable folder " + landing, "Make it, or mend 'landing'.");
    }

    private static Check key(Settings settings, Home home) throws IOException {
        Path file = settings.path(Setting.PERSON_KEY_FILE);
        try {
            if (Files.exists(file)) {
                PersonKeyFile.read(file);
            }
            return HomeChecks.key(home, file);
        } catch (UsageException e) {
            return Check.wrong("Key", String.valueOf(e.getMessage()), "");
        }
    }

    private static Check encryption(Settings settings, Home home) throws IOException {
        try {
            return HomeChecks.encryption(home, ReceivedKey.of(settings));
        } catch (UsageException | WrongKey e) {
            return Check.wrong("Encryption", String.valueOf(e.getMessage()), "");
        }
    }

    private static Check tables(Settings settings) throws IOException {
        try {
            return HomeChecks.tables(WarehouseKey.home(settings));
        } catch (UsageException | WrongKey e) {
            return Check.wrong("Tables", String.valueOf(e.getMessage()), "");
        }
    }

    private static Check postgres(Settings settings, Clock clock) throws IOException {
        try {
            RepositorySettings repository = Wiring.repository(settings);
            return Services.postgres(repository, clock);
        } catch (UsageException e) {
            return Check.wrong("PostgreSQL", String.valueOf(e.getMessage()), "");
        }
    }

    private static Check spark(Settings settings) throws IOException {
        Path scratch = Files.createTempDirectory("equalities-doctor");
        try (SparkEngine engine = Wiring.spark(settings, scratch)) {
            return Services.spark(settings.text(Setting.SPARK_MASTER), engine);
        } finally {
            Durable.delete(scratch);
        }
    }

    private static void tell(Check check) {
        System.out.printf(
                Locale.ROOT, "%-12s %-9s %s%n", check.name(), check.result().word(), check.found());
        if (!check.mend().isEmpty()) {
            System.out.printf(Locale.ROOT, "%-12s %-9s %s%n", "", "mend:", check.mend());
        }
    }

    private static Map<String, String> map(Check check) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("name", check.name());
        map.put("result", check.result().word());
        map.put("found", check.found());
        map.put("mend", check.mend());
        return map;
    }
}
