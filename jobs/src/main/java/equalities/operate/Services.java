package equalities.operate;

import equalities.engine.batch.RepositoryProbe;
import equalities.engine.batch.RepositorySettings;
import equalities.engine.spark.SparkEngine;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an installation works with: the job repository, Spark, Airflow. */
public final class Services {
    private static final int PATIENCE_MILLIS = 3000;
    private static final Pattern MASTER = Pattern.compile("spark://([^:/]+):(\\d+)");
    private static final String VERSION = "import importlib.metadata as m; print(m.version('apache-airflow'))";

    private Services() {}

    /** The job repository, where it is PostgreSQL: reached, allowed, and of one mind about the time. */
    public static Check postgres(RepositorySettings settings, Clock clock) {
        if (!settings.url().startsWith("jdbc:postgresql:")) {
            return Check.notUsed("PostgreSQL", "jobs are kept in a file of the home");
        }
        try {
            RepositoryProbe.Found found = RepositoryProbe.look(settings);
            return found.mayMakeTables()
                    ? HomeChecks.agrees("PostgreSQL", clock.instant(), found.now(), settings.server())
                    : Check.wrong(
                            "PostgreSQL",
                            "the user '" + settings.user() + "' may not make tables at " + settings.server(),
                            "As its owner: grant create on schema public to \"" + settings.user() + "\".");
        } catch (RuntimeException e) {
            return Check.wrong(
                    "PostgreSQL",
                    "not reached at " + settings.server() + ": " + root(e).getMessage(),
                    RepositorySettings.MEND);
        }
    }

    /** Spark: a small count by the session that a run would have. */
    public static Check spark(String master, SparkEngine engine) {
        Matcher cluster = MASTER.matcher(master);
        if (cluster.matches() && !listens(cluster.group(1), Integer.parseInt(cluster.group(2)))) {
            return Check.wrong("Spark", "nobody listens at " + master, "Start the cluster, or mend spark-master.");
        }
        try {
            return Check.well("Spark", engine.probe() + " counts at " + master);
        } catch (RuntimeException e) {
            return Check.wrong(
                    "Spark",
                    "no count at " + master + ": " + root(e).getMessage(),
                    "Mend spark-master; on a cluster the workers need the same Java, and a way back to this machine.");
        }
    }

    /** Airflow, where it is installed beside: the version that the lock names. */
    public static Check airflow(Path root, String searchPath) throws IOException, InterruptedException {
        Path lock = root.resolve("airflow/requirements.txt");
        Path python = python(root, searchPath);
        if (python == null || !Files.exists(lock)) {
            return Check.notUsed("Airflow", "there is none on the search path, and none by airflow/install");
        }
        String wanted = Files.readAllLines(lock).stream()
                .filter(line -> line.startsWith("apache-airflow=="))
                .map(line -> line.replaceAll("^apache-airflow==([\\w.]+).*", "$1"))
                .findFirst()
                .orElse("?");
        String found = version(python);
        return found.equals(wanted)
                ? Check.well("Airflow", found + " (" + python + ")")
                : Check.warning(
                        "Airflow",
                        "version " + found + " (" + python + "), and the DAGs are tried with " + wanted,
                        "pip install --require-hashes -r " + lock);
    }

    private static @Nullable Path python(Path root, String searchPath) {
        Path own = root.resolve("target/python/bin/python");
        if (Files.isExecutable(own)) {
            return own;
        }
        for (String folder : searchPath.split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, "airflow")) && Files.isExecutable(Path.of(folder, "python"))) {
                return Path.of(folder, "python");
            }
        }
        return null;
    }

    private static String version(Path python) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(python.toString(), "-c", VERSION)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            return "unknown";
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return said.isEmpty() ? "unknown" : said;
    }

    private static boolean listens(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static Throwable root(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
