package equalities.spec;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a layout beyond one field.
 *
 * @param rule its name, as a person reads it
 * @param field the canonical column it is about
 * @param notBefore a date column that {@code field} may not lie before, or null
 * @param multipleOf a whole number that divides {@code field}, or null
 * @param when canonical column to the values for which the rule holds; empty for every row
 * @param severity whether a row that breaks it is held
 */
public record RowRule(
        String rule,
        String field,
        @Nullable String notBefore,
        @Nullable Integer multipleOf,
        Map<String, List<String>> when,
        Severity severity)
        implements Serializable {

    /** Whether a row is held (error), accepted and named (warning), or kept aside as no record at all (note). */
    public enum Severity {
        ERROR,
        WARNING,
        NOTE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public RowRule {
        when = Map.copyOf(when);
    }
}
