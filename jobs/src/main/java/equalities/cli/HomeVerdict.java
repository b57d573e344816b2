package equalities.cli;

import equalities.audit.Anchor;
import equalities.audit.AuditCheck;
import equalities.lake.Home;
import equalities.lake.HomeCheck;
import equalities.lake.HomeCheck.Damage;
import equalities.lake.SigningKey;
import equalities.lake.Zone;
import equalities.stage.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells which files of a home are not as they were written, which stage makes each again, and whether its audit log is whole. */
final class HomeVerdict {
    private HomeVerdict() {}

    /**
     * Looks at all of them, and at the audit log, and tells.
     *
     * @param anchor what was kept of the log's ends; where the settings say when null
     */
    static ExitCode tell(Settings settings, @Nullable Path anchor, boolean json) throws IOException {
        Home home = new Home(settings.home());
        HomeCheck.Result result = HomeCheck.of(home, ReceivedKey.of(settings));
        AuditCheck.Result log = AuditCheck.of(
                home,
                SigningKey.publicHalf(settings.path(Setting.SIGNING_KEY_FILE)),
                (anchor == null ? AuditTrail.anchor(settings) : Anchor.of(anchor.toString())).heads());
        ExitCode code = result.damages().isEmpty() && log.fault() == null ? ExitCode.DONE : ExitCode.REFUSED;
        if (!json) {
            tell(result, home);
            tell(log);
        }
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("command", "verify");
        summary.put("status", code.word());
        summary.put("exit", code.number());
        summary.put("home", home.root().toString());
        summary.put("files", result.files());
        summary.put("damaged", result.damages().stream().map(d -> tell(d, home)).toList());
        summary.put("audit_log", log);
        System.out.println(Summaries.json(summary));
        return code;
    }

    private static void tell(HomeCheck.Result result, Home home) {
        result.damages().forEach(d -> System.out.println(d.file() + " " + d.what() + ".\n  " + mend(d, home)));
        if (result.damages().isEmpty()) {
            System.out.println("Every file is as it was written.");
        }
    }

    private static void tell(AuditCheck.Result log) {
        AuditCheck.Fault fault = log.fault();
        System.out.println(
                fault != null
                        ? "The audit log was touched: line " + fault.line() + " " + fault.what()
                                + ". Keep a copy of state/audit.jsonl as it is, and find out who writes there."
                        : log.lines() == 0
                                ? "There is no audit log yet."
                                : "The audit log is as it was written, " + log.lines() + " lines.");
        log.notes().forEach(System.out::println);
    }

    private static Map<String, Object> tell(Damage damage, Home home) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("file", damage.file());
        told.put("what", damage.what());
        told.put("stage", stage(damage.zone()).word());
        told.put("fix", mend(damage, home));
        return told;
    }

    private static String mend(Damage damage, Home home) {
        String again = "'equalities " + stage(damage.zone()).word() + " --again --home " + home.root() + "'";
        return switch (damage.zone()) {
            case RECEIVED ->
                "Where the landing area has it no more, put what was sent there again; then run " + again
                        + ", and the rest.";
            case STANDARD, HELD, WAREHOUSE, FINDINGS, PROTECTED -> "Run " + again + ": it is made of the same again.";
            case PUBLISHED ->
                "A release is never made twice: copy it back from where it was published, or run " + again
                        + " for a new one.";
        };
    }

    /** The stage that writes a zone. */
    static Stage stage(Zone zone) {
        return switch (zone) {
            case RECEIVED -> Stage.RECEIVE;
            case STANDARD, HELD -> Stage.STANDARDISE;
            case WAREHOUSE -> Stage.CONSOLIDATE;
            case FINDINGS -> Stage.ANALYSE;
            case PROTECTED -> Stage.PROTECT;
            case PUBLISHED -> Stage.PUBLISH;
        };
    }

    /** The zones that a stage writes. */
    static List<Zone> zones(Stage stage) {
        return List.of(Zone.values()).stream().filter(z -> stage(z) == stage).toList();
    }
}
