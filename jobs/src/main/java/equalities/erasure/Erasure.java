package equalities.erasure;

import equalities.erasure.ErasurePlan.FileErasure;
import equalities.erasure.ErasurePlan.Submission;
import equalities.erasure.ErasurePlan.Why;
import equalities.lake.Durable;
import equalities.lake.Home;
import equalities.lake.HomeFiles;
import equalities.lake.SigningKey;
import equalities.lake.TimeTravel;
import equalities.lake.WrittenReports;
import equalities.lake.Zone;
import equalities.lake.ZoneKeys;
import equalities.record.Wanted;
import equalities.spec.RetentionPolicy;
import equalities.spec.Specification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One erasure in one home, in four steps: {@link #plan}, {@link #rewrite} of what was received, then the caller runs the
 * stages anew, then {@link #sweep} and {@link #certify}. Done again after a crash, it goes on with the same plan.
 */
public final class Erasure {
    /** The zones in which rows of people lie; what is protected and published is aggregated, and stays. */
    private static final List<Zone> OF_PEOPLE =
            List.of(Zone.RECEIVED, Zone.STANDARD, Zone.HELD, Zone.WAREHOUSE, Zone.FINDINGS);

    private final Home home;
    private final ZoneKeys keys;
    private final Clock clock;
    private final ErasurePlan plan;
    private final Map<String, Object> swept = new TreeMap<>();

    private Erasure(Home home, ZoneKeys keys, Clock clock, ErasurePlan plan) {
        this.home = home;
        this.keys = keys;
        this.clock = clock;
        this.plan = plan;
    }

    /** An erasure that was cut off is under way, and it is not this one. */
    public static final class AnotherUnderWay extends Exception {
        private static final long serialVersionUID = 1;

        AnotherUnderWay() {
            super("An erasure was cut off in this home. Run it again, with the same key file or by the same policy,"
                    + " before anything else.");
        }
    }

    /** Whether one was cut off, so that nothing else may be made of the home. */
    public static boolean isUnderWay(Home home) {
        return new Journal(home).isThere();
    }

    /** Plans to take people out, or goes on with what was begun for the same people. */
    public static Erasure plan(
            Home home, Specification specification, ErasureKeys keys, Wanted asked, String reference, Clock clock)
            throws IOException, AnotherUnderWay {
        Optional<ErasurePlan> begun = begun(home, Why.PERSON, asked);
        if (begun.isPresent()) {
            return new Erasure(home, keys.zones(), clock, begun.get());
        }
        PersonFinder.Found found = new PersonFinder(home, specification, keys).find(asked);
        ErasurePlan plan = new ErasurePlan(
                id(clock),
                Why.PERSON,
                reference,
                home.zone(Zone.RECEIVED).current().madeFrom(),
                asked,
                found.wanted(),
                found.keys(),
                found.files(),
                found.unsearchable(),
                found.rows());
        return new Erasure(home, keys.zones(), clock, plan);
    }

    /** Plans to take out what is older than a policy allows on a day. */
    public static Erasure planByAge(
            Home home, Specification specification, ErasureKeys keys, LocalDate today, String reference, Clock clock)
            throws IOException, AnotherUnderWay {
        Optional<ErasurePlan> begun = begun(home, Why.RETENTION, Wanted.NOBODY_AT_ALL);
        if (begun.isPresent()) {
            return new Erasure(home, keys.zones(), clock, begun.get());
        }
        RetentionPolicy policy = specification.retention();
        List<FileErasure> files = new AgeFinder(home, specification, keys, policy, today).find();
        ErasurePlan plan = new ErasurePlan(
                id(clock),
                Why.RETENTION,
                reference,
                home.zone(Zone.RECEIVED).current().madeFrom(),
                Wanted.NOBODY_AT_ALL,
                Wanted.NOBODY_AT_ALL,
                Set.of(),
                files,
                List.of(),
                Map.of());
        return new Erasure(home, keys.zones(), clock, plan);
    }

    private static Optional<ErasurePlan> begun(Home home, Why why, Wanted asked) throws IOException, AnotherUnderWay {
        Optional<ErasurePlan> begun = new Journal(home).read();
        if (begun.isPresent()
                && (begun.get().why() != why || !begun.get().asked().equals(asked))) {
            throw new AnotherUnderWay();
        }
        return begun;
    }

    private static String id(Clock clock) {
        return "erasure-"
                + clock.instant().truncatedTo(ChronoUnit.MILLIS).toString().replaceAll("[:.]", "");
    }

    /** Nothing of the kind is in the home. */
    public boolean nothing() {
        return plan.nothing();
    }

    /** What would be, or was, touched: counts and names of files, nothing of a person. */
    public Map<String, Object> tell() {
        Map<String, Object> told = new TreeMap<>();
        told.put("files", plan.files().stream().map(Erasure::tell).toList());
        told.put(
                "not_searchable",
                plan.unsearchable().stream().map(Erasure::tell).toList());
        told.put("rows_by_table", new TreeMap<>(plan.rows()));
        return told;
    }

    /** Its certificate and how much it touched, for a log that is kept for ever. */
    public Map<String, Object> counts() {
        Map<String, Object> counts = new TreeMap<>();
        counts.put("certificate", plan.id());
        counts.put("why", plan.why().name().toLowerCase(java.util.Locale.ROOT));
        counts.put("files", plan.files().size());
        return counts;
    }

    private static Map<String, Object> tell(FileErasure file) {
        Map<String, Object> told = tell(file.submission());
        told.put("rows", file.places().isEmpty() ? "all" : (Object) file.rows());
        return told;
    }

    private static Map<String, Object> tell(Submission submission) {
        Map<String, Object> told = new TreeMap<>();
        told.put("period", submission.period());
        told.put("provider", submission.provider());
        told.put("submission", submission.submissionId());
        return told;
    }

    /** Takes them out of what was received. From here on the erasure is under way. */
    public void rewrite() throws IOException {
        new Journal(home).write(plan);
        TimeTravel.forget(home);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        new ReceivedRewriter(home.zone(Zone.RECEIVED), keys, plan, today).rewrite();
    }

    /** What may be said of the people in logs and the job repository: to be looked for there. */
    public Set<String> words() {
        return needles().texts();
    }

    private Needles needles() {
        return new Needles(plan.wanted().numbers(), plan.keys());
    }

    /** Removes every earlier state of the zones, looked-back homes, reports made for senders, and lines of logs. */
    public void sweep() throws IOException {
        long generations = 0;
        for (Zone zone : OF_PEOPLE) {
            generations += home.zone(zone).purge();
        }
        swept.put("earlier_generations", generations);
        TimeTravel.forget(home);
        Path scratch = home.state().resolve("scratch");
        Durable.delete(scratch);
        Files.createDirectories(scratch);
        Set<String> senders = plan.files().stream()
                .map(f -> f.submission().period() + "/" + f.submission().provider())
                .collect(Collectors.toSet());
        swept.put("reports_for_senders", (long)
                WrittenReports.remove(home, senders).size());
        swept.put("lines_of_logs", Logs.remove(home.state(), needles()));
    }

    /**
     * Looks through every byte of the home; when nothing of the people is there, signs the certificate, and the erasure
     * is done.
     *
     * @param repository how many rows of the job repository were touched
     * @throws StillThere with the files that hold something
     */
    public Path certify(SigningKey key, long repository) throws IOException, StillThere {
        Journal journal = new Journal(home);
        HomeSearch search = new HomeSearch(needles(), HomeFiles.of(home, keys), home);
        List<Path> found = plan.why() == Why.PERSON ? search.search(home.root(), journal.file()) : List.of();
        if (!found.isEmpty()) {
            throw new StillThere(found);
        }
        Map<String, Object> facts = new LinkedHashMap<>(tell());
        swept.put("rows_of_the_job_repository", repository);
        facts.put("also_removed", swept);
        facts.put("id", plan.id());
        facts.put("why", plan.why().name().toLowerCase(java.util.Locale.ROOT));
        facts.put("reference", plan.reference());
        facts.put("made_at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("files_searched_afterwards", search.files());
        facts.put("kept", "published releases and protected tables: they hold figures of groups, and nobody's row");
        facts.put(
                "not_touched",
                "the landing area, which is only ever read; copies outside the home; the key file itself");
        Path file = Certificate.file(home, plan.id());
        Certificate.write(facts, key, file);
        journal.end();
        return file;
    }

    /** Something of the people is still in the home. */
    public static final class StillThere extends Exception {
        private static final long serialVersionUID = 1;

        StillThere(List<Path> files) {
            super("Something of the person is still in: " + new ArrayList<>(files)
                    + ". These are no files of the warehouse; remove them, then run the same command again.");
        }
    }
}
