package equalities.stage.consolidate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import equalities.engine.spark.SparkTypes;
import equalities.spec.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows in the columns of a contract: in its order and types, null where the rows have none. */
final class Aligned {
    private Aligned() {}

    static Dataset<Row> to(List<Table.Column> columns, Dataset<Row> rows) {
        Set<String> there = Arrays.stream(rows.columns()).collect(Collectors.toSet());
        return rows.select(columns.stream()
                .map(c -> (there.contains(c.name()) ? col("`" + c.name() + "`") : lit(null))
                        .cast(SparkTypes.of(c.type()))
                        .as(c.name()))
                .toArray(Column[]::new));
    }
}
