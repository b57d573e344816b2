package equalities.cli;

import equalities.engine.spark.SparkEngine;
import equalities.lake.Home;
import equalities.stage.Stage;
import equalities.stage.StageWork;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says what a run would receive, and writes nothing. */
final class DryRun {
    private DryRun() {}

    static ExitCode tell(Settings settings) throws Exception {
        Home home = WarehouseKey.home(settings);
        try (SparkEngine neverStarted = new SparkEngine("local", home.state(), java.util.List.of(), Map.of())) {
            StageWork.Plan plan = Wiring.toAsk(settings, home, neverStarted)
                    .work(Stage.RECEIVE)
                    .plan();
            ExitCode code = plan.nothingNew() ? ExitCode.NOTHING_NEW : ExitCode.DONE;
            Map<String, Object> summary = new LinkedHashMap<>();
            summary.put("command", "run --dry-run");
            summary.put("status", code.word());
            summary.put("exit", code.number());
            summary.put("would receive", plan.summary().tell());
            System.out.println(Summaries.json(summary));
            return code;
        }
    }
}
