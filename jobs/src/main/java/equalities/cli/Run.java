package equalities.cli;

import equalities.erasure.Erasure;
import equalities.lake.Home;
import equalities.operate.RunDiary;
import equalities.stage.Stage;
import equalities.stage.StageRefused;
import equalities.stage.receive.LandingArea;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One call of a command that runs stages: progress, the summary and the exit code. */
final class Run {
    private final String command;
    private final Settings settings;
    private final boolean json;
    private final boolean strict;
    private final boolean again;

    Run(String command, Settings settings, boolean json, boolean strict) {
        this(command, settings, json, strict, false);
    }

    private Run(String command, Settings settings, boolean json, boolean strict, boolean again) {
        this.command = command;
        this.settings = settings;
        this.json = json;
        this.strict = strict;
        this.again = again;
    }

    /** The same, that makes its stages anew though nothing is new. */
    Run again() {
        return new Run(command, settings, json, strict, true);
    }

    /** Runs the stages and prints the summary as the last line. */
    ExitCode stages(List<Stage> stages, boolean tellHeadlines) throws Exception {
        if (Erasure.isUnderWay(new Home(settings.home()))) {
            throw new StageRefused("An erasure was cut off in this home. Run 'equalities erase' again as it was run, so"
                    + " that it ends; then run this.");
        }
        if (stages.contains(Stage.RECEIVE)) {
            // Refuses before anything is made in the home.
            LandingArea landing = Wiring.landing(settings);
            refuseAnotherFolder(landing, settings.text(Setting.LANDING));
            landing.missing().ifPresent(Run::tellMissing);
        }
        long began = System.nanoTime();
        System.setProperty(
                "equalities.log",
                settings.home().resolve("state/equalities.log").toString());
        System.setProperty("equalities.log.format", settings.text(Setting.LOG_FORMAT));
        Warehouse warehouse = new Warehouse(settings);
        Pipeline.Outcome outcome;
        ExitCode code;
        try (Pipeline pipeline = Pipeline.open(settings, ProgressLine.of(json))) {
            AuditTrail trail = AuditTrail.begin(settings, command, Map.of());
            RunDiary diary = RunDiary.begin(new Home(settings.home()), command, Clock.systemUTC());
            try {
                if (again) {
                    pipeline.forget(stages);
                }
                outcome = pipeline.run(stages);
                code = code(outcome, warehouse);
            } catch (Exception e) {
                ExitCode why = Failures.codeOf(e);
                diary.end(why.word(), why.number(), Failures.messageOf(e), Map.of());
                throw trail.ended(why, e);
            }
            diary.end(code.word(), code.number(), null, outcome.stages());
            trail.endOfRun(code, Map.of());
        } finally {
            Watching.tell(settings);
        }
        if (tellHeadlines && !json) {
            warehouse.headlines().forEach(System.out::println);
        }
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("command", command);
        summary.put("status", code.word());
        summary.put("exit", code.number());
        summary.put("seconds", Math.round((System.nanoTime() - began) / 1e8) / 10.0);
        settings.optional(Setting.PERIOD).ifPresent(period -> summary.put("period", period));
        summary.put("home", settings.home().toString());
        summary.put("stages", outcome.stages());
        summary.putAll(warehouse.ledgerTotals());
        if (stages.contains(Stage.CONSOLIDATE)) {
            summary.put("to_mend", warehouse.toMend());
        }
        System.out.println(Summaries.json(summary));
        return code;
    }

    private static void refuseAnotherFolder(LandingArea landing, String given) throws IOException {
        Optional<Path> meant = landing.meant();
        if (meant.isPresent()) {
            throw new UsageException("No folder of " + given
                    + " is named after a period, such as 2025-26-Q1, so that none of"
                    + " its files could be told apart. You may mean --landing " + meant.get() + ", which has some.");
        }
    }

    private static void tellMissing(Path folder) {
        System.err.println("Nothing of the period has landed: there is no folder " + folder + ".");
    }

    private ExitCode code(Pipeline.Outcome outcome, Warehouse warehouse) throws IOException {
        if (strict && warehouse.held() > 0) {
            return ExitCode.REFUSED;
        }
        return outcome.nothingNew() ? ExitCode.NOTHING_NEW : ExitCode.DONE;
    }
}
