package equalities.spec;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What follows from the definitions of several measures, from {@code schemas/policies/disclosure.yaml}: at each place and
 * answer some counts together are no more than others together, or come to exactly as many.
 */
public record CountedTogether(List<Count> counts, List<Count> of, boolean exactly) implements Serializable {

    /**
     * One of these, written as {@code measure / basis / part}, and {@code / characteristic / code} where it is of another
     * answer than the row.
     *
     * @param basis which of the measure's kinds; {@code *} in it stands for the same text in all of them
     * @param characteristic empty: that of the row
     * @param code empty: that of the row
     */
    public record Count(String measure, String basis, String part, String characteristic, String code)
            implements Serializable {
        private static final String ANY = "*";
        private static final String BETWEEN = " / ";

        /** @throws SpecificationException when it is not written so */
        public static Count of(String written) {
            String[] names = written.split(BETWEEN, -1);
            return switch (names.length) {
                case 3 -> new Count(names[0], names[1], names[2], "", "");
                case 5 -> new Count(names[0], names[1], names[2], names[3], names[4]);
                default ->
                    throw new SpecificationException(
                            "'" + written
                                    + "' is no count: write it as measure / basis / part, or measure / basis / part / characteristic / code");
            };
        }

        public String written() {
            String ofTheRow = String.join(BETWEEN, measure, basis, part);
            return characteristic.isEmpty() ? ofTheRow : String.join(BETWEEN, ofTheRow, characteristic, code);
        }

        /** What {@code *} stands for in a basis; empty when it is another one. */
        public Optional<String> rest(String otherBasis) {
            int any = basis.indexOf(ANY);
            if (any < 0) {
                return basis.equals(otherBasis) ? Optional.of("") : Optional.empty();
            }
            String end = basis.substring(any + 1);
            int length = otherBasis.length() - end.length() - any;
            return length >= 0 && otherBasis.startsWith(basis.substring(0, any)) && otherBasis.endsWith(end)
                    ? Optional.of(otherBasis.substring(any, any + length))
                    : Optional.empty();
        }

        /** The basis, with what {@code *} stands for. */
        public String basis(String rest) {
            return basis.replace(ANY, rest);
        }
    }

    /** As in a file, with what {@code *} stands for. */
    public String written(String rest) {
        return written(counts, rest) + (exactly ? " = " : " <= ") + written(of, rest);
    }

    private static String written(List<Count> some, String rest) {
        return some.stream()
                .map(one -> new Count(one.measure, one.basis(rest), one.part, one.characteristic, one.code).written())
                .collect(Collectors.joining(" + "));
    }

    /** The count that says what {@code *} stands for in the others; the first where there is none. */
    public Count leading() {
        return Stream.concat(counts.stream(), of.stream())
                .filter(count -> count.basis().contains(Count.ANY))
                .findFirst()
                .orElse(counts.get(0));
    }
}
