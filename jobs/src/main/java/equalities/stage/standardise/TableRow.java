package equalities.stage.standardise;

import equalities.spec.Specification;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows in the columns of a table's contract. */
final class TableRow {
    private TableRow() {}

    /** @param values by column; a column without one is null */
    static @Nullable Object[] of(
            Specification specification, String table, Map<String, ? extends @Nullable Object> values) {
        return specification.table(table).columns().stream()
                .map(c -> values.get(c.name()))
                .toArray();
    }
}
