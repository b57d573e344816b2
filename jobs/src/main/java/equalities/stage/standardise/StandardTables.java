package equalities.stage.standardise;

import equalities.engine.parquet.RowFile;
import equalities.engine.parquet.RowFiles;
import equalities.engine.parquet.RowTable;
import equalities.lake.ReceivedFile;
import equalities.lake.ZoneFiles;
import equalities.record.Register;
import equalities.spec.Layout;
import equalities.spec.Specification;
import equalities.stage.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;

/** Writes the standard and held zones: accepted rows by layout, reasons, raw cells of held rows, the ledger, registers. */
final class StandardTables {
    private final JavaSparkContext context;
    private final Broadcast<Specification> known;
    private final Broadcast<Secrets> secrets;
    private final Secrets zones;
    private final Specification specification;
    private final Path standard;
    private final Path held;
    private final Progress progress;

    StandardTables(
            JavaSparkContext context,
            Specification specification,
            Secrets secrets,
            Path standard,
            Path held,
            Progress progress) {
        this.context = context;
        this.known = context.broadcast(specification);
        this.secrets = context.broadcast(secrets);
        this.zones = secrets;
        this.specification = specification;
        this.standard = standard;
        this.held = held;
        this.progress = progress;
    }

    /** Returns the submissions that have to be set aside; when there are any, what was written is none of the tables. */
    List<SheetRefused> write(List<ReceivedFile> files, Tasks tasks, Map<String, Register> registers)
            throws IOException {
        Map<Layout, List<Task>> byLayout = tasks.tasks().stream()
                .collect(Collectors.groupingBy(t -> t.recognised().layout(), LinkedHashMap::new, Collectors.toList()));
        RowCounts counts = new RowCounts();
        List<SheetRefused> refused = new ArrayList<>();
        Map<RowTable, ZoneFiles> written = new LinkedHashMap<>();
        int done = 0;
        for (Map.Entry<Layout, List<Task>> entry : byLayout.entrySet()) {
            RowTables tables = RowTables.of(entry.getKey(), specification, standard, held);
            for (SheetRead told : read(tables, entry.getValue())) {
                if (told instanceof RowCount count) {
                    counts.add(count);
                } else if (told instanceof SheetRefused sheet) {
                    refused.add(sheet);
                }
            }
            tables.all().forEach(table -> written.put(table, tables.filesOf(table, zones)));
            progress.at("returns standardised", ++done, byLayout.size());
        }
        if (!refused.isEmpty()) {
            return refused;
        }
        for (Map.Entry<RowTable, ZoneFiles> table : written.entrySet()) {
            finish(table.getKey(), table.getValue());
        }
        writeRows("submission", new SubmissionLedger(specification, tasks, counts).rows(files));
        RegisterTables register = new RegisterTables(specification, registers);
        writeRows("provider", register.providers());
        writeRows("site", register.sites());
        return refused;
    }

    /** One pass from the bytes of a sheet to Parquet: rows go through no other hands, and nothing is shuffled. */
    private List<SheetRead> read(RowTables tables, List<Task> tasks) {
        int slices = Math.min(tasks.size(), 4 * context.defaultParallelism());
        return context.parallelize(tasks, slices)
                .mapPartitionsWithIndex(new ReadSheets(known, secrets, tables), true)
                .collect();
    }

    /** A table without rows has a file, too: its readers find its columns. */
    private static void finish(RowTable table, ZoneFiles files) throws IOException {
        Path folder = Files.createDirectories(Path.of(table.folder()));
        RowFiles.clear(folder);
        if (isEmpty(folder)) {
            write(table, files, List.of());
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private void writeRows(String table, List<@Nullable Object[]> rows) throws IOException {
        write(RowTable.of(specification.table(table), standard), zones.standard(), rows);
    }

    private static void write(RowTable table, ZoneFiles files, List<@Nullable Object[]> rows) throws IOException {
        try (RowFile file = new RowFile(table, "all", "", files)) {
            for (@Nullable Object[] row : rows) {
                file.write(row);
            }
            file.complete();
        }
    }
}
