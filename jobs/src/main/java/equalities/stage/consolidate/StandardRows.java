package equalities.stage.consolidate;

import equalities.engine.parquet.RowReader;
import equalities.lake.ZoneFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;

/** The rows of pieces of the standard zone, one after the other, until the run is ended. */
final class StandardRows implements Iterator<StandardRow> {
    private final List<Returned> returns;
    private final Iterator<FilePart> parts;
    private final TaskContext context;
    private final ZoneFiles files;
    private @Nullable RowReader open;
    private @Nullable Returned of;
    private @Nullable StandardRow next;

    /**
     * @param context of the task that reads, which closes what is open when it ends
     * @param files how files of the standard zone are read
     */
    StandardRows(List<Returned> returns, Iterator<FilePart> parts, TaskContext context, ZoneFiles files) {
        this.returns = returns;
        this.parts = parts;
        this.context = context;
        this.files = files;
        context.addTaskCompletionListener((TaskCompletionListener) ended -> close());
        advance();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public StandardRow next() {
        StandardRow row = next;
        if (row == null) {
            throw new NoSuchElementException("there is no further row");
        }
        if (context.isInterrupted()) {
            throw new TaskKilledException("the run was ended");
        }
        advance();
        return row;
    }

    private void advance() {
        try {
            next = read();
            while (next == null && parts.hasNext()) {
                close();
                FilePart part = parts.next();
                of = returns.get(part.of());
                open = new RowReader(Path.of(part.file()), of.columns(), part.from(), part.to(), files);
                next = read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a file of the standard zone could not be read", e);
        }
    }

    private @Nullable StandardRow read() throws IOException {
        RowReader file = open;
        Returned what = of;
        @Nullable Object @Nullable [] values = file == null ? null : file.next();
        return values == null || what == null ? null : new StandardRow(what, values);
    }

    private void close() {
        try {
            if (open != null) {
                open.close();
                open = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a file of the standard zone could not be closed", e);
        }
    }
}
