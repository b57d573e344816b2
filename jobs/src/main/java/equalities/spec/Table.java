package equalities.spec;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * @param release how its counts are told apart from those of other tables when they are published
 */
public record Table(
        String name,
        String title,
        String purpose,
        String grain,
        List<Column> columns,
        @Nullable Source source,
        Release release)
        implements Serializable {

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
        this(name, title, purpose, grain, columns, null, Release.ALL);
    }

    /**
     * Which rows may be released, and what their counts are counts of.
     *
     * @param rows a condition on a row, in SQL
     * @param cell by part of a count's name ({@code basis}, {@code place} …) an expression of SQL over the row, where it
     *     is not the column of that name
     * @param addsUp a condition on {@code measure} and {@code basis} of a count, in SQL: whether larger places are exactly
     *     their sites, because nobody is counted at two of them
     */
    public record Release(String rows, Map<String, String> cell, String addsUp) implements Serializable {
        static final Release ALL = new Release("true", Map.of(), "false");

        public Release {
            cell = Map.copyOf(cell);
        }
    }

    /**
     * How a column is told of when it is published.
     *
     * @param from an expression of SQL over the columns as they are published, for what is worked out of them; null
     *     where it is not
     * @param cell of a count that is the count of another row too: what differs in its name, as in {@link Release#cell}
     * @param parts of a count: the columns that together are all of it
     * @param partOf of a count: the column that it is a part of
     * @param empty an expression of SQL: the mark of a count that is not there, {@code 'x'} not available or {@code 'z'}
     *     not applicable
     * @param rows of a count: a condition on the rows whose count may be released, in SQL
     */
    public record Shown(
            @Nullable String from,
            Map<String, String> cell,
            List<String> parts,
            @Nullable String partOf,
            String empty,
            String rows)
            implements Serializable {
        static final Shown AS_IT_IS = new Shown(null, Map.of(), List.of(), null, "'x'", "true");

        public Shown {
            cell = Map.copyOf(cell);
            parts = List.copyOf(parts);
        }
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

    /** What a column tells apart, so that a copy for one project has other values there than that for another. */
    public enum Identifies {
        PERSON,
        ROW
    }

    /**
     * One column.
     *
     * @param identifies what its values tell apart, or null where they tell nothing that a project's copy must not
     * @param protect how it is made safe when published, or null where the table never is
     * @param of the count columns that it is worked out of; empty for all of the table
     * @param required whether it holds a value in every row
     */
    public record Column(
            String name,
            Type type,
            String meaning,
            @Nullable Identifies identifies,
            @Nullable Protect protect,
            List<String> of,
            boolean required,
            Shown shown)
            implements Serializable {
        public Column {
            of = List.copyOf(of);
        }

        /** A column that may be empty. */
        public Column(String name, Type type, String meaning, @Nullable Protect protect, List<String> of) {
            this(name, type, meaning, null, protect, of, false, Shown.AS_IT_IS);
        }

        /** Whether it is a count of people of its own, and not worked out of others. */
        public boolean isCount() {
            return protect == Protect.COUNT && shown.from() == null;
        }

        /** The name of the column that says why its count is not shown. */
        public String mark() {
            return name + "_mark";
        }
    }

    public Table {
        columns = List.copyOf(columns);
    }

    public Optional<Column> column(String wanted) {
        return columns.stream().filter(c -> c.name().equals(wanted)).findFirst();
    }

    /** A row in the order of the columns: null where there is no value for one. */
    public @Nullable Object[] row(Map<String, ? extends @Nullable Object> values) {
        return columns.stream().map(c -> values.get(c.name())).toArray();
    }

    /** The parts of wholes among its counts. */
    public List<Whole> wholes() {
        List<Whole> found = new ArrayList<>();
        for (Column column : counts()) {
            String whole = column.shown().partOf();
            if (!column.shown().parts().isEmpty()) {
                found.add(new Whole(column.name(), column.shown().parts(), true));
            } else if (whole != null) {
                found.add(new Whole(whole, List.of(column.name()), false));
            }
        }
        if (column("numerator").isPresent() && column("denominator").isPresent()) {
            found.add(new Whole("denominator", List.of("numerator"), false));
        }
        return found;
    }

    /** Counts of one row that are parts of another; exhaustive: together they are all of it. */
    public record Whole(String name, List<String> parts, boolean exhaustive) {
        public Whole {
            parts = List.copyOf(parts);
        }
    }

    /** The counts of people in it. */
    public List<Column> counts() {
        return columns.stream().filter(Column::isCount).toList();
    }

    /** The contract of this table in the protected zone: with a mark for each count and the column {@code hidden}. */
    public Table published() {
        List<Column> all = new ArrayList<>(columns);
        counts().forEach(c -> all.add(open(
                c.mark(),
                Type.STRING,
                c.name() + ": c hidden, x not available, z not applicable, low shown as 0 and is more, empty shown.")));
        all.add(open("hidden", Type.BOOLEAN, "Whether a figure of this row is hidden."));
        return new Table(name, title, purpose, grain, all);
    }

    private static Column open(String name, Type type, String meaning) {
        return new Column(name, type, meaning, Protect.OPEN, List.of());
    }
}
