package equalities.stage.standardise;

import equalities.record.FileStandardiser;
import equalities.record.FileStandardiser.Outcomes;
import equalities.record.PersonKey;
import equalities.record.Register;
import equalities.record.RowOutcome;
import equalities.record.Sheet;
import equalities.record.SourceFile;
import equalities.spec.Specification;
import equalities.stage.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Reads one sheet on an executor, row by row: a Spark row for each row of the sheet, with its outcome. */
final class ReadSheets implements FlatMapFunction<Task, Row> {
    private static final Logger LOG = LoggerFactory.getLogger(ReadSheets.class);
    private static final long serialVersionUID = 1;

    private final Broadcast<Specification> specification;
    private final Broadcast<PersonKey> key;
    private final int columns;
    private transient @Nullable FileStandardiser standardiser;
    private transient @Nullable Register register;

    ReadSheets(Broadcast<Specification> specification, Broadcast<PersonKey> key, int columns) {
        this.specification = specification;
        this.key = key;
        this.columns = columns;
    }

    @Override
    public Iterator<Row> call(Task task) throws IOException {
        SourceFile source = SourceFile.open(Path.of(task.file()), task.fileName());
        Sheet sheet = source.sheets().stream()
                .filter(s -> s.name().equals(task.recognised().sheet()))
                .findFirst()
                .orElseThrow();
        Outcomes outcomes =
                standardiser(task.register()).open(sheet, task.recognised(), task.provider(), task.period());
        SheetRows rows = new SheetRows(source, outcomes, new OutcomeRows(task, columns), task.submission());
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> rows.close());
        return rows;
    }

    /** One for all sheets of the same register: what it knows of every spelling takes longer to make than a short sheet to read. */
    private FileStandardiser standardiser(Register wanted) {
        FileStandardiser known = standardiser;
        if (known == null || !wanted.equals(register)) {
            known = new FileStandardiser(specification.value(), wanted, key.value());
            standardiser = known;
            register = wanted;
        }
        return known;
    }

    /** The rows while Spark takes them; the file is closed with the task, however that ends. */
    private static final class SheetRows implements Iterator<Row> {
        private final SourceFile source;
        private final Outcomes outcomes;
        private final OutcomeRows rows;
        private final String submission;
        private @Nullable RowOutcome next;
        private long read;

        SheetRows(SourceFile source, Outcomes outcomes, OutcomeRows rows, String submission) throws IOException {
            this.source = source;
            this.outcomes = outcomes;
            this.rows = rows;
            this.submission = submission;
            this.next = outcomes.next();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Row next() {
            RowOutcome now = next;
            if (now == null) {
                throw new NoSuchElementException();
            }
            try {
                next = outcomes.next();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            read++;
            return rows.of(now);
        }

        void close() {
            try (source) {
                outcomes.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            try (MDC.MDCCloseable stage = MDC.putCloseable("stage", Stage.STANDARDISE.word());
                    MDC.MDCCloseable inLog = MDC.putCloseable("submission", submission)) {
                LOG.info("read {} rows", read);
            }
        }
    }
}
