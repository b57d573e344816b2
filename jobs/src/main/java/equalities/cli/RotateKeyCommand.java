package equalities.cli;

import equalities.audit.Event.What;
import equalities.erasure.Erasure;
import equalities.lake.Home;
import equalities.lake.HomeCheck;
import equalities.lake.Received;
import equalities.lake.TimeTravel;
import equalities.lake.Zone;
import equalities.lake.ZoneKeys;
import equalities.stage.Stage;
import equalities.stage.StageRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A new key of the pseudonyms, and everything that stands under pseudonyms made anew of what was received. */
@Command(
        name = "rotate-key",
        mixinStandardHelpOptions = true,
        description =
                "Makes a new person key, and makes all zones with pseudonyms anew from what was received: everybody has"
                        + " another pseudonym, and is linked across all periods as before. No state under the old key is left in"
                        + " the home. What was granted before holds the old pseudonyms: grant it again. Cut off, run it again.")
final class RotateKeyCommand implements Callable<Integer> {
    /** What stands under pseudonyms, or lies beside them. */
    private static final List<Zone> OF_PEOPLE = List.of(Zone.STANDARD, Zone.HELD, Zone.WAREHOUSE, Zone.FINDINGS);

    private static final int PRINTED = 16;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(names = "--dry-run", description = "Only say how many submissions would be made anew.")
    boolean dryRun;

    @Override
    public Integer call() throws Exception {
        Settings settings = common.settings();
        Home home = new Home(settings.home());
        Path file = settings.path(Setting.PERSON_KEY_FILE);
        if (!Files.isDirectory(home.state()) || !Files.exists(file)) {
            throw new UsageException("There is no person key " + file + " yet. Mend --home, or person-key-file.");
        }
        if (!dryRun) {
            rotate(settings, home, file);
        }
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("command", dryRun ? "rotate-key --dry-run" : "rotate-key");
        summary.put("status", ExitCode.DONE.word());
        summary.put("exit", ExitCode.DONE.number());
        summary.put(
                "submissions",
                Received.current(home.zone(Zone.RECEIVED)).files().size());
        summary.put("key", print(file));
        System.out.println(Summaries.json(summary));
        return ExitCode.DONE.number();
    }

    private void rotate(Settings settings, Home home, Path file) throws Exception {
        if (Erasure.isUnderWay(home)) {
            throw new StageRefused("An erasure was cut off in this home. Run it again first, so that it ends.");
        }
        try (Pipeline pipeline = Pipeline.open(settings, ProgressLine.of(common.json))) {
            AuditTrail trail = AuditTrail.begin(settings, "rotate-key", Map.of());
            try {
                checkReceived(home, ReceivedKey.of(settings));
                String before = print(file);
                PersonKeyFile.replace(file);
                trail.tell(What.PERSON_KEY, Map.of("before", before, "now", print(file)));
                pipeline.run(List.of(Stage.STANDARDISE, Stage.CONSOLIDATE, Stage.ANALYSE));
                for (Zone zone : OF_PEOPLE) {
                    home.zone(zone).purge();
                }
                TimeTravel.forget(home);
                trail.endOfRun(ExitCode.DONE, Map.of());
            } catch (Exception e) {
                throw trail.ended(Failures.codeOf(e), e);
            }
        }
    }

    /** What the zones are made of has to be whole before the key that they stand under goes. */
    private static void checkReceived(Home home, ZoneKeys keys) throws IOException, StageRefused {
        List<String> damaged = HomeCheck.of(home, keys).damages().stream()
                .filter(d -> d.zone() == Zone.RECEIVED)
                .map(HomeCheck.Damage::file)
                .toList();
        if (!damaged.isEmpty()) {
            throw new StageRefused("What was received is not as it came: " + damaged
                    + ". 'equalities verify --home' says how to mend it; then run this again.");
        }
    }

    /** What a key is known by in the log: from it, nothing of the key follows. */
    private static String print(Path file) throws IOException {
        return PersonKeyFile.read(file).print().substring(0, PRINTED);
    }
}
