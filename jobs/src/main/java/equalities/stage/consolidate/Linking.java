package equalities.stage.consolidate;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.when;

import equalities.engine.spark.KeptRows;
import equalities.spec.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Finds the person of rows without an NHS number. Tier 2: the keyed hash of date of birth, sex and site fits exactly one
 * person among the hospitals' rows of the period and exactly one among the advocacy services', and one of these two has
 * no number. What is not linked keeps a key of its own, so that it is counted and never taken for somebody else.
 */
final class Linking {
    private static final List<String> LINK = List.of("period", "link_key");

    /** The row's person as far as its own side can tell: the number's key, or else a key of what names the row. */
    static final String WHO = "_who";

    private final Dataset<Row> accepted;

    private Linking(Dataset<Row> accepted) {
        this.accepted = accepted;
    }

    /**
     * The sources with every row's person and the tier by which it was found.
     *
     * @param sources rows as {@link #identified} gives them, by the table they go to
     * @param tier2 whether rows without a number are linked at all
     */
    static Map<Table, Dataset<Row>> of(Map<Table, Dataset<Row>> sources, boolean tier2) {
        if (sources.isEmpty()) {
            return sources;
        }
        Dataset<Row> evidence = sources.entrySet().stream()
                .map(e -> evidence(e.getValue(), isEntitled(e.getKey())))
                .reduce(Dataset::unionByName)
                .orElseThrow();
        Linking linking = new Linking(KeptRows.of(accepted(evidence.filter(lit(tier2)))));
        Map<Table, Dataset<Row>> linked = new LinkedHashMap<>();
        sources.forEach((table, rows) -> linked.put(table, linking.apply(rows)));
        return linked;
    }

    private static boolean isEntitled(Table table) {
        return table.source() != null && table.source().entitled();
    }

    private static Dataset<Row> accepted(Dataset<Row> evidence) {
        Dataset<Row> wanted = evidence.filter(
                        col("number").isNull().and(col("link_key").isNotNull()))
                .select("period", "link_key")
                .distinct();
        return evidence.join(
                        broadcast(wanted), CollectionConverters.asScala(LINK).toSeq(), "left_semi")
                .groupBy("period", "link_key")
                .agg(
                        count_distinct(col("hospital")).as("hospitals"),
                        count_distinct(col("advocate")).as("advocates"),
                        max(col("number")).as("_number"),
                        max(col("number").isNull()).as("wanted"))
                .filter(col("hospitals")
                        .equalTo(1)
                        .and(col("advocates").equalTo(1))
                        .and(col("wanted")))
                .select(
                        col("period"),
                        col("link_key"),
                        coalesce(col("_number"), hash("both")).as("_linked"));
    }

    private static Dataset<Row> evidence(Dataset<Row> rows, boolean hospital) {
        Column none = lit(null).cast("string");
        return rows.select(
                col("period"),
                col("link_key"),
                (hospital ? col(WHO) : none).as("hospital"),
                (hospital ? none : col(WHO)).as("advocate"),
                col("person_key").as("number"));
    }

    /** The rows with {@link #WHO}; the columns of {@code identity} tell people without a number apart. */
    static Dataset<Row> identified(Dataset<Row> rows, Table.Source source) {
        Column[] parts = Stream.concat(
                        Stream.of(lit(source.name()), col("period"), col("provider_code")),
                        source.identity().stream().map(c -> col(c)))
                .toArray(Column[]::new);
        return rows.withColumn(WHO, coalesce(col("person_key"), sha2(concat_ws("\n", parts), 256)));
    }

    private Dataset<Row> apply(Dataset<Row> rows) {
        Column tier =
                when(col("person_key").isNotNull(), lit(1)).when(col("_linked").isNotNull(), lit(2));
        return rows.join(broadcast(accepted), CollectionConverters.asScala(LINK).toSeq(), "left")
                .withColumn("link_tier", tier)
                .withColumn("person_key", coalesce(col("person_key"), col("_linked"), col(WHO)))
                .drop("_linked");
    }

    private static Column hash(String word) {
        return sha2(concat_ws("\n", lit(word), col("period"), col("link_key")), 256);
    }
}
