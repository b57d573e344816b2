package equalities.stage.consolidate;

import equalities.engine.parquet.RowFiles;
import equalities.engine.spark.SparkEngine;
import equalities.lake.Partition;
import equalities.lake.ZoneFiles;
import equalities.spec.Specification;
import equalities.stage.Progress;
import equalities.stage.consolidate.Linking.Evidence;
import equalities.stage.consolidate.Standing.Told;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.HashPartitioner;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.ShuffledRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * The tables that returns fill: what stands after superseding, with one answer per person. Spark brings rows with one key
 * together, and then those of one person; what becomes of them is plain Java.
 */
final class PersonTables {
    private static final int STEPS = 3;
    private static final int SLICES = 4;

    private final JavaSparkContext context;
    private final Partition standard;
    private final Known known;
    private final boolean tier2;
    private final int partitions;
    private final Progress progress;
    private final Broadcast<ZoneFiles> read;
    private final Broadcast<ZoneFiles> written;

    /** @param warehouse how files of the warehouse are created */
    PersonTables(
            JavaSparkContext context,
            Partition standard,
            ZoneFiles warehouse,
            Specification specification,
            Progress progress)
            throws IOException {
        this.context = context;
        this.standard = standard;
        this.known = Known.of(specification, standard);
        this.tier2 = specification.linking().tier2();
        this.partitions = SparkEngine.partitions(standard.bytes());
        this.progress = progress;
        this.read = context.broadcast(standard.zone().tables());
        this.written = context.broadcast(warehouse);
    }

    /** Writes a folder for each table that has rows; returns what became of the rows that do not stand. */
    List<Later> write(Path aside) throws IOException {
        List<FilePart> parts = parts();
        if (parts.isEmpty()) {
            return List.of();
        }
        JavaRDD<Standing> standing = standing(parts).persist(StorageLevel.MEMORY_AND_DISK());
        List<Told> told = standing.map(Standing::told).collect();
        progress.at("steps consolidated", 1, STEPS);
        Linking linking = linking(standing, told);
        progress.at("steps consolidated", 2, STEPS);
        people(standing, linking)
                .mapPartitionsWithIndex(new ConsolidatePeople(known, linking, aside, written), true)
                .count();
        RowFiles.clear(aside);
        standing.unpersist();
        progress.at("steps consolidated", STEPS, STEPS);
        return told.stream().flatMap(t -> t.later().stream()).toList();
    }

    private List<FilePart> parts() throws IOException {
        List<FilePart> parts = new ArrayList<>();
        for (Returned of : known.returns()) {
            for (String name : of.standardTables()) {
                for (Path table : standard.table(name)) {
                    parts.addAll(FilePart.in(table, of));
                }
            }
        }
        return parts;
    }

    /** What stands, by partitions that have all rows of a key. */
    private JavaRDD<Standing> standing(List<FilePart> parts) {
        List<Returned> returns = known.returns();
        Broadcast<ZoneFiles> files = read;
        int slices = Math.min(parts.size(), SLICES * context.defaultParallelism());
        JavaRDD<StandardRow> rows = context.parallelize(parts, slices)
                .mapPartitions(some -> new StandardRows(returns, some, TaskContext.get(), files.value()));
        return shuffled(rows.mapToPair(row -> new Tuple2<>(row.key().hashCode(), RowBytes.of(row))))
                .mapPartitions(some ->
                        List.of(Standing.of(some, new RowBytes(returns))).iterator());
    }

    private Linking linking(JavaRDD<Standing> standing, List<Told> told) {
        Set<String> wanted = new TreeSet<>();
        told.forEach(t -> wanted.addAll(t.wanted()));
        Map<String, Evidence> found = new HashMap<>();
        if (tier2 && !wanted.isEmpty()) {
            List<Returned> returns = known.returns();
            Broadcast<Set<String>> keys = context.broadcast(wanted);
            standing.map(some -> Linking.evidence(some.rows(new RowBytes(returns)), keys.value()))
                    .collect()
                    .forEach(some -> some.forEach((link, evidence) -> found.merge(link, evidence, Evidence::and)));
        }
        return Linking.of(standard.period(), found);
    }

    /** The rows that stand, by partitions that have all rows of a person. */
    private JavaRDD<byte[]> people(JavaRDD<Standing> standing, Linking linking) {
        RowBytes bytes = new RowBytes(known.returns());
        return shuffled(standing.flatMap(some -> some.rows().iterator())
                .mapToPair(row -> new Tuple2<>(linking.group(bytes.row(row)), row)));
    }

    /** Rows in partitions by their numbers: as whole numbers and bytes they need no serializer of objects. */
    private JavaRDD<byte[]> shuffled(JavaPairRDD<Integer, byte[]> rows) {
        ClassTag<byte[]> bytes = ClassTag$.MODULE$.apply(byte[].class);
        @SuppressWarnings("unchecked")
        ClassTag<Integer> number = (ClassTag<Integer>) (ClassTag<?>) ClassTag$.MODULE$.Int();
        ShuffledRDD<Integer, byte[], byte[]> shuffled =
                new ShuffledRDD<>(rows.rdd(), new HashPartitioner(partitions), number, bytes, bytes);
        return JavaPairRDD.fromRDD(shuffled, number, bytes).values();
    }
}
