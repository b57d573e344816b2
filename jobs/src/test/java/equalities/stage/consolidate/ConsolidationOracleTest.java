package equalities.stage.consolidate;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.Relation;
import equalities.engine.spark.SparkEngine;
import equalities.spec.EligibilityRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spark consolidates invented returns, DuckDB does it again by other means, and the two agree row by row. */
@Tag("drill")
class ConsolidationOracleTest {
    @TempDir
    static Path folder = Path.of(".");

    private static final SparkEngine SPARK =
            new SparkEngine("local[2]", Path.of(System.getProperty("java.io.tmpdir")), List.of(), Map.of());

    @AfterAll
    static void stop() {
        SPARK.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void two_engines_agree_row_by_row(int seed) throws Exception {
        try (Database database = Database.inMemory()) {
            consolidated(database, seed);
            for (String table : List.of("patient", "advocacy_case")) {
                String source = table.equals("patient") ? "hospital" : "advocacy";
                String columns =
                        "submission_id, row_number, link_tier, gender, gender_source, disability, disability_source,"
                                + " case when person_key like 'person %' then person_key end, count(*) over (partition by period, person_key)";
                assertThat(lines(database, "select " + columns + " from spark_" + table))
                        .as(table)
                        .hasSizeGreaterThan(100)
                        .isEqualTo(lines(
                                database,
                                "select l.submission_id, l.row_number, l.tier, a.gender, a.gender_source, a.disability, a.disability_source,"
                                        + " case when l.person like 'person %' then l.person end, count(*) over (partition by l.period, l.person)"
                                        + " from linked l join answer a on a.period = l.period and a.person = l.person where l.source = '"
                                        + source + "'"));
            }
        }
    }

    @Test
    void two_engines_agree_on_who_qualifies_and_on_every_episode() throws Exception {
        try (Database database = Database.inMemory()) {
            consolidated(database, 4);
            assertThat(lines(database, "select submission_id, row_number, qualifies from spark_patient"))
                    .isEqualTo(lines(database, "select submission_id, row_number, qualifies from judged"));
            String numbered = " where person like 'person %'";
            assertThat(
                            lines(
                                    database,
                                    "select period, person_key as person, kind, start_date, end_date from spark_episode where person_key like 'person %'"))
                    .hasSizeGreaterThan(100)
                    .isEqualTo(lines(
                            database, "select period, person, kind, start_date, end_date from day_episode" + numbered));
            assertThat(database.count("select count(*) from spark_episode"))
                    .isEqualTo(database.count("select count(*) from day_episode"));
        }
    }

    @Test
    void the_ledger_counts_what_the_oracle_leaves_standing() throws Exception {
        try (Database database = Database.inMemory()) {
            consolidated(database, 5);
            assertThat(lines(
                            database,
                            "select submission_id, rows_accepted from spark_submission where rows_accepted > 0"))
                    .isEqualTo(lines(database, "select submission_id, count(*) from standing group by submission_id"));
            assertThat(database.count("select count(*) from spark_submission where rows_superseded > 0"))
                    .isPositive();
        }
    }

    /** The same returns through both engines: {@code spark_<table>} beside the oracle's own tables. */
    private static void consolidated(Database database, int seed) throws Exception {
        database.execute("set variable seed = " + seed);
        database.execute(Invented.sql("returns.sql"));
        Invented home = new Invented(folder.resolve("home" + seed));
        home.standard(
                database,
                Map.of(
                        "qualifying-patients.national", "from raw_patient where person_key is not null",
                        "qualifying-patients.number-if-known", "from raw_patient where person_key is null",
                        "advocacy-cases.national", "from raw_case where person_key is not null",
                        "advocacy-cases.number-if-known", "from raw_case where person_key is null",
                        "submission", Invented.SUBMISSIONS));
        home.consolidate(SPARK);
        for (String table : List.of("patient", "advocacy_case", "episode", "submission")) {
            home.show(database, table, "spark_" + table);
        }
        database.execute("create table rule as " + rules());
        database.execute(Invented.sql("oracle.sql"));
    }

    /** The rules in force at some time, as rows. */
    private static String rules() {
        List<EligibilityRule> rules = Invented.SPECIFICATION.eligibility().rules();
        return rules.stream()
                .filter(r -> r.from() != null)
                .map(r -> "select " + rules.indexOf(r) + " as position, " + list(r.legalStatus()) + " as legal_status, "
                        + list(r.treatment()) + " as treatment, " + r.ageBelow() + "::int as age_below, "
                        + r.qualifies()
                        + " as qualifies, date '" + r.from() + "' as valid_from")
                .collect(Collectors.joining(" union all "));
    }

    private static String list(List<String> codes) {
        return codes.stream().map(Database::literal).collect(Collectors.joining(", ", "[", "]::varchar[]"));
    }

    private static List<String> lines(Database database, String query) {
        Relation relation = database.query("select * from (" + query + ") order by all");
        return relation.rows().stream()
                .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(" | ")))
                .toList();
    }
}
