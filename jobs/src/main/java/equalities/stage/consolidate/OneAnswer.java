package equalities.stage.consolidate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.forall;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import equalities.spec.Characteristic;
import equalities.spec.Status;
import equalities.spec.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One answer per person, period and characteristic, out of all sources: an answer beats a non-answer, then the source
 * believed first, then the newer. What each record said itself stays beside it.
 */
final class OneAnswer {
    private static final List<String> PERSON = List.of("period", "person_key");

    private final List<Characteristic> characteristics;

    OneAnswer(List<Characteristic> characteristics) {
        this.characteristics = characteristics;
    }

    /** Everybody's answers: period, person_key, and per characteristic the best one as {@code _<column>}. */
    Dataset<Row> of(Map<Table, Dataset<Row>> sources) {
        Dataset<Row> all = sources.entrySet().stream()
                .map(e -> candidates(e.getKey(), e.getValue()))
                .reduce(Dataset::unionByName)
                .orElseThrow();
        List<Column> best = characteristics.stream()
                .map(c -> max(col("_" + c.column())).as("_" + c.column()))
                .toList();
        return all.groupBy("period", "person_key")
                .agg(best.get(0), best.subList(1, best.size()).toArray(Column[]::new));
    }

    private Dataset<Row> candidates(Table table, Dataset<Row> rows) {
        Table.Source source = table.source();
        if (source == null) {
            throw new IllegalArgumentException("schemas/tables/" + table.name() + ".yaml names no source of answers");
        }
        List<Column> columns = new ArrayList<>(List.of(col("period"), col("person_key")));
        for (Characteristic c : characteristics) {
            columns.add(struct(
                            rank(c).as("rank"),
                            lit(source.preference()).as("preference"),
                            col(source.date()).as("date"),
                            col("submission_id"),
                            col("row_number"),
                            lit(source.name()).as("source"),
                            recorded(c).as("answer"))
                    .as("_" + c.column()));
        }
        return rows.select(columns.toArray(Column[]::new));
    }

    /** The table's rows with the one answer, what the row itself recorded, and where the answer came from. */
    Dataset<Row> join(Dataset<Row> rows, Dataset<Row> answers) {
        Set<String> asked = characteristics.stream().map(Characteristic::column).collect(Collectors.toSet());
        List<Column> columns = Arrays.stream(rows.columns())
                .filter(c -> !asked.contains(c))
                .map(c -> col("`" + c + "`"))
                .collect(Collectors.toCollection(ArrayList::new));
        for (Characteristic c : characteristics) {
            String best = "_" + c.column();
            columns.add(recorded(c).as(c.column() + "_recorded"));
            columns.add(col(best + ".answer").as(c.column()));
            columns.add(col(best + ".source").as(c.column() + "_source"));
        }
        return rows.join(answers, person(), "left").select(columns.toArray(Column[]::new));
    }

    private static Seq<String> person() {
        return CollectionConverters.asScala(PERSON).toSeq();
    }

    /** What the row says; a layout that knows no such question did not collect it. */
    private static Column recorded(Characteristic c) {
        Column none = lit(Status.NOT_COLLECTED.word());
        return coalesce(col(c.column()), c.many() ? array(none) : none);
    }

    /** Higher is better: an answer, then the kinds of not knowing in the order of {@link Status}. */
    private static Column rank(Characteristic c) {
        Column rank = lit(Status.values().length - Status.KNOWN.ordinal());
        for (Status status : Status.values()) {
            if (status != Status.KNOWN) {
                rank = when(says(c, status), lit(Status.values().length - status.ordinal()))
                        .otherwise(rank);
            }
        }
        return rank;
    }

    private static Column says(Characteristic c, Status status) {
        Column code = lit(c.codeOf(status));
        return c.many()
                ? forall(recorded(c), answer -> answer.equalTo(code))
                : recorded(c).equalTo(code);
    }
}
