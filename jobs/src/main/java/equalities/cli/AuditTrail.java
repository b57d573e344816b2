package equalities.cli;

import com.fasterxml.jackson.databind.JsonNode;
import equalities.audit.Actor;
import equalities.audit.Anchor;
import equalities.audit.AuditLog;
import equalities.audit.Event;
import equalities.audit.Event.What;
import equalities.erasure.Certificate;
import equalities.lake.Fingerprint;
import equalities.lake.Home;
import equalities.lake.TimeTravel;
import equalities.lake.Zone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes one call of a command into the audit log of its home: that it begins, what came of it, how it ended. */
final class AuditTrail {
    private static final String OPEN = "not locked";

    private final Settings settings;
    private final String command;
    private final Home home;
    private final boolean looksBack;
    private final AuditLog log;
    private final Actor actor;

    private AuditTrail(Settings settings, String command) {
        this.settings = settings;
        this.command = command;
        this.home = new Home(settings.home());
        Home present = TimeTravel.presentOf(home);
        this.looksBack = !present.equals(home);
        this.log = new AuditLog(present, settings.path(Setting.SIGNING_KEY_FILE), anchor(settings), Clock.systemUTC());
        this.actor = Actor.thisProcess();
    }

    static Anchor anchor(Settings settings) {
        return Anchor.of(settings.text(Setting.AUDIT_ANCHOR));
    }

    /**
     * Writes down that a command begins, before it does anything.
     *
     * @param facts counts and names of folders, see {@link Event}
     */
    static AuditTrail begin(Settings settings, String command, Map<String, ?> facts) throws IOException {
        AuditTrail trail = new AuditTrail(settings, command);
        Map<String, Object> all = new TreeMap<>(facts);
        all.put("command", command);
        if (trail.looksBack) {
            all.put("looking_back_to", String.valueOf(trail.home.root().getFileName()));
        }
        trail.log.append(trail.actor, List.of(new Event(What.BEGAN, all)));
        return trail;
    }

    /** Writes down something that was done meanwhile. */
    void tell(What what, Map<String, ?> facts) throws IOException {
        log.append(actor, List.of(new Event(what, facts)));
    }

    /** Writes down how it ended. */
    void end(ExitCode code, Map<String, ?> facts) throws IOException {
        log.append(actor, List.of(ended(code, facts)));
    }

    /** Writes down that it failed; returns why, which counts more than that it could not be written down. */
    Exception ended(ExitCode code, Exception why) {
        try {
            end(code, Map.of());
        } catch (IOException notWritten) {
            why.addSuppressed(notWritten);
        }
        return why;
    }

    /**
     * Writes down how a run ended, and before that what became of submissions, releases and erasures, where the log
     * does not say so yet: also what came of a run that was cut off before it could tell.
     */
    void endOfRun(ExitCode code, Map<String, ?> facts) throws IOException {
        List<Event> events = new ArrayList<>();
        if (!looksBack) {
            events.addAll(submissions());
            events.addAll(releases());
            events.addAll(erasures());
            events.addAll(tableKey());
        }
        events.add(ended(code, facts));
        log.append(actor, events);
    }

    private Event ended(ExitCode code, Map<String, ?> facts) {
        Map<String, Object> all = new TreeMap<>(facts);
        all.put("command", command);
        all.put("status", code.word());
        all.put("exit", code.number());
        return new Event(What.ENDED, all);
    }

    private List<Event> submissions() throws IOException {
        Map<String, String> told = new HashMap<>();
        log.facts(What.SUBMISSION).forEach(facts -> told.put(identity(facts), facts.toString()));
        return new Warehouse(settings)
                .submissions().stream()
                        .map(facts -> new Event(What.SUBMISSION, facts))
                        .filter(event -> {
                            JsonNode now = Summaries.tree(event.facts());
                            return !now.toString().equals(told.get(identity(now)));
                        })
                        .toList();
    }

    /** What the tables are locked with, where that is another than was told last; a word where with nothing. */
    private List<Event> tableKey() throws IOException {
        List<JsonNode> told = log.facts(What.TABLE_KEY);
        String before =
                told.isEmpty() ? OPEN : told.get(told.size() - 1).path("now").asText();
        String print = home.zone(Zone.WAREHOUSE).current().key();
        String now = print == null ? OPEN : print;
        return now.equals(before)
                ? List.of()
                : List.of(new Event(What.TABLE_KEY, Map.of("before", before, "now", now)));
    }

    private static String identity(JsonNode facts) {
        return String.join(
                "/",
                facts.path("period").asText(),
                facts.path("provider_code").asText(),
                facts.path("submission_id").asText());
    }

    private List<Event> releases() throws IOException {
        Set<String> told = told(What.RELEASE, "sha256");
        List<Path> releases = new ArrayList<>(home.zone(Zone.PUBLISHED).generations());
        releases.addAll(home.internal().zone(Zone.PUBLISHED).generations());
        List<Event> events = new ArrayList<>();
        for (Path release : releases) {
            Path facts = release.resolve("release.json");
            String sha256 = Files.exists(facts) ? Fingerprint.ofFile(facts) : "";
            if (!sha256.isEmpty() && told.add(sha256)) {
                String name = home.root().relativize(release).toString();
                events.add(new Event(What.RELEASE, Map.of("release", name, "sha256", sha256)));
            }
        }
        return events;
    }

    /** By their certificates: an erasure may have been cut off after it had certified. */
    private List<Event> erasures() throws IOException {
        Set<String> told = told(What.ERASURE, "certificate");
        return Certificate.all(home).stream()
                .filter(told::add)
                .map(certificate -> new Event(What.ERASURE, Map.of("certificate", certificate)))
                .toList();
    }

    /** What the log says already of a fact of this name. */
    private Set<String> told(What what, String fact) throws IOException {
        return log.facts(what).stream()
                .map(facts -> facts.path(fact).asText())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
