package equalities.engine.spark;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** One Spark session for a run, started when it is first asked for. */
public final class SparkEngine implements AutoCloseable {
    private static final long PARTITION_BYTES = 8L << 20;
    private static final long INTERPRETED_BYTES = 1L << 20;

    private final String master;
    private final Path scratch;
    private final List<Path> jars;
    private final Map<String, String> more;
    private volatile @Nullable SparkSession session;
    private volatile boolean cancelled;

    /**
     * @param master {@code local[*]} or the address of a cluster
     * @param scratch where shuffles and caches spill; rows of people may lie there while a run lasts
     * @param jars what the executors of a cluster need beside Spark
     * @param more further {@code spark.*} settings
     */
    public SparkEngine(String master, Path scratch, List<Path> jars, Map<String, String> more) {
        this.master = master;
        this.scratch = scratch;
        this.jars = List.copyOf(jars);
        this.more = Map.copyOf(more);
    }

    public synchronized SparkSession session() {
        SparkSession running = session;
        if (running == null) {
            running = start();
            session = running;
        }
        if (cancelled) {
            running.sparkContext().stop();
            throw new IllegalStateException("what Spark computes was cancelled");
        }
        return running;
    }

    /**
     * The session, set up for input of so many bytes. What fits into one partition is shuffled into one, by the plan as
     * it is first made: to plan again after each shuffle takes longer. A few thousand rows are interpreted: to compile
     * takes longer than they do, and with more rows it is the other way round soon.
     */
    public SparkSession session(long bytes) {
        SparkSession running = session();
        RuntimeConfig settings = running.conf();
        long partitions = 1 + bytes / PARTITION_BYTES;
        boolean compiled = bytes > INTERPRETED_BYTES;
        settings.set("spark.sql.shuffle.partitions", partitions);
        settings.set("spark.sql.adaptive.enabled", partitions > 1);
        settings.set("spark.sql.codegen.wholeStage", compiled);
        settings.set("spark.sql.codegen.factoryMode", compiled ? "FALLBACK" : "NO_CODEGEN");
        return running;
    }

    /** Has the executors count a little; returns Spark's version. */
    public String probe() {
        long counted = session().range(0, 1000, 1, 2).count();
        if (counted != 1000) {
            throw new IllegalStateException("Spark counted " + counted + " and not 1000");
        }
        return session().version();
    }

    private SparkSession start() {
        SparkSession.Builder builder = SparkSession.builder()
                .appName("equalities")
                .config("spark.ui.enabled", "false")
                .config("spark.local.dir", scratch.toString())
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.sql.shuffle.partitions", "8")
                .config("spark.sql.parquet.compression.codec", "zstd")
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
                .config(
                        "spark.sql.sources.commitProtocolClass",
                        "org.apache.spark.sql.execution.datasources.SQLHadoopMapReduceCommitProtocol")
                .config("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
                .config("spark.sql.catalogImplementation", "in-memory")
                .config("spark.shutdown.timeout", "5s");
        place(builder);
        more.forEach(builder::config);
        return builder.getOrCreate();
    }

    private void place(SparkSession.Builder builder) {
        // Who calls by spark-submit has said there where.
        String where = System.getProperty("spark.master", master);
        builder.master(where);
        if (where.startsWith("local")) {
            builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1");
            // A task without memory fails its job, which says so; else Spark ends our process with a code of its own.
            builder.config("spark.executor.killOnFatalError.depth", "0");
        } else {
            builder.config(
                    "spark.jars",
                    String.join(",", jars.stream().map(Path::toString).toList()));
        }
    }

    /** Ends what is being computed, from another thread; who waits for it, or asks for more, gets an exception. */
    public void cancel() {
        cancelled = true;
        SparkSession running = session;
        if (running != null) {
            running.sparkContext().stop();
        }
    }

    @Override
    public synchronized void close() {
        SparkSession running = session;
        if (running != null) {
            running.stop();
            session = null;
        }
    }
}
