package equalities.stage.consolidate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import equalities.spec.Code;
import equalities.spec.CodeList;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Episodes out of patient records: within a period, what overlaps, repeats or touches in one kind of legal status is one
 * episode, across sites. Where one kind is suspended by another, its days are cut out while the other runs.
 */
final class Episodes {
    /** Stands for the end of what has none yet. */
    private static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    private static final String CUTS = "array<struct<from:date,to:date>>";
    private static final List<String> PERSON = List.of("period", "person_key");

    private final CodeList legalStatuses;
    private final Map<String, String> suspendedBy;

    Episodes(CodeList legalStatuses, Map<String, String> suspendedBy) {
        this.legalStatuses = legalStatuses;
        this.suspendedBy = suspendedBy;
    }

    /** Rows of the contract of {@code episode} out of judged patient records. */
    Dataset<Row> of(Dataset<Row> patients) {
        Dataset<Row> stays = patients.select(
                col("period"),
                col("person_key"),
                kind().as("kind"),
                col("site_code"),
                col("legal_status"),
                col("start_date"),
                coalesce(col("end_date"), lit(OPEN)).as("last"),
                col("qualifies"));
        Dataset<Row> suspended = stays;
        for (Map.Entry<String, String> pair : suspendedBy.entrySet()) {
            suspended = withoutSuspension(suspended, stays, pair.getKey(), pair.getValue());
        }
        return merged(suspended);
    }

    private Column kind() {
        Column kind = col("legal_status");
        for (String group : legalStatuses.groups()) {
            Object[] codes = legalStatuses.codes().stream()
                    .filter(c -> c.group().equals(group))
                    .map(Code::code)
                    .toArray();
            kind = when(col("legal_status").isin(codes), lit(group)).otherwise(kind);
        }
        return kind;
    }

    /** Each stay of the kind in the pieces that lie before, between and behind the episodes that suspend it. */
    private static Dataset<Row> withoutSuspension(Dataset<Row> stays, Dataset<Row> all, String kind, String by) {
        Dataset<Row> cuts = merged(all.filter(col("kind").equalTo(by)))
                .groupBy("period", "person_key")
                .agg(array_sort(collect_list(struct(
                                col("start_date").as("from"),
                                coalesce(col("end_date"), lit(OPEN)).as("to"))))
                        .as("cuts"));
        Column starts = concat(array(col("start_date")), transform(col("cuts"), c -> date_add(c.getField("to"), 1)));
        Column ends = concat(transform(col("cuts"), c -> date_sub(c.getField("from"), 1)), array(col("last")));
        Dataset<Row> pieces = stays.filter(col("kind").equalTo(kind))
                .join(cuts, CollectionConverters.asScala(PERSON).toSeq(), "left")
                .withColumn("cuts", coalesce(col("cuts"), array().cast(CUTS)))
                .withColumn("starts", starts)
                .withColumn("ends", ends)
                .withColumn("piece", explode(arrays_zip(col("starts"), col("ends"))))
                .withColumn("start_date", greatest(col("start_date"), col("piece.starts")))
                .withColumn("last", least(col("last"), col("piece.ends")))
                .filter(col("start_date").leq(col("last")));
        Column[] columns = Arrays.stream(stays.columns()).map(c -> col(c)).toArray(Column[]::new);
        return stays.filter(col("kind").notEqual(kind)).unionByName(pieces.select(columns));
    }

    private static Dataset<Row> merged(Dataset<Row> stays) {
        WindowSpec earlier = Window.partitionBy("period", "person_key", "kind")
                .orderBy("start_date", "last", "site_code", "legal_status")
                .rowsBetween(Window.unboundedPreceding(), -1);
        WindowSpec untilNow = earlier.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Column breaks = when(col("start_date").gt(date_add(max(col("last")).over(earlier), 1)), lit(1))
                .otherwise(lit(0));
        Column firstSite = struct(col("start_date"), col("last"), col("site_code"));
        Column lastSite = struct(col("last"), col("start_date"), col("site_code"));
        return stays.withColumn("_break", breaks)
                .withColumn("_episode", sum(col("_break")).over(untilNow))
                .groupBy("period", "person_key", "kind", "_episode")
                .agg(
                        min(col("start_date")).as("start_date"),
                        nullif(max(col("last")), lit(OPEN)).as("end_date"),
                        min_by(col("site_code"), firstSite).as("first_site"),
                        max_by(col("site_code"), lastSite).as("last_site"),
                        array_sort(collect_set("site_code")).as("sites"),
                        array_sort(collect_set("legal_status")).as("legal_statuses"),
                        count(lit(1)).as("records"),
                        max(col("qualifies")).as("qualifies"))
                .drop("_episode");
    }
}
