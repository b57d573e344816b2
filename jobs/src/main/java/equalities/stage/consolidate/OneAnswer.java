package equalities.stage.consolidate;

import equalities.spec.Characteristic;
import equalities.spec.Status;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One answer per person, period and characteristic, out of all sources: an answer beats a non-answer, then the source
 * believed first, then the newer. What each record said itself stays beside it.
 */
final class OneAnswer implements Serializable {
    private static final long serialVersionUID = 1;

    private final Characteristic characteristic;
    private final int[] places;
    private final String recordedColumn;
    private final String sourceColumn;
    private final HashMap<String, Status> kindsOfNotKnowing = new HashMap<>();

    /**
     * An answer and whose it is.
     *
     * @param value a code, or a list of codes where there may be several
     * @param row the row that says it
     * @param status of all that it says: known when its parts differ
     */
    record Answer(Object value, StandardRow row, Status status) {
        private static final Comparator<Answer> BETTER_LAST = Comparator.comparing(
                        Answer::status, Comparator.reverseOrder())
                .thenComparing(a -> a.row.source().preference())
                .thenComparing(a -> a.row.day(a.row.source().date()), Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(a -> a.row.submission())
                .thenComparing(a -> a.row.rowNumber());
    }

    /** @param returns all that there are, in their order */
    OneAnswer(Characteristic characteristic, List<Returned> returns) {
        this.characteristic = characteristic;
        this.places =
                returns.stream().mapToInt(r -> r.place(characteristic.column())).toArray();
        this.recordedColumn = recordedColumn(characteristic);
        this.sourceColumn = sourceColumn(characteristic);
        for (Status status : Status.values()) {
            if (status != Status.KNOWN) {
                kindsOfNotKnowing.put(characteristic.codeOf(status), status);
            }
        }
    }

    /**
     * The answer that is believed.
     *
     * @param rows all of one person, at least one
     */
    Answer of(List<StandardRow> rows) {
        return rows.stream()
                .map(row -> answer(saidBy(row), row))
                .max(Answer.BETTER_LAST)
                .orElseThrow();
    }

    private Answer answer(Object value, StandardRow row) {
        return new Answer(value, row, status(value));
    }

    /** What the row says; a layout that knows no such question did not collect it. */
    Object saidBy(StandardRow row) {
        Object value = row.at(places[row.of().number()]);
        String none = Status.NOT_COLLECTED.word();
        return value != null ? value : characteristic.many() ? List.of(none) : none;
    }

    /** Of several codes one that they all are; no code at all tells nothing. */
    private Status status(Object answer) {
        if (!(answer instanceof List<?> several)) {
            return kindOf(answer);
        }
        Set<Object> codes = new HashSet<>(several);
        if (codes.isEmpty()) {
            return Status.NOT_COLLECTED;
        }
        return codes.size() > 1 ? Status.KNOWN : kindOf(codes.iterator().next());
    }

    private Status kindOf(Object code) {
        return kindsOfNotKnowing.getOrDefault(code, Status.KNOWN);
    }

    /** The column of the one answer. */
    String column() {
        return characteristic.column();
    }

    /** The column of what the row itself recorded. */
    String recordedColumn() {
        return recordedColumn;
    }

    /** The column of the source that is believed. */
    String sourceColumn() {
        return sourceColumn;
    }

    static String recordedColumn(Characteristic characteristic) {
        return characteristic.column() + "_recorded";
    }

    static String sourceColumn(Characteristic characteristic) {
        return characteristic.column() + "_source";
    }
}
