package equalities.operate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of a command that runs stages.
 *
 * @param command such as {@code run} or {@code standardise}
 * @param status a word for the exit code, {@link #RUNNING} or {@link #CUT_OFF}
 * @param exit the exit code; 0 while it runs
 * @param began ISO 8601, UTC
 * @param ended ISO 8601, UTC; null while it runs, and for ever when its process was killed
 * @param message why it did not end well, or null
 * @param stages stage to what it told: counts, and {@code seconds}; or that it had nothing new
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunRecord(
        String command,
        String status,
        int exit,
        String began,
        @Nullable String ended,
        @Nullable String message,
        Map<String, Object> stages) {
    /** The status of a run that has not ended. */
    public static final String RUNNING = "running";

    /** The status of a run that never ended, and whose process is gone. */
    public static final String CUT_OFF = "cut off";

    static RunRecord begun(String command, String began) {
        return new RunRecord(command, RUNNING, 0, began, null, null, Map.of());
    }

    RunRecord ended(String newStatus, int newExit, String at, @Nullable String why, Map<String, Object> told) {
        return new RunRecord(command, newStatus, newExit, began, at, why, told);
    }

    /** As it is known to whoever sees that nobody works in the home: what has not ended never will. */
    RunRecord withoutProcess() {
        return open() ? new RunRecord(command, CUT_OFF, exit, began, null, message, stages) : this;
    }

    /** Whether it has not ended, or never will. */
    public boolean open() {
        return ended == null;
    }
}
