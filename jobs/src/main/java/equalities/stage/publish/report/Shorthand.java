package equalities.stage.publish.report;

import static equalities.stage.publish.report.Row.text;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands where a figure does not: {@code [c]} hidden, {@code [x]} not available, {@code [z]} not applicable, {@code [low]} shown as 0 and is more. */
final class Shorthand {
    /** There is no figure. */
    static final String NOT_AVAILABLE = "[x]";

    private static final String HIDDEN = "[c]";

    private Shorthand() {}

    /** By the mark of the column's count; a figure without one is hidden where a count of its row is. */
    static String of(Map<String, @Nullable Object> row, String column) {
        String mark = text(row, column + "_mark");
        if (!mark.isEmpty()) {
            return "[" + mark + "]";
        }
        return Boolean.TRUE.equals(row.get("hidden")) ? HIDDEN : NOT_AVAILABLE;
    }

    static boolean isLow(Map<String, @Nullable Object> row, String column) {
        return text(row, column + "_mark").equals("low");
    }
}
