package equalities.record;

import equalities.spec.Field.Workforce;
import equalities.spec.RowRule.Severity;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of one row; every row has exactly one. */
public sealed interface RowOutcome extends Serializable {
    RawRow row();

    /** The fingerprint of its key columns; null where they say nothing, or are what is wrong. */
    default @Nullable String key() {
        return null;
    }

    /**
     * @param values in the order of {@link equalities.spec.StandardColumns}: text, Long, Double, Boolean, LocalDate or a list of text
     * @param workforce counts of staff, where the return has them
     * @param key the fingerprint of its key columns: sent again it has the same, whatever else changed
     */
    record Accepted(
            RawRow row,
            List<@Nullable Object> values,
            Map<Workforce, Long> workforce,
            List<Reason> warnings,
            String key)
            implements RowOutcome {}

    /** @param key the fingerprint of its key columns, or null where one of these is what is wrong */
    record Held(RawRow row, List<Reason> reasons, @Nullable String key) implements RowOutcome {
        /** Whether it is a title, a note or a sum, which nobody needs to mend. */
        public boolean isNoRecord() {
            return reasons.stream().allMatch(r -> r.severity() == Severity.NOTE);
        }
    }

    record Repeated(RawRow row) implements RowOutcome {}

    record Blank(RawRow row) implements RowOutcome {}
}
