package equalities.operate;

import equalities.lake.Home;
import equalities.lake.HomeLock;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a home stands at an instant.
 *
 * @param home its folder
 * @param at the instant, ISO 8601, UTC
 * @param working who works in it now, in words, or null
 * @param ran the newest run of each command, back to the last that was all six stages
 * @param toDo the stages that have something new to do
 * @param returns what was expected and came, by period
 * @param held files with held rows, and files set aside, with the first fault of each and its mend
 */
public record HomeStatus(
        String home,
        String at,
        @Nullable String working,
        List<RunRecord> ran,
        List<String> toDo,
        Returns returns,
        List<? extends Map<String, ?>> held) {

    /** Looks at a home; what its warehouse says, the caller brings. */
    public static HomeStatus of(
            Home home, Instant at, List<String> toDo, Returns returns, List<? extends Map<String, ?>> held)
            throws IOException {
        String working = HomeLock.holder(home).orElse(null);
        return new HomeStatus(
                home.root().toString(),
                at.toString(),
                working,
                newest(RunDiary.read(home), working != null),
                toDo,
                returns,
                held);
    }

    private static List<RunRecord> newest(List<RunRecord> runs, boolean atWork) {
        Map<String, RunRecord> byCommand = new LinkedHashMap<>();
        for (RunRecord run : runs) {
            // Only the newest can be at work.
            boolean mayRun = atWork && byCommand.isEmpty();
            byCommand.putIfAbsent(run.command(), mayRun ? run : run.withoutProcess());
            if (run.command().equals("run")) {
                break;
            }
        }
        return List.copyOf(byCommand.values());
    }

    /** That the last run did not end, or not well; empty while one works. */
    public Optional<String> trouble() {
        if (working != null || ran.isEmpty()) {
            return Optional.empty();
        }
        return ran.get(0).open()
                ? Optional.of("The last run was cut off. Run it again: it continues where it stopped.")
                : Optional.ofNullable(ran.get(0).message()).map("The last run did not end well: "::concat);
    }

    /** What somebody should do now, the most urgent first; each ends with the command or the people it takes. */
    public List<String> next() {
        List<String> steps = new ArrayList<>();
        if (working != null) {
            steps.add("Wait: " + working + " works in this home.");
        }
        trouble().ifPresent(steps::add);
        if (working == null && (ran.isEmpty() && returns.periods().isEmpty() || !toDo.isEmpty())) {
            steps.add("Take in what is new: equalities run --landing L --home " + home);
        }
        if (!held.isEmpty()) {
            steps.add("Tell providers what to mend: equalities held --home " + home
                    + " --out FOLDER, and send each its own.");
        }
        if (!returns.silent().isEmpty()) {
            steps.add("Ask those who are silent for their returns.");
        }
        if (!returns.due().isEmpty()) {
            steps.add("Put register/providers.csv and sites.csv of the periods that are due into the landing area.");
        }
        return steps.isEmpty() ? List.of("Nothing: all is in, and taken in.") : steps;
    }
}
