package equalities.record;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A thread that reads one file. What never ends cannot be ended in Java: such a thread is told to, which it hears when it
 * next reads a byte of a file, and is left alone.
 */
final class WatchedReader {
    static final long LOOK_MILLIS = 100;

    private static final ThreadMXBean TIMES = ManagementFactory.getThreadMXBean();

    private final Thread thread;
    private final Duration limit;

    private WatchedReader(Runnable work, Duration limit) {
        this.thread = new Thread(work, "reads a file");
        this.limit = limit;
        thread.setDaemon(true);
    }

    static WatchedReader start(Runnable work, Duration limit) {
        WatchedReader reader = new WatchedReader(work, limit);
        reader.thread.start();
        return reader;
    }

    /**
     * What comes of some work on a file.
     *
     * @throws UnreadableFile when it takes longer than it may
     */
    static <T> T within(Duration limit, Callable<T> work) throws IOException {
        FutureTask<T> task = new FutureTask<>(work);
        WatchedReader reader = start(task, limit);
        while (true) {
            try {
                return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillAtWork) {
                reader.check();
            } catch (ExecutionException e) {
                throw thrown(Objects.requireNonNullElse(e.getCause(), e));
            } catch (InterruptedException e) {
                throw reader.interrupted();
            }
        }
    }

    /** @throws UnreadableFile when it took longer than it may; it is told to end then */
    void check() throws UnreadableFile {
        if (TIMES.getThreadCpuTime(thread.getId()) > limit.toNanos()) {
            end();
            throw TimeLimit.exceeded(limit);
        }
    }

    void end() {
        thread.interrupt();
    }

    /** The run is ended: so is this. */
    IOException interrupted() {
        end();
        Thread.currentThread().interrupt();
        return new InterruptedIOException("the run was ended");
    }

    /** Throws what another thread threw, as if it had been thrown here. */
    static IOException thrown(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        } else if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        return thrown instanceof IOException disk ? disk : new IOException(thrown);
    }
}
