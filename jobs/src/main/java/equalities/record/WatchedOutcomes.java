package equalities.record;

import equalities.record.FileStandardiser.Outcomes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The outcomes of a sheet's rows, from a thread of its own that may take so long and no longer. For one thread. */
public final class WatchedOutcomes implements Outcomes {
    private static final int AT_ONCE = 256;

    private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(2);
    private final Queue<RowOutcome> here = new ArrayDeque<>();
    private final WatchedReader reader;
    private boolean ended;

    /** Opens a sheet; closing what comes of it closes the file too. */
    @FunctionalInterface
    public interface Opening {
        Outcomes open() throws IOException;
    }

    /**
     * Some rows.
     *
     * @param last whether none follow
     * @param failure what ended it, or null
     */
    private record Batch(
            List<RowOutcome> rows, boolean last, @Nullable Throwable failure) {}

    private WatchedOutcomes(Opening opening, Duration limit) {
        this.reader = WatchedReader.start(() -> read(opening), limit);
    }

    /** Begins to read. */
    public static WatchedOutcomes of(Opening opening, Duration limit) {
        return new WatchedOutcomes(opening, limit);
    }

    /** @throws UnreadableFile when the file is damaged, or takes longer than it may */
    @Override
    public @Nullable RowOutcome next() throws IOException {
        while (here.isEmpty() && !ended) {
            reader.check();
            take();
        }
        return here.poll();
    }

    private void take() throws IOException {
        try {
            Batch batch = batches.poll(WatchedReader.LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (batch != null) {
                here.addAll(batch.rows());
                ended = batch.last();
                if (batch.failure() != null) {
                    throw WatchedReader.thrown(batch.failure());
                }
            }
        } catch (InterruptedException e) {
            throw reader.interrupted();
        }
    }

    /** Whether the thread is at its end, so that what it used may be used again. */
    public boolean isEnded() {
        return ended;
    }

    @Override
    public void close() {
        if (!ended) {
            reader.end();
        }
    }

    private void read(Opening opening) {
        Batch last;
        try {
            last = new Batch(rows(opening), true, null);
        } catch (InterruptedException nobodyWaits) {
            return;
        } catch (Throwable thrown) { // Whoever waits for rows throws it: also that memory is at its end.
            last = new Batch(List.of(), true, thrown);
        }
        try {
            batches.put(last);
        } catch (InterruptedException nobodyWaits) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hands on all rows but the last few, which it returns. */
    private List<RowOutcome> rows(Opening opening) throws IOException, InterruptedException {
        List<RowOutcome> rows = new ArrayList<>(AT_ONCE);
        try (Outcomes outcomes = opening.open()) {
            for (RowOutcome row = outcomes.next(); row != null; row = outcomes.next()) {
                rows.add(row);
                if (rows.size() == AT_ONCE) {
                    batches.put(new Batch(rows, false, null));
                    rows = new ArrayList<>(AT_ONCE);
                }
            }
        }
        return rows;
    }
}
