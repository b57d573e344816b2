package equalities.stage.standardise;

import java.io.Serializable;

/**
 * How many rows of one sheet had one outcome.
 *
 * @param submission its identity, {@link equalities.lake.ReceivedFile#identity}
 * @param outcome accepted, held, repeated or blank
 */
record RowCount(String submission, String outcome, long rows) implements Serializable {
    RowCount(Task task, String outcome, long rows) {
        this(task.period() + "/" + task.provider() + "/" + task.submission(), outcome, rows);
    }
}
