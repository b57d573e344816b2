package equalities.stage.protect;

import equalities.spec.CountedAlike;
import equalities.spec.CountedTogether;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.UnaryOperator;

/**
 * What a published count is a count of. The same key in two tables is the same count.
 *
 * @param measure what is counted: a measure of findings, or the name of the table that the count stands in
 * @param basis which of its kinds: people, episodes, a source …
 * @param part which count of the row: {@code numerator}, {@code denominator}, {@code known} …
 */
record CellKey(
        String period,
        String measure,
        String basis,
        String placeLevel,
        String place,
        String characteristic,
        String code,
        String part)
        implements Comparable<CellKey> {

    /** Parts a key where it is written as one text; no value holds it. */
    static final String SEPARATOR = "\u001f";

    static final String TOTAL = "total";
    static final String ALL = "All";

    private static final Comparator<CellKey> ORDER = Comparator.comparing(CellKey::period)
            .thenComparing(CellKey::measure)
            .thenComparing(CellKey::basis)
            .thenComparing(CellKey::placeLevel)
            .thenComparing(CellKey::place)
            .thenComparing(CellKey::characteristic)
            .thenComparing(CellKey::code)
            .thenComparing(CellKey::part);

    static CellKey of(String text) {
        return of(text, part -> part);
    }

    /**
     * @param shared gives the text to be used for one that is the same
     */
    static CellKey of(String text, UnaryOperator<String> shared) {
        String[] parts = text.split(SEPARATOR, -1);
        Arrays.setAll(parts, i -> shared.apply(parts[i]));
        return new CellKey(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7]);
    }

    /** The key as one text. */
    String text() {
        return String.join(SEPARATOR, period, measure, basis, placeLevel, place, characteristic, code, part);
    }

    /** The same of another measure. */
    CellKey withMeasure(String otherMeasure) {
        return new CellKey(period, otherMeasure, basis, placeLevel, place, characteristic, code, part);
    }

    /**
     * Another count of the same place and answer.
     *
     * @param rest what {@code *} stands for in its basis
     */
    CellKey of(CountedTogether.Count count, String rest) {
        boolean ofTheRow = count.characteristic().isEmpty();
        return new CellKey(
                period,
                count.measure(),
                count.basis(rest),
                placeLevel,
                place,
                ofTheRow ? characteristic : count.characteristic(),
                ofTheRow ? code : count.code(),
                count.part());
    }

    /** What it has in common with the counts of the same people under other definitions. */
    CellKey countedAlike(CountedAlike alike) {
        String first = alike.counts().get(0);
        return new CellKey(
                period,
                first,
                alike.anyBasis() ? "" : basis,
                placeLevel,
                place,
                characteristic,
                code,
                alike.ofMeasures() ? part : "");
    }

    /** The same of another place. */
    CellKey at(Place other) {
        return new CellKey(period, measure, basis, other.level(), other.name(), characteristic, code, part);
    }

    Place at() {
        return new Place(placeLevel, place);
    }

    Row row() {
        return new Row(period, measure, basis, at(), characteristic, code);
    }

    Series series() {
        return new Series(period, measure, basis, part);
    }

    boolean isTotal() {
        return characteristic.equals(TOTAL);
    }

    @Override
    public int compareTo(CellKey other) {
        return ORDER.compare(this, other);
    }

    /** A place at its level. */
    record Place(String level, String name) {
        static final Place ENGLAND = new Place("england", "England");

        static Place site(String code) {
            return new Place("site", code);
        }

        boolean isSite() {
            return level.equals("site");
        }
    }

    /** Counts of the same people in the same answer: the numerator and its denominator. */
    record Row(String period, String measure, String basis, Place place, String characteristic, String code) {}

    /** Counts that add up over places and answers. */
    record Series(String period, String measure, String basis, String part) {}
}
