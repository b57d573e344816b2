package equalities.spec;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of the codes of one list in another: one file {@code schemas/bridges/<from>.<to>.csv}. A code that it
 * does not name is the same code in both lists.
 */
public record Bridge(String from, String to, List<Row> rows) implements Serializable {

    /** How much of what was said survives the way over. */
    public enum Kind {
        /** One code for one code of the same meaning. */
        EXACT,
        /** Several codes become one. */
        MERGES,
        /** One code may be any of several; none is chosen. */
        SPLITS,
        /** No code says it; it becomes unmapped. */
        LOSES
    }

    /** One way over; {@code toCode} is blank where nothing is left. */
    public record Row(String fromCode, String toCode, Kind kind, String why) implements Serializable {}

    public Bridge {
        rows = List.copyOf(rows);
    }

    /** The one code that a code becomes; none where it splits or is lost. */
    public Optional<String> across(String fromCode) {
        return rows.stream()
                .filter(r -> r.fromCode().equals(fromCode))
                .filter(r -> r.kind() == Kind.EXACT || r.kind() == Kind.MERGES)
                .map(Row::toCode)
                .findFirst();
    }
}
