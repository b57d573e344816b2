package equalities.engine.parquet;

import equalities.spec.StandardColumns.StandardColumn;
import equalities.spec.Table;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

/**
 * A table as a folder of Parquet files, and its columns.
 *
 * @param folder as text, because a path cannot be sent to an executor
 */
public record RowTable(String folder, List<StandardColumn> columns) implements Serializable {
    public RowTable {
        columns = List.copyOf(columns);
    }

    /** The table of that name in a folder of tables. */
    public static RowTable in(Path zone, String name, List<StandardColumn> columns) {
        return new RowTable(zone.resolve(name).toString(), columns);
    }

    /** The table in its contract's columns. */
    public static RowTable of(Table contract, Path zone) {
        List<StandardColumn> columns = contract.columns().stream()
                .map(c -> new StandardColumn(c.name(), c.type()))
                .toList();
        return in(zone, contract.name(), columns);
    }
}
