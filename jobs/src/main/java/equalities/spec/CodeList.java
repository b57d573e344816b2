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
 */
public record CodeList(String name, List<Code> codes, List<Spelling> spellings) implements Serializable {
    public CodeList {
        codes = List.copyOf(codes);
        spellings = List.copyOf(spellings);
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
