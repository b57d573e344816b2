package equalities.record;

import equalities.spec.Code;
import equalities.spec.CodeList;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A code and its label in one cell, in either order; they must mean the same. */
final class LabelledCode {
    private final CodeList list;
    private final Map<String, String> codes;
    private final Function<String, @Nullable String> labels;

    /**
     * @param codes folded code to the code of the list
     * @param labels the meaning of a normalised label
     */
    LabelledCode(CodeList list, Map<String, String> codes, Function<String, @Nullable String> labels) {
        this.list = list;
        this.codes = codes;
        this.labels = labels;
    }

    /** Whether a code stands at the beginning or the end. */
    boolean holdsCode(String normal) {
        return startsWithCode(normal) || endsWithCode(normal);
    }

    /** The code, or null where label and code mean different things. */
    @Nullable
    String code(String normal) {
        boolean first = startsWithCode(normal);
        int blank = first ? normal.indexOf(' ') : normal.lastIndexOf(' ');
        String code = String.valueOf(codes.get(first ? normal.substring(0, blank) : normal.substring(blank + 1)));
        String meaning = labels.apply(first ? normal.substring(blank + 1) : normal.substring(0, blank));
        String status = list.find(code).map(Code::group).orElse("");
        return code.equals(meaning) || (!status.isEmpty() && status.equals(meaning)) ? code : null;
    }

    private boolean startsWithCode(String normal) {
        return normal.indexOf(' ') > 0 && codes.containsKey(normal.substring(0, normal.indexOf(' ')));
    }

    private boolean endsWithCode(String normal) {
        return normal.indexOf(' ') > 0 && codes.containsKey(normal.substring(normal.lastIndexOf(' ') + 1));
    }
}
