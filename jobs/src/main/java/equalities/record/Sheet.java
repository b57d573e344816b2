package equalities.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A table inside a file: the file itself when it is text, a visible sheet of a workbook otherwise. */
public interface Sheet {
    String name();

    /** Whether every row says how many cells it has, so that a missing cell is a fault and not a blank. */
    boolean delimited();

    /** The rows from the first on; may be asked for again and again. */
    Rows rows() throws IOException;

    /** What rows that were erased show of how dates are written, and nothing else of them. */
    default List<RawRow> erased() {
        return List.of();
    }

    /** The first rows, at most so many. */
    default List<RawRow> head(int most) throws IOException {
        List<RawRow> head = new ArrayList<>();
        try (Rows rows = rows()) {
            for (RawRow row = rows.next(); row != null && head.size() < most; row = rows.next()) {
                head.add(row);
            }
        }
        return head;
    }

    /** Reads to the end, to find damage before anything is made of the rows. */
    default void inspect() throws IOException {
        try (Rows rows = rows()) {
            while (rows.next() != null) {
                // Reading is the test.
            }
        }
    }
}
