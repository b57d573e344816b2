package equalities.stage.standardise;

import equalities.engine.parquet.RowFiles;
import equalities.engine.parquet.RowTable;
import equalities.record.Reason;
import equalities.record.RowOutcome;
import equalities.record.RowReference;
import equalities.spec.Field.Workforce;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what becomes of the rows of some sheets of one layout, in one pass: a file for each table that gets rows. */
final class PartWriter implements AutoCloseable {
    private final RowTables tables;
    private final Secrets secrets;
    private final RowFiles files;

    /**
     * @param part names the files: the same for the same sheets
     * @param attempt another for each time that these are read
     * @param secrets how files of both zones are created
     */
    PartWriter(RowTables tables, String part, String attempt, Secrets secrets) {
        this.tables = tables;
        this.secrets = secrets;
        this.files = new RowFiles(part, attempt);
    }

    /** Returns the outcome's word. */
    String add(Task task, int references, RowOutcome outcome) throws IOException {
        if (outcome instanceof RowOutcome.Accepted accepted) {
            accepted(task, references, accepted);
            reasons(task, accepted, accepted.warnings());
            return "accepted";
        } else if (outcome instanceof RowOutcome.Held held) {
            held(task, references, held);
            reasons(task, held, held.reasons());
            return "held";
        }
        return outcome instanceof RowOutcome.Blank ? "blank" : "repeated";
    }

    private void accepted(Task task, int references, RowOutcome.Accepted row) throws IOException {
        long number = row.row().rowNumber();
        List<@Nullable Object> values = new ArrayList<>(
                Arrays.asList(task.version(), row.key(), RowReference.in(row.row(), references), number));
        values.addAll(row.values());
        write(tables.accepted(), task, values.toArray());
        for (var count : row.workforce().entrySet()) {
            Workforce staff = count.getKey();
            write(tables.workforce(), task, number, staff.characteristic(), staff.code(), count.getValue());
        }
    }

    private void held(Task task, int references, RowOutcome.Held row) throws IOException {
        long number = row.row().rowNumber();
        write(
                tables.heldKey(),
                task,
                task.version(),
                task.recognised().layout().returnName(),
                row.reasons().get(0).sheet(),
                number,
                row.key(),
                RowReference.in(row.row(), references));
        write(tables.heldCell(), task, number, row.row().cells());
    }

    private void reasons(Task task, RowOutcome outcome, List<Reason> reasons) throws IOException {
        for (Reason reason : reasons) {
            write(
                    tables.reason(),
                    task,
                    outcome.row().rowNumber(),
                    task.recognised().layout().returnName(),
                    reason.sheet(),
                    reason.columnLetter(),
                    reason.heading(),
                    reason.rule(),
                    reason.severity().word(),
                    reason.message(),
                    reason.fix(),
                    task.fileName());
        }
    }

    /** @param values those behind the columns that name the submission */
    private void write(RowTable table, Task task, @Nullable Object... values) throws IOException {
        @Nullable Object[] row = new Object[3 + values.length];
        row[0] = task.period();
        row[1] = task.provider();
        row[2] = task.submission();
        System.arraycopy(values, 0, row, 3, values.length);
        files.of(table, tables.filesOf(table, secrets)).write(row);
    }

    /** Puts all files in their places. */
    void complete() throws IOException {
        files.complete();
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
