package equalities.stage.publish.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands where a figure does not. */
final class Shorthand {
    /** Hidden, so that nobody can be recognised. */
    static final String HIDDEN = "[c]";

    /** There is no figure. */
    static final String NOT_AVAILABLE = "[x]";

    private Shorthand() {}

    static String of(Map<String, @Nullable Object> row) {
        return Boolean.TRUE.equals(row.get("hidden")) ? HIDDEN : NOT_AVAILABLE;
    }
}
