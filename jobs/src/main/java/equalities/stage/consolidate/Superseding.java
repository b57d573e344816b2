package equalities.stage.consolidate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Of all rows that a provider sent for one period with the same key, that of the newest version stands, whichever came
 * first. An older one that said the same is repeated, one that said something else is superseded.
 */
final class Superseding {
    static final String OUTCOME = "_outcome";
    static final String ACCEPTED = "accepted";
    static final String REPEATED = "repeated";
    static final String SUPERSEDED = "superseded";

    /** The submission of the row that stands. */
    static final String BY = "_by";

    private Superseding() {}

    /** The rows with their outcome. */
    static Dataset<Row> judge(Dataset<Row> rows, List<String> key, List<String> said) {
        Column[] group = Stream.concat(Stream.of("period", "provider_code"), key.stream())
                .map(Superseding::named)
                .toArray(Column[]::new);
        WindowSpec newestFirst = Window.partitionBy(group).orderBy(desc("version"), desc("row_number"));
        Column what = xxhash64(said.stream().map(Superseding::named).toArray(Column[]::new));
        Column outcome = when(col("_rank").equalTo(1), lit(ACCEPTED))
                .when(col("_said").equalTo(col("_newest")), lit(REPEATED))
                .otherwise(lit(SUPERSEDED));
        return rows.withColumn("_said", what)
                .withColumns(Map.of(
                        "_rank",
                        row_number().over(newestFirst),
                        "_newest",
                        first("_said").over(newestFirst),
                        BY,
                        first("submission_id").over(newestFirst)))
                .withColumn(OUTCOME, outcome)
                .drop("_said", "_rank", "_newest");
    }

    private static Column named(String name) {
        return col("`" + name + "`");
    }
}
