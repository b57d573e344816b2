package equalities.spec;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The contract of one table: one file of {@code schemas/tables}.
 *
 * @param name the file name
 * @param purpose what it is for, one sentence
 * @param grain what one row is
 * @param columns all columns, those of the characteristics included, in order
 * @param source where its answers about people come from, or null when it has none
 */
public record Table(
        String name,
        String title,
        String purpose,
        String grain,
        List<Column> columns,
        @Nullable Source source) implements Serializable {

    /**
     * Where the answers of a person in this table come from.
     *
     * @param name the source, as a person would call it
     * @param preference the higher is believed before the lower
     * @param date the column that says when the answer was given; the newer is believed before the older
     * @param identity the columns that tell people without an NHS number apart
     * @param entitled whether it tells who is entitled, and not who was seen
     */
    public record Source(String name, int preference, String date, List<String> identity, boolean entitled)
            implements Serializable {
        public Source {
            identity = List.copyOf(identity);
        }
    }

    /** A table that tells no person's characteristics. */
    public Table(String name, String title, String purpose, String grain, List<Column> columns) {
        this(name, title, purpose, grain, columns, null);
    }

    /** The types that a column may have, in the words of the specification. */
    public enum Type {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        DATE,
        TIMESTAMP,
        STRINGS
    }

    /** How disclosure control treats a column. */
    public enum Protect {
        OPEN,
        COUNT,
        PERCENT,
        RATIO,
        PROBABILITY,
        TEXT
    }

    /**
     * One column.
     *
     * @param protect how it is made safe when published, or null where the table never is
     * @param of the count columns that it is worked out of; empty for all of the table
     * @param required whether it holds a value in every row
     */
    public record Column(
            String name,
            Type type,
            String meaning,
            @Nullable Protect protect,
            List<String> of,
            boolean required) implements Serializable {
        public Column {
            of = List.copyOf(of);
        }

        /** A column that may be empty. */
        public Column(String name, Type type, String meaning, @Nullable Protect protect, List<String> of) {
            this(name, type, meaning, protect, of, false);
        }
    }

    public Table {
        columns = List.copyOf(columns);
    }

    public Optional<Column> column(String wanted) {
        return columns.stream().filter(c -> c.name().equals(wanted)).findFirst();
    }

    /** The contract of this table in the protected zone: with the column {@code hidden} at its end. */
    public Table published() {
        List<Column> all = new ArrayList<>(columns);
        all.add(new Column("hidden", Type.BOOLEAN, "Whether a figure of this row is hidden.", Protect.OPEN, List.of()));
        return new Table(name, title, purpose, grain, all);
    }
}
