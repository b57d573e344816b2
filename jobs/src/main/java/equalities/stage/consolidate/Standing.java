package equalities.stage.consolidate;

import equalities.stage.consolidate.Superseding.Sent;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands of a partition.
 *
 * @param rows as {@link RowBytes} has them
 * @param told what is told of them to the driver
 */
record Standing(List<byte[]> rows, Told told) implements Serializable {
    /** @param sent rows as bytes, with all that have a key of theirs */
    static Standing of(Iterator<byte[]> sent, RowBytes bytes) {
        Superseding judged = Superseding.judge(sent, bytes);
        return new Standing(
                judged.standing().stream().map(Sent::bytes).toList(),
                new Told(
                        judged.later(),
                        Linking.wanted(judged.standing().stream().map(Sent::row))));
    }

    /** The rows as they were read. */
    Stream<StandardRow> rows(RowBytes as) {
        return rows.stream().map(as::row);
    }

    /**
     * @param later what became of the rows that do not stand
     * @param wanted the link keys of rows without an NHS number
     */
    record Told(List<Later> later, Set<String> wanted) implements Serializable {}
}
