package equalities.cli;

import equalities.engine.batch.BatchStep;
import equalities.engine.batch.JobFailed;
import equalities.engine.batch.JobRunner;
import equalities.engine.batch.RepositoryLock;
import equalities.engine.spark.SparkEngine;
import equalities.lake.Home;
import equalities.lake.HomeLock;
import equalities.lake.TimeTravel;
import equalities.lake.Zone;
import equalities.lake.ZoneKey;
import equalities.operate.Lineage;
import equalities.stage.Stage;
import equalities.stage.StageWork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Runs stages one after another in one home, as jobs, and skips those that have nothing new to do. */
final class Pipeline implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    private final Settings settings;
    private final ProgressLine progress;
    private final Home home;
    private final HomeLock lock;
    private final RepositoryLock repositoryLock;
    private final SparkEngine spark;
    private final StopSignal stop;
    private volatile @Nullable JobRunner jobs;

    /** What stages told, and whether any of them had something to do. */
    record Outcome(Map<String, Object> stages, boolean nothingNew) {}

    private Pipeline(
            Settings settings,
            ProgressLine progress,
            Home home,
            HomeLock lock,
            RepositoryLock repositoryLock,
            SparkEngine spark) {
        this.settings = settings;
        this.progress = progress;
        this.home = home;
        this.lock = lock;
        this.repositoryLock = repositoryLock;
        this.spark = spark;
        this.stop = StopSignal.listen(this::askToEnd, settings.seconds(Setting.STOP_SECONDS));
    }

    /** Prepares the home and takes its locks: this machine's, and that of all machines that share a job repository. */
    static Pipeline open(Settings settings, ProgressLine progress) throws Exception {
        Home home = WarehouseKey.home(settings);
        home.prepare();
        HomeLock lock = HomeLock.take(home);
        try {
            RepositoryLock shared =
                    RepositoryLock.take(Wiring.repository(settings), home.root().toString(), HomeLock.thisProcess());
            clear(home, progress);
            if (home.changesTables()) {
                TimeTravel.forget(home);
            }
            Optional<ZoneKey> key = home.isFresh() ? ReceivedKey.of(settings).first() : Optional.empty();
            if (key.isPresent()) {
                home.lockFromTheStart(key.get());
            }
            return new Pipeline(settings, progress, home, lock, shared, Wiring.spark(settings, home));
        } catch (Exception e) {
            lock.close();
            throw e;
        }
    }

    /** Has stages make their zones anew when they are run next. */
    void forget(List<Stage> stages) throws IOException {
        for (Stage stage : stages) {
            for (Zone zone : HomeVerdict.zones(stage)) {
                home.zone(zone).forget();
            }
        }
    }

    private static void clear(Home home, ProgressLine progress) throws IOException {
        List<String> left = home.clear();
        if (!left.isEmpty()) {
            LOG.warn("Cleared what a run left that was cut off: {}", left);
            progress.begin("clear");
            progress.end("what a run left that was cut off, " + left.size() + " of its files and folders");
        }
    }

    /**
     * Runs the stages in order.
     *
     * @throws Stopped when the process was told to stop meanwhile
     */
    Outcome run(List<Stage> stages) throws Exception {
        try {
            return runAll(stages);
        } catch (Exception e) {
            throw stop.given() && !(e instanceof Stopped) ? new Stopped() : e;
        }
    }

    private Outcome runAll(List<Stage> stages) throws Exception {
        Map<String, Object> told = new LinkedHashMap<>();
        boolean nothingNew = true;
        Wiring wiring = new Wiring(settings, home, spark, progress);
        checkKey(stages);
        for (Stage stage : stages) {
            if (stop.given()) {
                throw new Stopped();
            }
            repositoryLock.check();
            progress.begin(stage.word());
            StageWork.Plan plan = wiring.work(stage).plan();
            if (plan.nothingNew()) {
                told.put(stage.word(), "nothing new");
                progress.end("nothing new");
            } else {
                nothingNew = false;
                told.put(stage.word(), run(stage, plan));
            }
        }
        return new Outcome(told, nothingNew);
    }

    /** Before anything is done: a key that is missing is noticed by a later stage otherwise. */
    private void checkKey(List<Stage> stages) throws IOException {
        for (Stage stage : stages) {
            for (Zone zone : HomeVerdict.zones(stage)) {
                home.zone(zone).nextTables();
            }
        }
    }

    private Map<String, Object> run(Stage stage, StageWork.Plan plan) throws Exception {
        long began = System.nanoTime();
        try (MDC.MDCCloseable inLog = MDC.putCloseable("stage", stage.word())) {
            runTold(stage, plan);
            Map<String, Object> summary = new LinkedHashMap<>(plan.summary().tell());
            String sentence = Summaries.sentence(summary);
            progress.end(sentence);
            LOG.info("done: {}", sentence);
            summary.put("seconds", Math.round((System.nanoTime() - began) / 1e8) / 10.0);
            return summary;
        }
    }

    /** Runs its job, and tells who wants to know what it reads and writes. */
    private void runTold(Stage stage, StageWork.Plan plan) throws Exception {
        if (settings.optional(Setting.LINEAGE_TO).isEmpty()) {
            jobs().run(stage.word(), plan.madeFrom(), fenced(plan.steps()));
            return;
        }
        Path landing = settings.optional(Setting.LANDING).map(Path::of).orElse(null);
        try (Lineage lineage = Lineage.to(settings.text(Setting.LINEAGE_TO), home, landing)) {
            Lineage.Call call = lineage.begin(stage);
            try {
                jobs().run(stage.word(), plan.madeFrom(), fenced(plan.steps()));
                call.done();
            } catch (Exception e) {
                call.failed(Failures.messageOf(e));
                throw e;
            }
        }
    }

    /** A step does not begin when the lock of all machines is lost: another may have taken it. */
    private List<BatchStep> fenced(List<BatchStep> steps) {
        return steps.stream()
                .map(step -> step instanceof BatchStep.Once once
                        ? new BatchStep.Once(once.name(), () -> {
                            repositoryLock.check();
                            once.body().run();
                        })
                        : step)
                .toList();
    }

    /** Takes words out of the job repository; returns how many of its rows had one. */
    long forget(Set<String> words) throws Exception {
        return words.isEmpty() ? 0 : jobs().forget(words);
    }

    private JobRunner jobs() throws Exception {
        JobRunner running = jobs;
        if (running == null) {
            running = JobRunner.open(Wiring.repository(settings), home.root().toString());
            jobs = running;
        }
        return running;
    }

    private void askToEnd() {
        JobRunner running = jobs;
        if (running != null) {
            running.stop();
        }
        spark.cancel();
    }

    @Override
    public void close() throws Exception {
        spark.close();
        JobRunner running = jobs;
        if (running != null) {
            running.close();
        }
        repositoryLock.close();
        lock.close();
        stop.close();
    }

    /** The first cause that tells a person something. */
    static Throwable cause(JobFailed failed) {
        Throwable cause = failed;
        while (cause.getCause() != null
                && (cause instanceof JobFailed || cause.getClass().getName().startsWith("org.springframework"))) {
            cause = cause.getCause();
        }
        return cause;
    }
}
