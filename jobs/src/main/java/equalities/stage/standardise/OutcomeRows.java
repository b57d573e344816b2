package equalities.stage.standardise;

import equalities.record.Reason;
import equalities.record.RowOutcome;
import equalities.record.RowReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Outcomes of rows as Spark rows of {@link SheetSchema}. */
final class OutcomeRows {
    private final Task task;
    private final int columns;
    private final int references;

    OutcomeRows(Task task, int columns) {
        this.task = task;
        this.columns = columns;
        this.references = RowReference.column(task.recognised().headings());
    }

    Row of(RowOutcome outcome) {
        if (outcome instanceof RowOutcome.Accepted accepted) {
            return row(outcome, "accepted", accepted.values(), accepted.warnings(), List.of(), workforce(accepted));
        }
        if (outcome instanceof RowOutcome.Held held) {
            List<String> cells = outcome.row().cells();
            return row(outcome, "held", nothing(), held.reasons(), cells, List.of());
        }
        String word = outcome instanceof RowOutcome.Blank ? "blank" : "repeated";
        return row(outcome, word, nothing(), List.of(), List.of(), List.of());
    }

    private List<@Nullable Object> nothing() {
        return Collections.nCopies(columns, null);
    }

    private Row row(
            RowOutcome outcome,
            String word,
            List<@Nullable Object> standard,
            List<Reason> reasons,
            List<String> cells,
            List<Row> workforce) {
        List<@Nullable Object> values = new ArrayList<>(columns + SheetSchema.WHERE_FROM.size() + 7);
        values.addAll(List.of(task.period(), task.provider(), task.submission(), task.version()));
        values.add(outcome.key());
        values.add(RowReference.in(outcome.row(), references));
        values.add(outcome.row().rowNumber());
        values.add(word);
        for (Object value : standard) {
            values.add(value instanceof List<?> list ? list.toArray(String[]::new) : value);
        }
        values.add(reasons.stream().map(OutcomeRows::reason).toArray(Row[]::new));
        values.add(cells.toArray(String[]::new));
        values.add(workforce.toArray(Row[]::new));
        return RowFactory.create(values.toArray());
    }

    private static List<Row> workforce(RowOutcome.Accepted accepted) {
        return accepted.workforce().entrySet().stream()
                .map(e -> RowFactory.create(
                        e.getKey().characteristic(), e.getKey().code(), e.getValue()))
                .toList();
    }

    private static Row reason(Reason r) {
        return RowFactory.create(
                r.sheet(), r.columnLetter(), r.heading(), r.rule(), r.severity().word(), r.message(), r.fix());
    }
}
