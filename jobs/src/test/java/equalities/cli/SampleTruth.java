package equalities.cli;

import equalities.engine.duckdb.Database;
import java.nio.file.Path;

/** The right answers that lie beside the sample returns. */
final class SampleTruth {
    private static final Path SAMPLE =
            Path.of(System.getProperty("equalities.root", "..")).resolve("jobs/sample");

    private SampleTruth() {}

    /** Its cells of linked uptake as a relation {@code t}, all columns text. */
    static String uptake() {
        return "read_csv(" + Database.literal(SAMPLE.resolve("uptake.csv").toString()) + ", all_varchar = true) t";
    }

    /** A query that counts the cells in which {@code finding} differs from it. */
    static String differingCells() {
        return "select count(*) from " + uptake()
                + " left join finding f on f.basis = 'linked' and f.place_level = t.place_level"
                + " and f.place = t.place and f.characteristic = t.characteristic and f.code = t.code"
                + " where f.numerator is distinct from t.accessed::bigint"
                + " or f.denominator is distinct from t.qualifying::bigint";
    }
}
