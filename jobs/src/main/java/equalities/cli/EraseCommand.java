package equalities.cli;

import equalities.audit.Event.What;
import equalities.erasure.Certificate;
import equalities.erasure.Erasure;
import equalities.erasure.ErasureKeys;
import equalities.erasure.KeyFile;
import equalities.lake.Home;
import equalities.lake.SigningKey;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import equalities.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes people out of a home, by request or by age, and certifies it; or checks such a certificate. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description =
                "Takes one person out of everything that was received and all that follows from it, or what is older"
                        + " than schemas/policies/retention.yaml allows, and signs a certificate of it. Published releases stay."
                        + " Cut off, run it again: it continues.")
final class EraseCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @ArgGroup(multiplicity = "1")
    Asked what = new Asked();

    /** One of these. */
    static final class Asked {
        @Option(
                names = "--key-file",
                paramLabel = "F",
                description = "Whom: a line each, an NHS number; or a provider's code, a comma and its own identifier.")
        @Nullable
        Path keyFile;

        @Option(names = "--retention", description = "What is older than the policy allows.")
        boolean retention;

        @Option(names = "--check", paramLabel = "CERTIFICATE", description = "Whether a certificate is right.")
        @Nullable
        Path check;
    }

    @Option(names = "--public-key", paramLabel = "FILE", description = "For --check; default: this home's.")
    @Nullable
    Path publicKey;

    @Option(names = "--reference", paramLabel = "TEXT", description = "What the certificate is to call the request.")
    String reference = "";

    @Option(names = "--today", paramLabel = "DAY", description = "For --retention: as if today were this day.")
    @Nullable
    LocalDate today;

    @Option(names = "--dry-run", description = "Only say what would be touched.")
    boolean dryRun;

    @Override
    public Integer call() throws Exception {
        Settings settings = common.settings();
        return (what.check != null ? check(settings, what.check) : erase(settings)).number();
    }

    private ExitCode check(Settings settings, Path certificate) throws IOException {
        Path key = publicKey == null ? SigningKey.publicHalf(settings.path(Setting.SIGNING_KEY_FILE)) : publicKey;
        boolean right = Certificate.isRight(certificate, SigningKey.readPublic(key));
        ExitCode code = right ? ExitCode.DONE : ExitCode.REFUSED;
        Map<String, Object> summary = summary(code);
        summary.put("certificate", certificate.toString());
        summary.put("signature", right ? "right" : "wrong: it was changed, or signed with another key");
        System.out.println(Summaries.json(summary));
        return code;
    }

    private ExitCode erase(Settings settings) throws Exception {
        Home home = WarehouseKey.home(settings);
        if (!Files.isDirectory(home.state())) {
            throw new UsageException("There is no warehouse in " + home.root() + ". Mend --home.");
        }
        ProgressLine progress = ProgressLine.of(common.json);
        if (dryRun) {
            return told(plan(settings, home), null);
        }
        try (Pipeline pipeline = Pipeline.open(settings, progress)) {
            AuditTrail trail = AuditTrail.begin(settings, "erase", Map.of());
            try {
                progress.begin("erase");
                return erase(settings, plan(settings, home), pipeline, progress, trail);
            } catch (Exception e) {
                throw trail.ended(Failures.codeOf(e), e);
            }
        }
    }

    private ExitCode erase(
            Settings settings, Erasure erasure, Pipeline pipeline, ProgressLine progress, AuditTrail trail)
            throws Exception {
        if (erasure.nothing()) {
            trail.end(ExitCode.NOTHING_NEW, Map.of());
            return told(erasure, null);
        }
        erasure.rewrite();
        progress.end("received files are rewritten");
        pipeline.run(List.of(Stage.STANDARDISE, Stage.CONSOLIDATE, Stage.ANALYSE));
        long repository = pipeline.forget(erasure.words());
        erasure.sweep();
        SigningKey key = SigningKey.readOrMake(settings.path(Setting.SIGNING_KEY_FILE));
        Path certificate = erasure.certify(key, repository);
        trail.tell(What.ERASURE, erasure.counts());
        trail.endOfRun(ExitCode.DONE, Map.of());
        return told(erasure, certificate);
    }

    private Erasure plan(Settings settings, Home home) throws Exception {
        Specification specification = SpecificationReader.read(settings.path(Setting.SCHEMAS));
        ErasureKeys keys = new ErasureKeys(
                PersonKeyFile.readOrMake(settings.path(Setting.PERSON_KEY_FILE)), ReceivedKey.of(settings));
        Clock clock = Clock.systemUTC();
        return what.keyFile == null
                ? Erasure.planByAge(
                        home, specification, keys, today == null ? LocalDate.now(clock) : today, reference, clock)
                : Erasure.plan(home, specification, keys, KeyFile.read(what.keyFile), reference, clock);
    }

    private ExitCode told(Erasure erasure, @Nullable Path certificate) {
        ExitCode code = erasure.nothing() ? ExitCode.NOTHING_NEW : ExitCode.DONE;
        Map<String, Object> summary = summary(code);
        if (dryRun) {
            summary.put("command", "erase --dry-run");
        }
        summary.putAll(erasure.tell());
        if (certificate != null) {
            summary.put("certificate", certificate.toString());
        }
        System.out.println(Summaries.json(summary));
        return code;
    }

    private static Map<String, Object> summary(ExitCode code) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("command", "erase");
        summary.put("status", code.word());
        summary.put("exit", code.number());
        return summary;
    }
}
