package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.engine.duckdb.Database;
import equalities.engine.spark.SparkEngine;
import equalities.lake.Home;
import equalities.lake.Zone;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an analyst does with the warehouse of the sample: asks, follows a figure to its rows, counts again. */
class AnalystTest {
    private static final Path ROOT = Path.of(System.getProperty("equalities.root", ".."));

    @TempDir
    static Path folder = Path.of(".");

    private static Path home = Path.of(".");

    @BeforeAll
    static void run() {
        home = folder.resolve("home");
        String landing = ROOT.resolve("jobs/sample/landing").toString();
        assertThat(Equalities.run("run", "--landing", landing, "--home", home.toString(), "--json"))
                .isZero();
    }

    @Test
    void every_question_of_the_manual_has_an_answer() throws IOException {
        String manual = Files.readString(ROOT.resolve("sql/README.md"));
        Matcher questions = Pattern.compile("(?s)```sql\n(.*?)```").matcher(manual);
        int asked = 0;
        try (Database database = open()) {
            for (; questions.find(); asked++) {
                assertThat(database.query(questions.group(1)).rows())
                        .as(questions.group(1))
                        .isNotEmpty();
            }
        }
        assertThat(asked).isGreaterThanOrEqualTo(20);
    }

    @Test
    void a_finding_is_explained_down_to_its_rows_without_a_value() {
        String id;
        try (Database database = open()) {
            id = String.valueOf(
                    database.value(
                            "select finding_id from finding where measure = 'uptake' and place_level = 'england' and basis = 'linked' and characteristic = 'ethnicity' and code = 'N'"));
        }
        String told = told("explain", id, "--home", home.toString());
        assertThat(told)
                .contains("black African patients", "sql/findings/verdict.sql", "numerator of advocacy_case")
                .contains("advocacy-cases.csv")
                .doesNotContain("person_key");
        assertThat(Equalities.run("explain", "nothing", "--home", home.toString()))
                .isEqualTo(ExitCode.USAGE.number());
    }

    /** One finding of each basis, of each measure of cases, and of a pair of answers at a site. */
    @Test
    void every_kind_of_finding_is_explained_down_to_rows_of_submissions() {
        List<String> ids;
        try (Database database = open()) {
            ids = database
                    .query(
                            "select min(finding_id) from finding where denominator > 0 and place_level in ('england', 'site')"
                                    + " group by measure, basis, place_level, characteristic like '% and %'")
                    .rows()
                    .stream()
                    .map(r -> String.valueOf(r.get(0)))
                    .toList();
        }
        assertThat(ids).hasSizeGreaterThan(20);
        for (String id : ids) {
            assertThat(told("explain", id, "--home", home.toString()))
                    .as(id)
                    .containsPattern("denominator of (patient|advocacy_case|monitoring_count): \\w+ .*, \\d+ rows");
        }
    }

    @Test
    void spark_counts_the_same_from_the_standard_zone_for_every_answer_and_pair() throws IOException {
        Map<String, String> byDuckDb = new TreeMap<>();
        try (Database database = open()) {
            database.query(
                            "select concat_ws(' | ', measure, place_level, place, characteristic, code), numerator || ' of ' || denominator"
                                    + " from finding where basis in ('linked', 'cases') and characteristic <> 'kind of section' and numerator is not null")
                    .rows()
                    .forEach(r -> byDuckDb.put(String.valueOf(r.get(0)), String.valueOf(r.get(1))));
        }
        try (SparkEngine spark = new SparkEngine("local[2]", folder.resolve("scratch"), List.of(), Map.of())) {
            Files.createDirectories(folder.resolve("scratch"));
            Specification specification = SpecificationReader.read(ROOT.resolve("schemas"));
            Map<String, String> bySpark =
                    new SparkOpinion(spark.session(), specification).figures(new Home(home).zone(Zone.STANDARD));
            assertThat(bySpark).hasSizeGreaterThan(5_000).isEqualTo(byDuckDb);
        }
    }

    private static String told(String... command) {
        PrintStream before = System.out;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            assertThat(Equalities.run(command)).isZero();
        } finally {
            System.setOut(before);
        }
        return told.toString(StandardCharsets.UTF_8);
    }

    private static Database open() {
        return Database.readOnly(home.resolve("warehouse.duckdb"));
    }
}
