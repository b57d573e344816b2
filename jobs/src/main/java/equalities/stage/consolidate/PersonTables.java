package equalities.stage.consolidate;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import equalities.engine.spark.KeptRows;
import equalities.lake.Partition;
import equalities.spec.Layout;
import equalities.spec.Period;
import equalities.spec.Specification;
import equalities.spec.Table;
import equalities.stage.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/** The tables that returns fill, in Spark: what stands after superseding, with one answer per person. */
final class PersonTables {
    /** How many rows of each submission a later one repeated or superseded, and which one it was. */
    static final String LATER = "later";

    private final SparkSession session;
    private final Partition standard;
    private final Specification specification;
    private final Progress progress;

    PersonTables(SparkSession session, Partition standard, Specification specification, Progress progress) {
        this.session = session;
        this.standard = standard;
        this.specification = specification;
        this.progress = progress;
    }

    void write(Path aside) throws IOException {
        Map<String, List<Layout>> returns = specification.layouts().stream()
                .collect(Collectors.groupingBy(Layout::returnName, LinkedHashMap::new, Collectors.toList()));
        Map<Table, Dataset<Row>> standing = new LinkedHashMap<>();
        List<Dataset<Row>> later = new ArrayList<>();
        for (List<Layout> layouts : returns.values()) {
            for (Dataset<Row> judged : judged(layouts)) {
                Table table = specification.table(layouts.get(0).fills());
                later.add(counts(judged));
                Dataset<Row> accepted = judged.filter(col(Superseding.OUTCOME).equalTo(Superseding.ACCEPTED));
                standing.merge(table, accepted, Dataset::unionByName);
            }
        }
        writeStanding(standing, aside);
        if (!later.isEmpty()) {
            save(later.stream().reduce(Dataset::unionByName).orElseThrow(), aside.resolve(LATER));
        }
        session.catalog().clearCache();
    }

    /** All rows of a return, with their outcome; none when nobody sent it. */
    private List<Dataset<Row>> judged(List<Layout> layouts) throws IOException {
        Table table = specification.table(layouts.get(0).fills());
        List<Table.Column> columns = standardColumns(table);
        List<Dataset<Row>> parts = new ArrayList<>();
        for (Layout layout : layouts) {
            List<Path> places = standard.table(layout.returnName() + "." + layout.name());
            if (!places.isEmpty()) {
                Dataset<Row> rows = session.read()
                        .parquet(places.stream().map(Path::toString).toArray(String[]::new));
                parts.add(Aligned.to(columns, rows));
            }
        }
        if (parts.isEmpty()) {
            return List.of();
        }
        Dataset<Row> all = parts.stream().reduce(Dataset::unionByName).orElseThrow();
        List<String> key = layouts.get(0).key();
        if (table.source() != null) {
            all = Linking.identified(all, table.source());
            key = key.stream()
                    .map(c -> c.equals("person_key") ? Linking.WHO : c)
                    .toList();
        }
        List<String> said = columns.stream()
                .map(Table.Column::name)
                .filter(c -> !List.of("submission_id", "row_number", "version").contains(c))
                .toList();
        return List.of(KeptRows.of(Superseding.judge(all, key, said)));
    }

    /** The columns of the contract as the standard zone has them: no consolidated ones, but which version it is of. */
    private List<Table.Column> standardColumns(Table table) {
        Stream<Table.Column> own = table.columns().stream()
                .filter(c -> specification.personCharacteristics().stream()
                        .noneMatch(p -> c.name().equals(p.column() + "_recorded")
                                || c.name().equals(p.column() + "_source")));
        return Stream.concat(own, Stream.of(new Table.Column("version", Table.Type.STRING, "", null, List.of())))
                .toList();
    }

    private static Dataset<Row> counts(Dataset<Row> judged) {
        return judged.filter(col(Superseding.OUTCOME).notEqual(Superseding.ACCEPTED))
                .groupBy("period", "provider_code", "submission_id", Superseding.BY)
                .agg(
                        sum(when(col(Superseding.OUTCOME).equalTo(Superseding.REPEATED), lit(1L))
                                        .otherwise(lit(0L)))
                                .as("repeated"),
                        sum(when(col(Superseding.OUTCOME).equalTo(Superseding.SUPERSEDED), lit(1L))
                                        .otherwise(lit(0L)))
                                .as("superseded"));
    }

    private void writeStanding(Map<Table, Dataset<Row>> standing, Path aside) throws IOException {
        OneAnswer oneAnswer = new OneAnswer(specification.personCharacteristics());
        Map<Table, Dataset<Row>> sources = standing.entrySet().stream()
                .filter(e -> e.getKey().source() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
        sources = Linking.of(sources, specification.linking().tier2());
        standing.putAll(sources);
        Dataset<Row> answers = sources.isEmpty() ? session.emptyDataFrame() : KeptRows.of(oneAnswer.of(sources));
        int done = 0;
        for (Map.Entry<Table, Dataset<Row>> entry : standing.entrySet()) {
            Table table = entry.getKey();
            Dataset<Row> rows = knownFrom(entry.getValue());
            if (table.source() != null) {
                rows = oneAnswer.join(rows, answers);
            }
            if (table.column("qualifies").isPresent()) {
                Period period = Period.of(standard.period());
                rows = KeptRows.of(new Entitlement(specification.eligibility().rules(), period).judge(rows));
                writeEpisodes(rows, aside);
            }
            save(Aligned.to(table.columns(), rows), aside.resolve(table.name()));
            progress.at("tables consolidated", ++done, standing.size());
        }
    }

    /** When each row was known: when its submission came. */
    private Dataset<Row> knownFrom(Dataset<Row> rows) throws IOException {
        List<String> submission = List.of("period", "provider_code", "submission_id");
        String[] places =
                standard.table("submission").stream().map(Path::toString).toArray(String[]::new);
        Dataset<Row> received = session.read()
                .parquet(places)
                .select(
                        col("period"),
                        col("provider_code"),
                        col("submission_id"),
                        col("received_at").as("known_from"));
        return rows.drop("known_from")
                .join(
                        broadcast(received),
                        CollectionConverters.asScala(submission).toSeq(),
                        "left");
    }

    private void writeEpisodes(Dataset<Row> patients, Path aside) {
        Table table = specification.table("episode");
        Dataset<Row> episodes = new Episodes(
                        specification.codeList("legal_status"),
                        specification.eligibility().suspendedBy())
                .of(patients);
        save(Aligned.to(table.columns(), episodes), aside.resolve(table.name()));
    }

    private static void save(Dataset<Row> rows, Path folder) {
        rows.sortWithinPartitions(java.util.Arrays.stream(rows.columns())
                        .limit(4)
                        .map(c -> col("`" + c + "`"))
                        .toArray(org.apache.spark.sql.Column[]::new))
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(folder.toString());
    }
}
