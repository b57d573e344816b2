package equalities.stage.standardise;

import equalities.record.Reason;
import equalities.record.RowOutcome;
import equalities.record.RowReference;
import equalities.stage.standardise.RowTables.RowTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what becomes of the rows of some sheets of one layout, in one pass: a file for each table that gets rows. */
final class PartWriter implements AutoCloseable {
    private final RowTables tables;
    private final String part;
    private final String attempt;
    private final Map<RowTable, RowFile> files = new IdentityHashMap<>();

    /**
     * @param part names the files: the same for the same sheets
     * @param attempt another for each time that these are read
     */
    PartWriter(RowTables tables, String part, String attempt) {
        this.tables = tables;
        this.part = part;
        this.attempt = attempt;
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
        List<@Nullable Object> values = new ArrayList<>(
                Arrays.asList(task.period(), task.provider(), task.submission(), task.version(), row.key()));
        values.add(RowReference.in(row.row(), references));
        values.add(row.row().rowNumber());
        values.addAll(row.values());
        file(tables.accepted()).write(values.toArray());
        for (var count : row.workforce().entrySet()) {
            file(tables.workforce())
                    .write(
                            task.period(),
                            task.provider(),
                            task.submission(),
                            row.row().rowNumber(),
                            count.getKey().characteristic(),
                            count.getKey().code(),
                            count.getValue());
        }
    }

    private void held(Task task, int references, RowOutcome.Held row) throws IOException {
        file(tables.heldKey())
                .write(
                        task.period(),
                        task.provider(),
                        task.submission(),
                        task.version(),
                        task.recognised().layout().returnName(),
                        row.reasons().get(0).sheet(),
                        row.row().rowNumber(),
                        row.key(),
                        RowReference.in(row.row(), references));
        file(tables.heldCell())
                .write(
                        task.period(),
                        task.provider(),
                        task.submission(),
                        row.row().rowNumber(),
                        row.row().cells());
    }

    private void reasons(Task task, RowOutcome outcome, List<Reason> reasons) throws IOException {
        for (Reason reason : reasons) {
            file(tables.reason())
                    .write(
                            task.period(),
                            task.provider(),
                            task.submission(),
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

    private RowFile file(RowTable table) throws IOException {
        RowFile open = files.get(table);
        if (open == null) {
            open = new RowFile(table, part, attempt);
            files.put(table, open);
        }
        return open;
    }

    /** Puts all files in their places. */
    void complete() throws IOException {
        for (RowFile file : files.values()) {
            file.complete();
        }
    }

    @Override
    public void close() throws IOException {
        for (RowFile file : files.values()) {
            file.close();
        }
    }
}
