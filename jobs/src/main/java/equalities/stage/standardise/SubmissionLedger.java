package equalities.stage.standardise;

import equalities.lake.ReceivedFile;
import equalities.spec.Field;
import equalities.spec.Layout;
import equalities.spec.Specification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table {@code submission}: every file received, what it was read as, and what became of its rows. */
final class SubmissionLedger {
    private final Specification specification;
    private final RowCounts counts;
    private final Tasks tasks;
    private final Map<String, List<Task>> sheets;
    private final Map<String, ReceivedFile> setAside;

    SubmissionLedger(Specification specification, Tasks tasks, RowCounts counts) {
        this.specification = specification;
        this.counts = counts;
        this.tasks = tasks;
        this.sheets = tasks.tasks().stream().collect(Collectors.groupingBy(Task::identity));
        this.setAside =
                tasks.setAside().stream().collect(Collectors.toMap(ReceivedFile::identity, f -> f, (a, b) -> a));
    }

    List<@Nullable Object[]> rows(List<ReceivedFile> files) {
        return files.stream()
                .map(f -> submission(
                        setAside.getOrDefault(f.identity(), f), sheets.getOrDefault(f.identity(), List.of())))
                .toList();
    }

    private @Nullable Object[] submission(ReceivedFile file, List<Task> read) {
        long held = counts.of(file, "held");
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("submission_id", file.sha256());
        row.put("period", file.period());
        row.put("provider_code", file.provider());
        row.put("file_name", file.fileName());
        row.put("return", names(read, Layout::returnName));
        row.put("layout", names(read, Layout::name));
        row.put("received_at", file.receivedAt());
        row.put("modified_at", file.modifiedAt());
        row.put("rows_seen", counts.all(file));
        row.put("rows_accepted", counts.of(file, "accepted"));
        row.put("rows_held", held);
        row.put("rows_mended", 0L);
        row.put("rows_repeated", counts.of(file, "repeated"));
        row.put("rows_superseded", 0L);
        row.put("rows_blank", counts.of(file, "blank"));
        row.put("rows_erased", file.erased() == null ? 0L : file.erased().rows());
        row.put("status", file.reason() != null ? "set aside" : held > 0 ? "partly held" : "accepted");
        row.put("reason", file.reason());
        row.put("fix", file.fix());
        row.put("sheets_not_read", tasks.notRead(file));
        row.put(
                "not_collected",
                read.stream()
                        .flatMap(SubmissionLedger::notCollected)
                        .distinct()
                        .sorted()
                        .toList());
        return specification.table("submission").row(row);
    }

    private static @Nullable String names(List<Task> sheets, Function<Layout, String> name) {
        return sheets.isEmpty()
                ? null
                : sheets.stream()
                        .map(t -> name.apply(t.recognised().layout()))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" + "));
    }

    /** The characteristics whose question is in the layout and not in the file. */
    private static Stream<String> notCollected(Task task) {
        Set<String> asked = characteristics(task.recognised().columns().keySet().stream());
        return characteristics(task.recognised().layout().fields().stream()).stream()
                .filter(c -> !asked.contains(c));
    }

    private static Set<String> characteristics(Stream<Field> fields) {
        return fields.map(Field::characteristic).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
