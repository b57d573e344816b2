package equalities.record;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, one at a time. */
public interface Rows extends AutoCloseable {
    /**
     * The next row, or null after the last.
     *
     * @throws UnreadableFile when the file is damaged from here on
     */
    @Nullable
    RawRow next() throws IOException;

    @Override
    void close() throws IOException;
}
