package equalities.cli;

import equalities.operate.HomeStatus;
import equalities.operate.StatusScreen;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What ran, what came, what is due, who is silent, what is held and what to do next: one screen. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows what ran, what came, what is due, who is silent, what is held and what to do next.")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws Exception {
        Settings settings = common.settings();
        HomeStatus status = Watching.status(settings, ToDo.stages(settings, WarehouseKey.home(settings)));
        if (common.json) {
            System.out.println(Summaries.json(all(status)));
        } else {
            StatusScreen.lines(status).forEach(System.out::println);
            System.out.println(Summaries.json(counts(status)));
        }
        return ExitCode.DONE.number();
    }

    private static Map<String, Object> head(HomeStatus status) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("command", "status");
        summary.put("status", ExitCode.DONE.word());
        summary.put("exit", ExitCode.DONE.number());
        summary.put("home", status.home());
        summary.put("at", status.at());
        return summary;
    }

    private static Map<String, Object> counts(HomeStatus status) {
        Map<String, Object> summary = head(status);
        summary.put("to_do", status.toDo().size());
        summary.put("due", status.returns().due().size());
        summary.put("silent", status.returns().silent().size());
        summary.put("held", status.held().size());
        return summary;
    }

    private static Map<String, Object> all(HomeStatus status) {
        Map<String, Object> summary = head(status);
        if (status.working() != null) {
            summary.put("working", status.working());
        }
        summary.put("ran", status.ran());
        summary.put("to_do", status.toDo());
        summary.put("returns", status.returns());
        summary.put("held", status.held());
        summary.put("next", status.next());
        return summary;
    }
}
