package equalities.cli;

import equalities.drill.Drill;
import equalities.drill.Harm;
import equalities.drill.Proof;
import equalities.engine.batch.RepositoryProbe;
import equalities.engine.batch.RepositorySettings;
import equalities.lake.Durable;
import equalities.spec.SpecificationReader;
import equalities.stage.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Cuts runs off in every way that we know of, and shows that nothing is lost. */
@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        description =
                "Runs the stages on invented returns, kills them again and again, and compares what the next start"
                        + " makes of it with an undisturbed run.",
        footer = {
            "",
            "It works in a folder of its own and in no home of yours; with --set repository-url=jdbc:postgresql://… it also"
                    + " cuts connections, so name a database of its own.",
            "Exit codes: 0 all was equal, 1 something was not (its home is kept), 64 usage."
        })
final class DrillCommand implements Callable<Integer> {
    private static final int TOLD = 1000;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(names = "--kills", paramLabel = "N", defaultValue = "200", description = "How many; default: 200.")
    int kills;

    @Option(names = "--minutes", paramLabel = "M", description = "End after so many of cutting off, whatever was done.")
    int minutes;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Of all choices; default: 1.")
    long seed;

    @Option(names = "--people", paramLabel = "N", defaultValue = "120", description = "Invented people; default: 120.")
    int people;

    @Option(names = "--up-to", paramLabel = "STAGE", description = "The last stage that is run; default: publish.")
    String upTo = Stage.PUBLISH.word();

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            description = "Cut off this stage only, and run the others; repeatable; default: all.")
    List<String> cutOff = List.of();

    @Option(names = "--folder", paramLabel = "FOLDER", description = "Where it works; default: a temporary one.")
    @Nullable
    Path folder;

    @Option(
            names = "--every-point",
            description = "First go through every named point: the state of the disk there is kept, and followed by a"
                    + " start, as after a kill and as after a power cut.")
    boolean everyPoint;

    @Option(
            names = "--states",
            paramLabel = "N",
            description =
                    "The same, with so many states, of all stages and chosen by the seed; power cuts come round again, for each"
                            + " loses something else.")
    int states;

    @Option(
            names = "--writers",
            paramLabel = "N",
            description = "First begin each stage of a home with so many processes at once: one works, nothing mixes.")
    int writers;

    @Option(
            names = "--harm",
            paramLabel = "HARM",
            description =
                    "Only these ways, such as KILL_AT_MOMENT; repeatable; default: all: ${COMPLETION-CANDIDATES}.")
    List<Harm> harms = List.of();

    @Option(names = "--plant", hidden = true, description = "Break a commit, which the drill has to catch.")
    boolean plant;

    @Override
    public Integer call() throws Exception {
        Settings settings = common.settings();
        Path place = folder == null
                ? Files.createTempDirectory("equalities-drill")
                : Files.createDirectories(folder.resolve("drill-" + seed)).toAbsolutePath();
        Proof proof = drill(settings, place).run();
        if (proof.holds()) {
            Durable.delete(place);
        }
        if (!common.json) {
            System.out.print(proof.text());
        }
        System.out.println(json(proof));
        return code(proof).number();
    }

    /** It is written down, as a drill of hours may be ended from outside. */
    private void tell(Path place, String how, Proof soFar) {
        System.err.println(how);
        try {
            Files.writeString(place.resolve("proof.json"), json(soFar));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExitCode code(Proof proof) {
        return proof.holds() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private String json(Proof proof) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("command", "drill");
        summary.put("status", code(proof).word());
        summary.put("exit", code(proof).number());
        summary.put("seed", seed);
        summary.put("java", Runtime.version().toString());
        summary.put("processors", Runtime.getRuntime().availableProcessors());
        summary.putAll(proof.tell());
        return Summaries.json(summary);
    }

    private List<Harm> harms(boolean postgres) {
        if (plant) {
            return List.of(Harm.BROKEN_COMMIT);
        }
        return harms.isEmpty() ? Drill.harms(postgres) : harms;
    }

    private static Drill.Answer runHere(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try (PrintStream to = new PrintStream(told, true, StandardCharsets.UTF_8)) {
            System.setOut(to);
            System.setErr(to);
            int exit = Equalities.run(arguments);
            String all = told.toString(StandardCharsets.UTF_8);
            return new Drill.Answer(exit, all.substring(Math.max(0, all.length() - TOLD)));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private List<String> stages() {
        List<String> words = Arrays.stream(Stage.values()).map(Stage::word).toList();
        if (!words.contains(upTo)) {
            throw new UsageException("There is no stage '" + upTo + "'. Say one of " + words + ".");
        }
        return words.subList(0, words.indexOf(upTo) + 1);
    }

    private Set<String> cutOff() {
        List<String> run = stages();
        if (!run.containsAll(cutOff)) {
            throw new UsageException("Of " + cutOff + " not all are run. Say some of " + run + ".");
        }
        return Set.copyOf(cutOff.isEmpty() ? run : cutOff);
    }

    private Drill drill(Settings settings, Path place) throws IOException {
        RepositorySettings repository = Wiring.repository(settings);
        boolean postgres = repository.url().startsWith("jdbc:postgresql:");
        List<String> handedOn = new ArrayList<>();
        for (Setting setting :
                List.of(Setting.REPOSITORY_URL, Setting.REPOSITORY_USER, Setting.REPOSITORY_PASSWORD_FILE)) {
            if (postgres) {
                handedOn.add(setting.key() + "=" + settings.text(setting));
            }
        }
        if (settings.optional(Setting.RECEIVED_KEY_FILE).isPresent()) {
            handedOn.add(Setting.RECEIVED_KEY_FILE.key() + "=" + settings.path(Setting.RECEIVED_KEY_FILE));
        }
        return Drill.prepare(
                new Drill.Order(
                        kills,
                        Duration.ofMinutes(minutes),
                        seed,
                        harms(postgres),
                        everyPoint ? Integer.MAX_VALUE : states,
                        writers,
                        cutOff(),
                        plant),
                new Drill.Place(
                        place,
                        settings.root().resolve("jobs/sample/world.yaml"),
                        SpecificationReader.read(settings.path(Setting.SCHEMAS)),
                        people,
                        stages(),
                        handedOn,
                        ReceivedKey.of(settings),
                        () -> RepositoryProbe.cutOthers(repository),
                        DrillCommand::runHere),
                (how, soFar) -> tell(place, how, soFar));
    }
}
