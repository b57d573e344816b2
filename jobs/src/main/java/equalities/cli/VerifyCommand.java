package equalities.cli;

import equalities.attack.Attack;
import equalities.attack.AttackException;
import equalities.attack.Effort;
import equalities.attack.Verdict;
import equalities.lake.ReleaseCheck;
import equalities.lake.SigningKey;
import equalities.stage.StageRefused;
import equalities.stage.publish.ReleaseIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether a release, or a home, is what was written, and whether anybody can find out what a release hides. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Checks that no file of a release was touched, and tries to find out what it hides; or that every file"
                        + " of a home is as it was written.",
        footer = {
            "",
            "It reads the release as a stranger would, with all earlier ones, and works out for each hidden count what"
                    + " it can still be. Of a home it names each file that was changed, the stage that makes it again, and the"
                    + " line of the audit log (state/audit.jsonl) that was changed, cut out or moved.",
            "Exit codes: 0 nothing was touched or found out, 65 something was, 64 usage."
        })
final class VerifyCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "RELEASE", description = "The folder of a release.")
    @Nullable
    Path release;

    @Option(
            names = "--against",
            paramLabel = "FOLDER",
            description = "The folder of all releases (default: the one that the release lies in).")
    @Nullable
    Path against;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "The publisher's public key, got from the publisher and not with the release (default: the one in"
                            + " the release, which shows that it was not touched, and not who made it).")
    @Nullable
    Path key;

    @Option(
            names = "--thorough",
            description = "Go on to points and linear programs for what narrowing leaves open; minutes to hours.")
    boolean thorough;

    @Option(
            names = "--anchor",
            paramLabel = "FILE",
            description = "For --home: what was kept of the audit log's ends (default: the setting audit-anchor).")
    @Nullable
    Path anchor;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws Exception {
        if (common.home != null) {
            folder(common.home);
            return HomeVerdict.tell(common.settings(), anchor, common.json).number();
        }
        if (release == null) {
            throw new UsageException("Say which release is meant, or which home: --home H.");
        }
        Path folder = folder(String.valueOf(release));
        Path others = against == null
                ? folder.toAbsolutePath().normalize().resolveSibling(".").normalize()
                : folder(against.toString());
        List<String> touched = ReleaseCheck.touched(folder, key == null ? null : SigningKey.readPublic(key));
        boolean possible = touched.isEmpty() && Attack.isPossible(folder);
        Verdict verdict = possible ? attack(folder, others) : new Verdict(0, List.of(), List.of());
        boolean safe = touched.isEmpty() && verdict.isSafe();
        ExitCode code = safe ? ExitCode.DONE : ExitCode.REFUSED;
        if (!common.json) {
            touched.forEach(t -> System.out.println("Touched: " + t));
            if (touched.isEmpty()) {
                System.out.println(signed(folder));
            }
            correction(folder).ifPresent(System.out::println);
            System.out.print(possible ? VerdictText.of(verdict, Integer.MAX_VALUE) : notAttacked(folder));
        }
        System.out.println(Summaries.json(summary(folder, touched, possible, verdict, code)));
        return code.number();
    }

    private String signed(Path folder) {
        return "Nothing was touched since it was signed with the key " + ReleaseCheck.keyFingerprint(folder)
                + (key == null ? ". Compare that with what its publisher says, or give --key." : ".");
    }

    /** What the list beside the release says of it: a release itself is never changed. */
    private static Optional<String> correction(Path folder) throws IOException {
        return ReleaseIndex.correctedBy(folder).map(by -> "It was corrected: use " + by + " instead.");
    }

    private static String notAttacked(Path folder) {
        return !Attack.isPossible(folder)
                ? "There is nothing to attack: the release has no counts.csv.\n"
                : "It is not what was published, and was not attacked: get it again from who published it.\n";
    }

    private Map<String, @Nullable Object> summary(
            Path folder, List<String> touched, boolean possible, Verdict verdict, ExitCode code) throws IOException {
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("command", "verify");
        summary.put("status", code.word());
        summary.put("exit", code.number());
        summary.put("release", folder.toString());
        summary.put("touched", touched);
        summary.put("key", ReleaseCheck.keyFingerprint(folder));
        summary.put("key_given", key != null);
        summary.put("corrected_by", ReleaseIndex.correctedBy(folder).orElse(null));
        summary.put("attacked", possible ? verdict.attacked() : "nothing to attack");
        summary.put("cracked", verdict.cracks().size());
        if (common.json) {
            summary.put("cracks", VerdictText.json(verdict.cracks()));
            summary.put("notes", verdict.notes());
        }
        return summary;
    }

    private Verdict attack(Path folder, Path others) throws IOException, StageRefused {
        ProgressLine progress = ProgressLine.of(common.json);
        progress.begin("verify");
        try {
            Effort effort = thorough ? Effort.EVERYTHING : Effort.NARROWING;
            return Attack.on(folder, releases(others), effort, (done, of) -> progress.at("cells attacked", done, of));
        } catch (AttackException unreadable) {
            throw new StageRefused(String.valueOf(unreadable.getMessage()));
        }
    }

    private static Path folder(String name) {
        Path folder = Path.of(name);
        if (!Files.isDirectory(folder)) {
            throw new UsageException("There is no folder " + folder + ". Say where the release is.");
        }
        return folder;
    }

    private static List<Path> releases(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }
}
