package equalities.cli;

import equalities.engine.batch.JobFailed;
import equalities.engine.batch.JobRunner;
import equalities.engine.spark.SparkEngine;
import equalities.lake.Home;
import equalities.lake.HomeLock;
import equalities.operate.Lineage;
import equalities.stage.Stage;
import equalities.stage.StageWork;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final SparkEngine spark;
    private final StopSignal stop;
    private volatile @Nullable JobRunner jobs;

    /** What stages told, and whether any of them had something to do. */
    record Outcome(Map<String, Object> stages, boolean nothingNew) {}

    private Pipeline(Settings settings, ProgressLine progress, Home home, HomeLock lock, SparkEngine spark) {
        this.settings = settings;
        this.progress = progress;
        this.home = home;
        this.lock = lock;
        this.spark = spark;
        this.stop = StopSignal.listen(this::askToEnd, settings.seconds(Setting.STOP_SECONDS));
    }

    /** Prepares the home and takes its lock. */
    static Pipeline open(Settings settings, ProgressLine progress) throws Exception {
        Home home = new Home(settings.home());
        home.prepare();
        HomeLock lock = HomeLock.take(home);
        return new Pipeline(settings, progress, home, lock, Wiring.spark(settings, home));
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
        for (Stage stage : stages) {
            if (stop.given()) {
                throw new Stopped();
            }
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
            jobs().run(stage.word(), plan.madeFrom(), plan.steps());
            return;
        }
        Path landing = settings.optional(Setting.LANDING).map(Path::of).orElse(null);
        try (Lineage lineage = Lineage.to(settings.text(Setting.LINEAGE_TO), home, landing)) {
            Lineage.Call call = lineage.begin(stage);
            try {
                jobs().run(stage.word(), plan.madeFrom(), plan.steps());
                call.done();
            } catch (Exception e) {
                call.failed(Failures.messageOf(e));
                throw e;
            }
        }
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
