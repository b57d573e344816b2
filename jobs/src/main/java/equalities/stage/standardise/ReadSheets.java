package equalities.stage.standardise;

import equalities.record.FileStandardiser;
import equalities.record.PersonKey;
import equalities.record.Reason;
import equalities.record.RowOutcome;
import equalities.record.Sheet;
import equalities.record.SourceFile;
import equalities.spec.Specification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Reads one sheet on an executor: a Spark row for each row of the sheet, with its outcome. */
final class ReadSheets implements FlatMapFunction<Task, Row> {
    private static final long serialVersionUID = 1;

    private final Broadcast<Specification> specification;
    private final Broadcast<PersonKey> key;
    private final int columns;

    ReadSheets(Broadcast<Specification> specification, Broadcast<PersonKey> key, int columns) {
        this.specification = specification;
        this.key = key;
        this.columns = columns;
    }

    @Override
    public Iterator<Row> call(Task task) throws IOException {
        List<Row> rows = new ArrayList<>();
        FileStandardiser standardiser = new FileStandardiser(specification.value(), task.register(), key.value());
        try (SourceFile source = SourceFile.open(Path.of(task.file()), task.fileName())) {
            for (Sheet sheet : source.sheets()) {
                if (sheet.name().equals(task.recognised().sheet())) {
                    standardiser.read(
                            sheet, task.recognised(), task.provider(), task.period(), o -> rows.add(row(task, o)));
                }
            }
        }
        return rows.iterator();
    }

    private Row row(Task task, RowOutcome outcome) {
        List<@Nullable Object> values = new ArrayList<>();
        values.addAll(List.of(task.period(), task.provider(), task.submission(), task.receivedAt()));
        values.add(outcome.row().rowNumber());
        if (outcome instanceof RowOutcome.Accepted accepted) {
            add(values, "accepted", accepted.values(), accepted.warnings(), List.of(), workforce(accepted));
        } else if (outcome instanceof RowOutcome.Held held) {
            add(values, "held", nothing(), held.reasons(), outcome.row().cells(), List.of());
        } else {
            String what = outcome instanceof RowOutcome.Blank ? "blank" : "repeated";
            add(values, what, nothing(), List.of(), List.of(), List.of());
        }
        return RowFactory.create(values.toArray());
    }

    private List<@Nullable Object> nothing() {
        return java.util.Collections.nCopies(columns, null);
    }

    private static List<Row> workforce(RowOutcome.Accepted accepted) {
        return accepted.workforce().entrySet().stream()
                .map(e -> RowFactory.create(
                        e.getKey().characteristic(), e.getKey().code(), e.getValue()))
                .toList();
    }

    private static void add(
            List<@Nullable Object> values,
            String outcome,
            List<@Nullable Object> standard,
            List<Reason> reasons,
            List<String> cells,
            List<Row> workforce) {
        values.add(outcome);
        for (Object value : standard) {
            values.add(value instanceof List<?> list ? list.toArray(String[]::new) : value);
        }
        values.add(reasons.stream().map(ReadSheets::reason).toArray(Row[]::new));
        values.add(cells.toArray(String[]::new));
        values.add(workforce.toArray(Row[]::new));
    }

    private static Row reason(Reason r) {
        return RowFactory.create(
                r.sheet(), r.columnLetter(), r.heading(), r.rule(), r.severity().word(), r.message(), r.fix());
    }
}
