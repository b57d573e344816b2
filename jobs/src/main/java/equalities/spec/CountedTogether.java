package equalities.spec;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What follows from the definitions of several measures, from {@code schemas/policies/disclosure.yaml}: at each place and
 * answer some counts together are no more than others together, or come to exactly as many.
 */
public record CountedTogether(List<Count> counts, List<Count> of, boolean exactly) implements Serializable {

    /**
     * One of these, written as {@code measure / basis / part}.
     *
     * @param basis which of the measure's kinds; {@code *} in it stands for the same text in all of them
     */
    public record Count(String measure, String basis, String part) implements Serializable {
        private static final String ANY = "*";
        private static final String BETWEEN = " / ";

        /** @throws SpecificationException when it is not written so */
        public static Count of(String written) {
            String[] names = written.split(BETWEEN, -1);
            if (names.length != 3) {
                throw new SpecificationException("'" + written + "' is no count: write it as measure / basis / part");
            }
            return new Count(names[0], names[1], names[2]);
        }

        public String written() {
            return String.join(BETWEEN, measure, basis, part);
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

    /** The count that says what {@code *} stands for in the others; the first where there is none. */
    public Count leading() {
        return Stream.concat(counts.stream(), of.stream())
                .filter(count -> count.basis().contains(Count.ANY))
                .findFirst()
                .orElse(counts.get(0));
    }
}
