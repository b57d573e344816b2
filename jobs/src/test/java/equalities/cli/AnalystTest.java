package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import equalities.audit.Event;
import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.QueryException;
import equalities.engine.duckdb.SqlLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an analyst does with the warehouse of the sample: asks, and follows a figure to its rows. */
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
        String told = Told.well("explain", id, "--home", home.toString());
        assertThat(told)
                .contains("black African patients", "sql/findings/verdict.sql", "numerator of advocacy_case")
                .contains("advocacy-cases.csv")
                .doesNotContain("person_key");
        assertThat(Equalities.run("explain", "nothing", "--home", home.toString()))
                .isEqualTo(ExitCode.USAGE.number());
    }

    /** One finding of each basis, of each measure of cases, and of a pair of answers at a site. */
    @Test
    @Tag("drill")
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
            assertThat(Told.well("explain", id, "--home", home.toString()))
                    .as(id)
                    .containsPattern("denominator of (patient|advocacy_case|monitoring_count): \\w+ .*, \\d+ rows");
        }
    }

    /** As an analyst copies it out of a release or the warehouse; figures.csv has the part after a colon. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "figures       | FIGURE_ID       | PRIMARY_LEVEL = 'England' and MEASURE_ID = 'RATIO' | who had an advocacy case",
                "gaps          | finding_id      | verdict = 'gap'                 | who had an advocacy case",
                "places_beside_the_average | funnel_id | place = 'NT1S1'             | this place: numerator of advocacy_case",
                "funnel        | funnel_id       | measure = 'met within 7 days'   | the other places of its level: denominator of advocacy_case",
                "standardised  | standardised_id | method = 'direct, by age'       | the standard, England: denominator of patient",
                "inequality    | inequality_id   | summary = 'd' and measure = 'uptake' | numerator of advocacy_case"
            })
    void a_figure_is_explained_by_its_identifier_down_to_rows_of_submissions(
            String table, String identifier, String which, String part) {
        String id;
        try (Database database = open()) {
            String published =
                    home.resolve("published/g000000001/" + table + ".parquet").toString();
            String from =
                    Files.exists(Path.of(published)) ? "read_parquet(" + Database.literal(published) + ")" : table;
            id = String.valueOf(database.value("select min(" + identifier + ") from " + from + " where " + which));
        }
        assertThat(Told.well("explain", id, "--home", home.toString()))
                .contains(part)
                .containsPattern("denominator of \\w+: \\w+ .*csv, \\d+ rows")
                .doesNotContain("person_key");
    }

    /** Every measure that sql/explanations explains beside findings. */
    @Test
    void measures_that_are_no_findings_are_explained_down_to_rows_of_submissions() {
        String home = AnalystTest.home.toString();
        List<String> measures = new SqlLibrary(ROOT.resolve("sql"))
                .folder("explanations").stream()
                        .map(f -> f.name())
                        .filter(n -> n.endsWith("_row") || n.endsWith("_finding"))
                        .map(n -> n.replaceFirst("_(row|finding)$", ""))
                        .filter(n -> Files.exists(ROOT.resolve("sql/measures/" + n + ".sql")))
                        .toList();
        assertThat(measures)
                .contains(
                        "days_to_contact",
                        "service_capacity",
                        "expected_need",
                        "completeness",
                        "concordance",
                        "silence",
                        "automatic_referral",
                        "uptake_by_denominator");
        for (String measure : measures) {
            assertThat(Told.well("explain", measure, "--home", home))
                    .as(measure)
                    .contains("sql/measures/" + measure + ".sql")
                    .containsPattern("of \\w+: \\w+ .*csv, \\d+ rows")
                    .doesNotContain("person_key");
        }
        assertThat(Told.well("explain", "days_to_contact", "--where", "place = 'England'", "--home", home))
                .contains("In England")
                .contains("from the first day entitled to the first meeting with an advocate");
        assertThat(Equalities.run("explain", "days_to_contact", "--where", "place = 'nowhere'", "--home", home))
                .isEqualTo(ExitCode.USAGE.number());
    }

    /** For R no registry here has DuckDB: of its example the queries alone. */
    @Test
    void the_queries_of_the_example_in_r_have_answers() throws IOException {
        Matcher queries = Pattern.compile("(?s)dbGetQuery\\(warehouse, \"(.*?)\"\\)")
                .matcher(Files.readString(ROOT.resolve("sql/examples/who_misses_out.R")));
        int asked = 0;
        try (Database database = open()) {
            for (; queries.find(); asked++) {
                assertThat(database.query(queries.group(1)).rows()).isNotEmpty();
            }
        }
        assertThat(asked).isEqualTo(2);
    }

    /** Python and its DuckDB are those that jobs/validate locks; they are installed where a registry is within reach. */
    @Test
    void the_example_in_python_prints_who_misses_out() throws Exception {
        Path example = ROOT.resolve("sql/examples/who_misses_out.py");
        assumeThat(python("-c", "import duckdb").waitFor())
                .as("jobs/validate/python could be installed")
                .isZero();
        Process python =
                python(example.toString(), home.resolve("warehouse.duckdb").toString());
        String printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher query = Pattern.compile("(?s)execute\\(\"\"\"(.*?)\"\"\"\\)").matcher(Files.readString(example));
        assertThat(query.find()).isTrue();
        try (Database database = open()) {
            List<String> gaps = database.query(query.group(1)).rows().stream()
                    .map(row -> row.get(0) + ": " + row.get(1))
                    .toList();
            assertThat(gaps).isNotEmpty();
            assertThat(printed.lines().filter(line -> !line.startsWith("({")))
                    .containsExactlyInAnyOrderElementsOf(gaps);
        }
        assertThat(printed).contains("({'value': 0.192700");
        assertThat(python.waitFor()).isZero();
    }

    private static Process python(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(ROOT.resolve("jobs/validate/python").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void what_is_granted_answers_the_questions_of_the_manual_without_the_home() throws IOException {
        Path granted = grant("granted");
        String rate =
                "select rate from finding where place_level = 'england' and measure = 'uptake' order by finding_id";
        assertThat(Told.well("sql", "--granted", granted.toString(), rate))
                .isEqualTo(Told.well("sql", "--home", home.toString(), rate));
        assertThat(Told.well(
                        "sql",
                        "--granted",
                        granted.toString(),
                        "select wilson(1, 10), count(*) from qualifying_patient"))
                .contains("(1 row)");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(granted)))
                .isEqualTo("rwxr-x---");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(granted.resolve("analyst.duckdb"))))
                .isEqualTo("rw-r-----");
        assertThat(Equalities.run("grant-analyst", "--home", home.toString(), "--out", granted.toString()))
                .as("granted again")
                .isZero();
    }

    @Test
    void a_grant_is_not_written_into_the_home_nor_among_other_files() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), home.resolve("published"));
        assertThat(Equalities.run(
                        "grant-analyst",
                        "--home",
                        home.toString(),
                        "--out",
                        link.resolve("x").toString()))
                .as("through a link")
                .isEqualTo(64);
        assertThat(Equalities.run(
                        "grant-analyst",
                        "--home",
                        home.toString(),
                        "--out",
                        home.resolve("x").toString()))
                .isEqualTo(64);
        assertThat(Equalities.run("grant-analyst", "--home", home.toString(), "--out", folder.toString()))
                .isEqualTo(64);
    }

    @Test
    void no_way_leads_out_of_a_granted_session() throws IOException {
        Path granted = grant("closed");
        Path secret = Files.writeString(folder.resolve("secret.csv"), "name\nSomebody\n");
        Path link = Files.createSymbolicLink(granted.resolve("link.csv"), secret);
        Path target = Files.createDirectories(folder.resolve("target"));
        List<String> ways = WaysOut.all(secret, link, target);
        assertThat(ways).hasSizeGreaterThan(40);
        for (String way : ways) {
            try (Database session = GrantAnalystCommand.open(granted)) {
                assertThatThrownBy(() -> session.query(way)).as(way).isInstanceOf(QueryException.class);
            }
        }
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void the_audit_log_says_what_the_run_made_and_what_was_granted_and_that_it_is_whole() throws IOException {
        grant("audited");
        Told.well(
                "spellings",
                "suggest",
                "--home",
                home.toString(),
                "--out",
                folder.resolve("of 9990000018.csv").toString());
        long submissions;
        try (Database database = open()) {
            submissions = database.count("select count(*) from submission");
        }
        List<String> lines = Files.readAllLines(home.resolve("state/audit.jsonl"));
        assertThat(lines).first().asString().contains("\"what\":\"began\"", "\"user\":", "\"command\":\"run\"");
        assertThat(lines).filteredOn(l -> l.contains("\"what\":\"submission\"")).hasSize((int) submissions);
        assertThat(lines).filteredOn(l -> l.contains("\"what\":\"release\"")).hasSize(1);
        assertThat(lines)
                .filteredOn(l -> l.contains("\"to\":\"" + Event.place(folder.resolve("audited")) + "\""))
                .hasSize(1);
        assertThat(lines).filteredOn(l -> l.contains("of #.csv")).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("of 9990000018.csv"))))
                .as("what people wrote is for its owner")
                .isEqualTo("rw-------");
        assertThat(Told.well("verify", "--home", home.toString()))
                .contains("The audit log is as it was written, " + lines.size() + " lines.");
    }

    @Test
    void the_copies_of_two_projects_and_of_none_have_no_identifier_of_a_person_or_row_in_common() throws IOException {
        Path one = grant("one", "--project", "ward-study");
        Path two = grant("two", "--project", "waiting-times");
        Path none = grant("none");
        Set<String> known = new HashSet<>();
        for (Path copy : List.of(one, two, none)) {
            try (Database database = Database.readOnly(copy.resolve("analyst.duckdb"))) {
                Set<String> identifiers = texts(database, """
                        select unnest([person_key, case_ref, link_key, submission_id || row_number]) from advocacy_case
                        union all select unnest([person_key, link_key, submission_id || row_number]) from patient""");
                assertThat(identifiers).as("%s", copy).hasSizeGreaterThan(1000);
                assertThat(Collections.disjoint(identifiers, known))
                        .as("%s", copy)
                        .isTrue();
                known.addAll(identifiers);
                assertThat(database.count(LINKED)).as("linked people").isEqualTo(linked());
            }
        }
        assertThat(Equalities.run(
                        "grant-analyst", "--home", home.toString(), "--out", one.toString(), "--project", "two"))
                .as("a folder stays one project's")
                .isEqualTo(64);
        assertThat(Told.well("sql", "--granted", one.toString(), "select count(*) from qualifying_patient"))
                .contains("(1 row)");
    }

    private static final String LINKED =
            "select count(distinct person_key) from patient semi join advocacy_case using (person_key)";

    private static long linked() {
        try (Database database = open()) {
            return database.count(LINKED);
        }
    }

    /** The values of a column, without those that are not there. */
    private static Set<String> texts(Database database, String query) {
        return database.query(query).rows().stream()
                .map(row -> row.get(0))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    /** What belongs to the same person, whatever that person is called. */
    private static final String SAME_PERSON = """
            select list_sort(list(concat_ws('/', source, period, provider_code, submission_id, row_number)))::varchar
            from (select 'patient' as source, * from patient union all by name select 'case', * from advocacy_case)
            group by person_key""";

    @Tag("drill")
    @Test
    void another_key_gives_everybody_another_pseudonym_and_leaves_who_is_who_and_every_finding() throws IOException {
        Set<String> keys;
        Set<String> same;
        Set<String> findings;
        try (Database database = open()) {
            keys = texts(database, "select person_key from patient");
            same = texts(database, SAME_PERSON);
            findings = texts(database, "select finding::varchar from finding");
        }
        Told.well("rotate-key", "--home", home.toString(), "--json");
        try (Database database = open()) {
            Set<String> other = texts(database, "select person_key from patient");
            assertThat(other).hasSameSizeAs(keys);
            assertThat(Collections.disjoint(other, keys)).isTrue();
            assertThat(texts(database, SAME_PERSON)).isEqualTo(same);
            assertThat(texts(database, "select finding::varchar from finding")).isEqualTo(findings);
        }
        assertThat(ByteSearch.holds(home, keys.iterator().next()))
                .as("an old pseudonym")
                .isFalse();
        assertThat(Told.well("verify", "--home", home.toString())).contains("Every file is as it was written.");
        assertThat(Files.readString(home.resolve("state/audit.jsonl"))).contains("\"what\":\"person key\"");
    }

    private static Path grant(String name, String... more) {
        Path granted = folder.resolve(name);
        List<String> command = new ArrayList<>(
                List.of("grant-analyst", "--home", home.toString(), "--out", granted.toString(), "--json"));
        command.addAll(List.of(more));
        assertThat(Equalities.run(command.toArray(String[]::new))).isZero();
        return granted;
    }

    private static Database open() {
        return Database.readOnly(home.resolve("warehouse.duckdb"));
    }
}
