package equalities.spec;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A code list and what people write for its codes.
 *
 * @param name the file name below {@code schemas/codelists}
 * @param codes in the order of the file
 * @param spellings rows of {@code schemas/spellings/<name>.csv}; empty when there is no such file
 * @param absences rows of {@code schemas/absences.csv}, where a characteristic uses the list
 * @param composition how labels without a spelling are put together
 * @param bridges from other lists to this one
 */
public record CodeList(
        String name,
        List<Code> codes,
        List<Spelling> spellings,
        List<Spelling> absences,
        Composition composition,
        List<Bridge> bridges)
        implements Serializable {
    public CodeList {
        codes = List.copyOf(codes);
        spellings = List.copyOf(spellings);
        absences = List.copyOf(absences);
        bridges = List.copyOf(bridges);
    }

    public Optional<Code> find(String code) {
        return codes.stream().filter(c -> c.code().equals(code)).findFirst();
    }

    /** The labels of the upper groups, in order of first appearance, without the words of not knowing. */
    public List<String> groups() {
        return codes.stream()
                .map(Code::group)
                .filter(g -> !g.isBlank() && Status.ofWord(g).isEmpty())
                .distinct()
                .toList();
    }
}
