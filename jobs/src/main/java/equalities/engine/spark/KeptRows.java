package equalities.engine.spark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** Rows that several tables follow from: computed once and kept, and the plans of those tables begin at them. */
public final class KeptRows {
    private KeptRows() {}

    /**
     * The same rows, kept until the catalogue's cache is cleared. A plan over them is as small as it looks: Spark goes
     * through all of a plan again at every step that is added, which costs more than the work itself where rows are few.
     * An executor that is lost is no loss, for the rows still know what they were made of.
     */
    public static Dataset<Row> of(Dataset<Row> rows) {
        Dataset<Row> kept = rows.persist(StorageLevel.MEMORY_AND_DISK());
        var session = (SparkSession) kept.sparkSession();
        var plan = ((org.apache.spark.sql.classic.Dataset<Row>) kept).queryExecution();
        return session.internalCreateDataFrame(plan.toRdd(), kept.schema(), false);
    }
}
