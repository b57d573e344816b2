package equalities.stage.standardise;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import equalities.engine.spark.SparkTypes;
import equalities.lake.ReceivedFile;
import equalities.record.PersonKey;
import equalities.record.Register;
import equalities.spec.Layout;
import equalities.spec.Specification;
import equalities.spec.StandardColumns;
import equalities.spec.StandardColumns.StandardColumn;
import equalities.spec.Table;
import equalities.stage.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import scala.jdk.javaapi.CollectionConverters;

/** Writes the standard and held zones: accepted rows by layout, reasons, raw cells of held rows, the ledger, registers. */
final class StandardTables {
    private static final List<String> SUBMISSION = List.of("period", "provider_code", "submission_id");

    private final SparkSession session;
    private final JavaSparkContext context;
    private final Specification specification;
    private final PersonKey key;
    private final Path standard;
    private final Path held;
    private final Progress progress;

    StandardTables(
            SparkSession session,
            Specification specification,
            PersonKey key,
            Path standard,
            Path held,
            Progress progress) {
        this.session = session;
        this.context = new JavaSparkContext(session.sparkContext());
        this.specification = specification;
        this.key = key;
        this.standard = standard;
        this.held = held;
        this.progress = progress;
    }

    void write(List<ReceivedFile> files, Tasks tasks, Map<String, Register> registers) {
        Map<Layout, List<Task>> byLayout = tasks.tasks().stream()
                .collect(Collectors.groupingBy(t -> t.recognised().layout(), LinkedHashMap::new, Collectors.toList()));
        RowCounts counts = new RowCounts();
        List<Dataset<Row>> sheets = new ArrayList<>();
        for (Map.Entry<Layout, List<Task>> entry : byLayout.entrySet()) {
            Dataset<Row> rows = read(entry.getKey(), entry.getValue());
            counts.add(rows);
            saveAccepted(rows, entry.getKey());
            sheets.add(beside(rows, entry.getKey()));
            progress.at("returns standardised", sheets.size(), byLayout.size());
        }
        if (!sheets.isEmpty()) {
            saveBeside(sheets.stream().reduce(Dataset::unionByName).orElseThrow(), files);
        }
        saveRows("submission", new SubmissionLedger(specification, tasks, counts).rows(files));
        RegisterTables register = new RegisterTables(specification, registers);
        saveRows("provider", register.providers());
        saveRows("site", register.sites());
        session.catalog().clearCache();
    }

    private Dataset<Row> read(Layout layout, List<Task> tasks) {
        List<StandardColumn> columns = StandardColumns.of(layout, specification);
        Broadcast<Specification> spec = context.broadcast(specification);
        Broadcast<PersonKey> secret = context.broadcast(key);
        int slices = Math.min(tasks.size(), 4 * context.defaultParallelism());
        var rows = context.parallelize(tasks, slices).flatMap(new ReadSheets(spec, secret, columns.size()));
        return session.createDataFrame(rows, SheetSchema.of(columns)).persist(StorageLevel.MEMORY_AND_DISK());
    }

    private void saveAccepted(Dataset<Row> rows, Layout layout) {
        Dataset<Row> accepted =
                rows.filter(col("_outcome").equalTo("accepted")).drop("_outcome", "_reasons", "_cells", "_workforce");
        save(accepted, standard.resolve(layout.returnName() + "." + layout.name()));
    }

    /** What a row has beside its values, in the same columns for every layout. */
    private static Dataset<Row> beside(Dataset<Row> rows, Layout layout) {
        return rows.select(named(
                                SUBMISSION,
                                "version",
                                "row_key",
                                "mends",
                                "row_number",
                                "_outcome",
                                "_reasons",
                                "_cells",
                                "_workforce")
                        .toArray(Column[]::new))
                .withColumn("return", lit(layout.returnName()));
    }

    private void saveBeside(Dataset<Row> rows, List<ReceivedFile> files) {
        Dataset<Row> reasons = rows.withColumn("r", explode(col("_reasons")))
                .select(Stream.concat(
                                named(SUBMISSION, "row_number", "return").stream(),
                                SheetSchema.REASON.stream().map(r -> col("r." + r)))
                        .toArray(Column[]::new));
        save(
                reasons.join(
                        fileNames(files),
                        CollectionConverters.asScala(SUBMISSION).toSeq(),
                        "left"),
                standard.resolve("held_row"));
        save(
                rows.filter(col("_outcome").equalTo("held"))
                        .withColumn("sheet", col("_reasons").getItem(0).getField("sheet"))
                        .select(named(SUBMISSION, "version", "return", "sheet", "row_number", "row_key", "mends")
                                .toArray(Column[]::new)),
                standard.resolve("held_key"));
        save(
                rows.filter(col("_outcome").equalTo("held"))
                        .withColumnRenamed("_cells", "cells")
                        .select(named(SUBMISSION, "row_number", "cells").toArray(Column[]::new)),
                held.resolve("held_cell"));
        save(
                rows.filter(col("_outcome").equalTo("accepted"))
                        .withColumn("w", explode(col("_workforce")))
                        .select(named(SUBMISSION, "row_number", "w.characteristic", "w.code", "w.count")
                                .toArray(Column[]::new)),
                standard.resolve("workforce"));
    }

    private static List<Column> named(List<String> first, String... more) {
        return Stream.concat(first.stream(), Arrays.stream(more))
                .map(org.apache.spark.sql.functions::col)
                .toList();
    }

    private Dataset<Row> fileNames(List<ReceivedFile> files) {
        StructType schema = new StructType();
        for (String column : List.of("submission_id", "period", "provider_code", "file_name")) {
            schema = schema.add(column, "string");
        }
        return session.createDataFrame(
                files.stream()
                        .map(f -> org.apache.spark.sql.RowFactory.create(
                                f.sha256(), f.period(), f.provider(), f.fileName()))
                        .toList(),
                schema);
    }

    private void saveRows(String table, List<Row> rows) {
        StructType schema = new StructType();
        for (Table.Column column : specification.table(table).columns()) {
            schema = schema.add(column.name(), SparkTypes.of(column.type()));
        }
        save(session.createDataFrame(rows, schema).coalesce(1), standard.resolve(table));
    }

    private static void save(Dataset<Row> rows, Path folder) {
        rows.write().mode("overwrite").parquet(folder.toString());
    }
}
