package equalities.stage.standardise;

import equalities.lake.ReceivedFiles;
import equalities.record.FileStandardiser;
import equalities.record.FileStandardiser.Outcomes;
import equalities.record.Register;
import equalities.record.RowOutcome;
import equalities.record.RowReference;
import equalities.record.Sheet;
import equalities.record.SourceFile;
import equalities.record.UnreadableFile;
import equalities.record.WatchedOutcomes;
import equalities.record.bytes.FileBytes;
import equalities.spec.Specification;
import equalities.stage.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Reads some sheets of one layout on an executor, row by row, and writes what becomes of them; returns how many rows had which outcome, and
 * which submissions cannot be taken.
 */
final class ReadSheets implements Function2<Integer, Iterator<Task>, Iterator<SheetRead>> {
    private static final Logger LOG = LoggerFactory.getLogger(ReadSheets.class);
    private static final long serialVersionUID = 4;

    private final Broadcast<Specification> specification;
    private final Broadcast<Secrets> secrets;
    private final RowTables tables;
    private transient @Nullable FileStandardiser standardiser;
    private transient @Nullable Register register;

    ReadSheets(Broadcast<Specification> specification, Broadcast<Secrets> secrets, RowTables tables) {
        this.specification = specification;
        this.secrets = secrets;
        this.tables = tables;
    }

    @Override
    public Iterator<SheetRead> call(Integer part, Iterator<Task> tasks) throws IOException {
        List<SheetRead> told = new ArrayList<>();
        TaskContext context = TaskContext.get();
        String name = "%s-%05d".formatted(tables.layout(), part);
        try (PartWriter writer =
                new PartWriter(tables, name, String.valueOf(context.taskAttemptId()), secrets.value())) {
            while (tasks.hasNext()) {
                Task task = tasks.next();
                try {
                    read(task, writer, context)
                            .forEach((word, rows) -> told.add(new RowCount(task.identity(), word, rows)));
                } catch (UnreadableFile e) {
                    bytes(task).readToEnd(); // Where they cannot be read, it is the disk.
                    told.add(new SheetRefused(task.identity(), e.reason(), e.fix()));
                }
            }
            writer.complete();
        }
        return told.iterator();
    }

    private Map<String, Long> read(Task task, PartWriter writer, TaskContext context) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        int references = RowReference.column(task.recognised().headings());
        WatchedOutcomes outcomes = WatchedOutcomes.of(() -> open(task), task.limit());
        try (outcomes) {
            for (RowOutcome row = outcomes.next(); row != null; row = outcomes.next()) {
                counts.merge(writer.add(task, references, row), 1L, Long::sum);
                if (context.isInterrupted()) {
                    throw new TaskKilledException("the run was ended");
                }
            }
        } finally {
            standardiser = outcomes.isEnded() ? standardiser : null; // A thread that goes on has it.
        }
        told(task, counts);
        return counts;
    }

    private Outcomes open(Task task) throws IOException {
        SourceFile source = SourceFile.open(bytes(task), task.fileName());
        Outcomes outcomes;
        try {
            outcomes = standardiser(task.register())
                    .open(sheet(source, task), task.recognised(), task.provider(), task.period());
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
        return new Outcomes() {
            @Override
            public @Nullable RowOutcome next() throws IOException {
                return outcomes.next();
            }

            @Override
            public void close() throws IOException {
                try (source) {
                    outcomes.close();
                }
            }
        };
    }

    private FileBytes bytes(Task task) {
        ReceivedFiles received = secrets.value().received();
        return FileBytes.of(received.plainFile(task.submission()), () -> received.open(task.submission()));
    }

    private static Sheet sheet(SourceFile source, Task task) throws IOException {
        return source.sheets().stream()
                .filter(s -> s.name().equals(task.recognised().sheet()))
                .findFirst()
                .orElseThrow();
    }

    /** One for all sheets of the same register: what it knows of every spelling takes longer to make than a short sheet to read. */
    private FileStandardiser standardiser(Register wanted) {
        FileStandardiser known = standardiser;
        if (known == null || !wanted.equals(register)) {
            known = new FileStandardiser(
                    specification.value(), wanted, secrets.value().person());
            standardiser = known;
            register = wanted;
        }
        return known;
    }

    private static void told(Task task, Map<String, Long> counts) {
        try (MDC.MDCCloseable stage = MDC.putCloseable("stage", Stage.STANDARDISE.word());
                MDC.MDCCloseable inLog = MDC.putCloseable("submission", task.submission())) {
            LOG.info(
                    "read {} rows",
                    counts.values().stream().mapToLong(Long::longValue).sum());
        }
    }
}
