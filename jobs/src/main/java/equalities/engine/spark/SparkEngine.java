package equalities.engine.spark;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/** One Spark context for a run, started when it is first asked for. */
public final class SparkEngine implements AutoCloseable {
    private static final long PARTITION_BYTES = 4L << 20;

    private final String master;
    private final Path scratch;
    private final List<Path> jars;
    private final Map<String, String> more;
    private volatile @Nullable JavaSparkContext context;
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

    public synchronized JavaSparkContext context() {
        JavaSparkContext running = context;
        if (running == null) {
            running = start();
            context = running;
        }
        if (cancelled) {
            running.stop();
            throw new IllegalStateException("what Spark computes was cancelled");
        }
        return running;
    }

    /** Into how many partitions so many bytes of compressed rows are shuffled: each is held in memory as objects. */
    public static int partitions(long bytes) {
        return Math.toIntExact(1 + bytes / PARTITION_BYTES);
    }

    /** Has the executors count a little; returns Spark's version. */
    public String probe() {
        long counted = context()
                .parallelize(IntStream.range(0, 1000).boxed().toList(), 2)
                .count();
        if (counted != 1000) {
            throw new IllegalStateException("Spark counted " + counted + " and not 1000");
        }
        return context().version();
    }

    private JavaSparkContext start() {
        SparkConf settings = new SparkConf()
                .setAppName("equalities")
                .set("spark.ui.enabled", "false")
                .set("spark.local.dir", scratch.toString())
                .set("spark.shutdown.timeout", "5s");
        place(settings);
        more.forEach(settings::set);
        return new JavaSparkContext(settings);
    }

    private void place(SparkConf settings) {
        // Who calls by spark-submit has said there where.
        String where = System.getProperty("spark.master", master);
        settings.setMaster(where);
        if (where.startsWith("local")) {
            settings.set("spark.driver.host", "127.0.0.1").set("spark.driver.bindAddress", "127.0.0.1");
            // A task without memory fails its job, which says so; else Spark ends our process with a code of its own.
            settings.set("spark.executor.killOnFatalError.depth", "0");
        } else {
            settings.set(
                    "spark.jars",
                    String.join(",", jars.stream().map(Path::toString).toList()));
        }
    }

    /** Ends what is being computed, from another thread; who waits for it, or asks for more, gets an exception. */
    public void cancel() {
        cancelled = true;
        JavaSparkContext running = context;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public synchronized void close() {
        JavaSparkContext running = context;
        if (running != null) {
            running.stop();
            context = null;
        }
    }
}
