package equalities.stage.standardise;

import equalities.spec.Specification;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Spark rows in the columns of a table's contract. */
final class TableRow {
    private TableRow() {}

    /** @param values by column; a column without one is null */
    static Row of(Specification specification, String table, Map<String, ? extends @Nullable Object> values) {
        return RowFactory.create(specification.table(table).columns().stream()
                .map(c -> values.get(c.name()))
                .toArray());
    }
}
