package equalities.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * What is done when the process is told to stop (SIGTERM, or control and C): the work is asked to end its step, the
 * process waits for that a few seconds, tells the summary and ends with 143. A step that does not end in time dies with
 * the process, which is safe: zones are put in place in one step, and the next run recovers the job.
 */
final class StopSignal implements AutoCloseable {
    private final Runnable askToEnd;
    private final Duration patience;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");
    private volatile boolean given;

    private StopSignal(Runnable askToEnd, Duration patience) {
        this.askToEnd = askToEnd;
        this.patience = patience;
    }

    static StopSignal listen(Runnable askToEnd, Duration patience) {
        StopSignal signal = new StopSignal(askToEnd, patience);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /** Whether the process was told to stop. */
    boolean given() {
        return given;
    }

    private void stop() {
        given = true;
        System.err.println("Stopping at the end of this step …");
        try {
            askToEnd.run();
        } catch (RuntimeException e) {
            // The work may be between two steps, or end at this moment; all that is lost is the asking.
            LoggerFactory.getLogger(StopSignal.class).warn("The work could not be asked to end", e);
        }
        boolean clean = awaitEnd();
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("status", ExitCode.STOPPED.word());
        summary.put("exit", ExitCode.STOPPED.number());
        summary.put("step_ended", clean);
        summary.put("message", new Stopped().getMessage());
        System.out.println(Summaries.json(summary));
        System.out.flush();
    }

    private boolean awaitEnd() {
        try {
            return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The work has ended, of itself or because it was asked to. */
    @Override
    public void close() {
        ended.countDown();
        if (!given) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException stoppingJustNow) {
                // The hook runs; it finds that the work has ended.
            }
        }
    }
}
