package equalities.stage.standardise;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import equalities.engine.spark.SparkTypes;
import equalities.lake.ReceivedFile;
import equalities.record.PersonKey;
import equalities.record.Register;
import equalities.record.StandardColumns;
import equalities.spec.Field;
import equalities.spec.Layout;
import equalities.spec.Specification;
import equalities.spec.Table;
import equalities.stage.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;

/** Writes the standard and held zones: accepted rows by layout, reasons, raw cells of held rows, the ledger, registers. */
final class StandardTables {
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
        Map<String, Map<String, Long>> counts = new HashMap<>();
        List<Dataset<Row>> reasons = new ArrayList<>();
        List<Dataset<Row>> cells = new ArrayList<>();
        List<Dataset<Row>> workforce = new ArrayList<>();
        int done = 0;
        for (Map.Entry<Layout, List<Task>> entry : byLayout.entrySet()) {
            Dataset<Row> rows = read(entry.getKey(), entry.getValue());
            count(rows, counts);
            reasons.add(reasons(rows, entry.getKey().returnName()));
            cells.add(rows.filter(col("_outcome").equalTo("held"))
                    .select(
                            col("period"),
                            col("provider_code"),
                            col("submission_id"),
                            col("row_number"),
                            col("_cells").as("cells")));
            workforce.add(rows.filter(col("_outcome").equalTo("accepted"))
                    .select(
                            col("period"),
                            col("provider_code"),
                            col("submission_id"),
                            col("row_number"),
                            explode(col("_workforce")).as("w"))
                    .select(
                            "period",
                            "provider_code",
                            "submission_id",
                            "row_number",
                            "w.characteristic",
                            "w.code",
                            "w.count"));
            Dataset<Row> accepted = rows.filter(col("_outcome").equalTo("accepted"))
                    .drop("_outcome", "_reasons", "_cells", "_workforce");
            save(
                    accepted,
                    standard.resolve(
                            entry.getKey().returnName() + "." + entry.getKey().name()));
            progress.at("returns standardised", ++done, byLayout.size());
        }
        union(reasons, standard.resolve("held_row"), tasks, files);
        if (!cells.isEmpty()) {
            save(cells.stream().reduce(Dataset::unionByName).orElseThrow(), held.resolve("held_cell"));
            save(workforce.stream().reduce(Dataset::unionByName).orElseThrow(), standard.resolve("workforce"));
        }
        saveRows("submission", ledger(files, tasks, counts));
        saveRows(
                "provider",
                registers.entrySet().stream()
                        .flatMap(e -> providers(e.getKey(), e.getValue()))
                        .toList());
        saveRows(
                "site",
                registers.entrySet().stream()
                        .flatMap(e -> sites(e.getKey(), e.getValue()))
                        .toList());
        session.catalog().clearCache();
    }

    private Dataset<Row> read(Layout layout, List<Task> tasks) {
        List<Table.Column> columns = StandardColumns.of(layout, specification);
        Broadcast<Specification> spec = context.broadcast(specification);
        Broadcast<PersonKey> secret = context.broadcast(key);
        int slices = Math.min(tasks.size(), 4 * context.defaultParallelism());
        var rows = context.parallelize(tasks, slices).flatMap(new ReadSheets(spec, secret, columns.size()));
        return session.createDataFrame(rows, SheetSchema.of(columns)).persist(StorageLevel.MEMORY_AND_DISK());
    }

    private static void count(Dataset<Row> rows, Map<String, Map<String, Long>> counts) {
        for (Row row : rows.groupBy("period", "provider_code", "submission_id", "_outcome")
                .count()
                .collectAsList()) {
            String id = row.getString(0) + "/" + row.getString(1) + "/" + row.getString(2);
            counts.computeIfAbsent(id, i -> new HashMap<>()).merge(row.getString(3), row.getLong(4), Long::sum);
        }
    }

    private static Dataset<Row> reasons(Dataset<Row> rows, String returnName) {
        List<Column> columns = new ArrayList<>(List.of(
                col("submission_id"),
                col("period"),
                col("provider_code"),
                col("row_number"),
                lit(returnName).as("return")));
        SheetSchema.REASON.forEach(r -> columns.add(col("r." + r)));
        return rows.withColumn("r", explode(col("_reasons"))).select(columns.toArray(Column[]::new));
    }

    private void union(List<Dataset<Row>> reasons, Path to, Tasks tasks, List<ReceivedFile> files) {
        if (reasons.isEmpty()) {
            return;
        }
        Dataset<Row> names = session.createDataFrame(
                files.stream()
                        .map(f -> RowFactory.create(f.sha256(), f.period(), f.provider(), f.fileName()))
                        .toList(),
                new StructType()
                        .add("submission_id", "string")
                        .add("period", "string")
                        .add("provider_code", "string")
                        .add("file_name", "string"));
        Dataset<Row> all = reasons.stream().reduce(Dataset::unionByName).orElseThrow();
        save(
                all.join(
                        names,
                        scala.jdk.javaapi.CollectionConverters.asScala(
                                        List.of("submission_id", "period", "provider_code"))
                                .toSeq(),
                        "left"),
                to);
    }

    private List<Row> ledger(List<ReceivedFile> files, Tasks tasks, Map<String, Map<String, Long>> counts) {
        Map<String, List<Task>> sheets = tasks.tasks().stream()
                .collect(Collectors.groupingBy(t -> t.period() + "/" + t.provider() + "/" + t.submission()));
        Map<String, ReceivedFile> setAside =
                tasks.setAside().stream().collect(Collectors.toMap(ReceivedFile::identity, f -> f, (a, b) -> a));
        return files.stream()
                .map(f -> submission(
                        setAside.getOrDefault(f.identity(), f),
                        sheets.getOrDefault(f.identity(), List.of()),
                        counts.getOrDefault(f.identity(), Map.of())))
                .toList();
    }

    private Row submission(ReceivedFile file, List<Task> sheets, Map<String, Long> counts) {
        long seen = counts.values().stream().mapToLong(Long::longValue).sum();
        long heldRows = counts.getOrDefault("held", 0L);
        String status = file.reason() != null ? "set aside" : heldRows > 0 ? "partly held" : "accepted";
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("submission_id", file.sha256());
        row.put("period", file.period());
        row.put("provider_code", file.provider());
        row.put("file_name", file.fileName());
        row.put("return", join(sheets, Layout::returnName));
        row.put("layout", join(sheets, Layout::name));
        row.put("received_at", file.receivedAt());
        row.put("rows_seen", seen);
        row.put("rows_accepted", counts.getOrDefault("accepted", 0L));
        row.put("rows_held", heldRows);
        row.put("rows_repeated", counts.getOrDefault("repeated", 0L));
        row.put("rows_superseded", 0L);
        row.put("rows_blank", counts.getOrDefault("blank", 0L));
        row.put("status", status);
        row.put("reason", file.reason());
        row.put("fix", file.fix());
        row.put(
                "not_collected",
                sheets.stream().flatMap(this::notCollected).distinct().sorted().toArray(String[]::new));
        return rowOf("submission", row);
    }

    private static @Nullable String join(List<Task> sheets, java.util.function.Function<Layout, String> name) {
        return sheets.isEmpty()
                ? null
                : sheets.stream()
                        .map(t -> name.apply(t.recognised().layout()))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" + "));
    }

    /** The characteristics whose question is in the layout and not in the file. */
    private Stream<String> notCollected(Task task) {
        var fields = task.recognised().columns().keySet();
        var asked = fields.stream()
                .map(Field::characteristic)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return task.recognised().layout().fields().stream()
                .map(Field::characteristic)
                .filter(Objects::nonNull)
                .filter(c -> !asked.contains(c));
    }

    private Stream<Row> providers(String period, Register register) {
        return register.providers().values().stream()
                .map(p -> rowOf(
                        "provider",
                        Map.of(
                                "period",
                                period,
                                "provider_code",
                                p.code(),
                                "name",
                                p.name(),
                                "kind",
                                p.kind(),
                                "role",
                                register.isHospital(p.code()) ? "hospital" : "advocacy")));
    }

    private Stream<Row> sites(String period, Register register) {
        return register.sites().values().stream().map(s -> {
            Map<String, @Nullable Object> row = new HashMap<>(Map.of(
                    "period",
                    period,
                    "site_code",
                    s.code(),
                    "name",
                    s.name(),
                    "site_type",
                    s.type(),
                    "hospital_provider",
                    s.hospital(),
                    "advocacy_provider",
                    s.advocacy(),
                    "commissioner",
                    s.commissioner()));
            row.put("wards", s.wards());
            row.put("wards_with_access", s.wardsWithAccess());
            return rowOf("site", row);
        });
    }

    private Row rowOf(String table, Map<String, ? extends @Nullable Object> values) {
        return RowFactory.create(specification.table(table).columns().stream()
                .map(c -> values.get(c.name()))
                .toArray());
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
