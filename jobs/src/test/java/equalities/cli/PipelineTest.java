package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.LongView;
import equalities.engine.duckdb.NumberedWords;
import equalities.engine.duckdb.ParquetTables;
import equalities.engine.duckdb.SqlLibrary;
import equalities.lake.Home;
import equalities.lake.Zone;
import equalities.lake.ZoneStore;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled sample, all the way, once; then questions to what came out. */
class PipelineTest {
    private static final Path ROOT = Path.of(System.getProperty("equalities.root", ".."));
    private static final String SAMPLE = ROOT.resolve("jobs/sample/landing").toString();

    @TempDir
    static Path folder = Path.of(".");

    private static String home = "";
    private static int firstExit;

    @BeforeAll
    static void run() {
        home = folder.resolve("home").toString();
        firstExit = Equalities.run("run", "--landing", SAMPLE, "--home", home, "--json");
    }

    @Test
    void the_sample_goes_all_the_way() {
        assertThat(firstExit).isZero();
        assertThat(count("select count(*) from finding")).isGreaterThan(500);
    }

    @Test
    void a_second_run_finds_nothing_new() {
        assertThat(Equalities.run("run", "--landing", SAMPLE, "--home", home, "--json"))
                .isEqualTo(99);
    }

    @Test
    void a_page_of_documentation_that_changed_makes_nothing_anew() throws IOException {
        Path sql = folder.resolve("sql-without-pages");
        try (Stream<Path> files = Files.walk(ROOT.resolve("sql"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".sql")).toList()) {
                Path copy = sql.resolve(ROOT.resolve("sql").relativize(file).toString());
                Files.createDirectories(copy.resolve("..").normalize());
                Files.copy(file, copy);
            }
        }
        for (String stage : List.of("consolidate", "analyse")) {
            assertThat(Equalities.run(stage, "--home", home, "--set", "sql=" + sql, "--json"))
                    .isEqualTo(99);
        }
    }

    @Test
    void the_same_findings_follow_row_by_row_where_words_are_kept_as_numbers() throws IOException {
        Specification specification = SpecificationReader.read(ROOT.resolve("schemas"));
        SqlLibrary sql = new SqlLibrary(ROOT.resolve("sql"));
        Home at = new Home(Path.of(home));
        ZoneStore warehouse = at.zone(Zone.WAREHOUSE);
        try (Database database = Database.inMemory()) {
            for (String table : warehouse.current().tables().keySet()) {
                ParquetTables.createCalculatingView(database, specification.table(table), warehouse.table(table));
            }
            LongView.create(database, specification);
            sql.createMacros(database);
            sql.createViews(database, "views");
            NumberedWords words = new NumberedWords(database, 1);
            sql.createTables(database, "measures", words);
            sql.createTables(database, "findings", words);
            assertThat(database.count("select count(*) from (describe finding) where column_type like 'ENUM%'"))
                    .isPositive();
            for (String table : at.zone(Zone.FINDINGS).current().tables().keySet()) {
                ParquetTables.write(database, specification.table(table), folder.resolve(table + ".parquet"));
                String again = "(from "
                        + Database.literal(folder.resolve(table + ".parquet").toString()) + ")";
                String first = "(from "
                        + Database.literal(
                                at.zone(Zone.FINDINGS).table(table).get(0).toString()) + ")";
                assertThat(database.count("select count(*) from ((" + first + " except all " + again + ") union all ("
                                + again + " except all " + first + "))"))
                        .as(table)
                        .isZero();
            }
        }
    }

    @Test
    void the_ledger_closes_for_every_file() {
        assertThat(
                        count(
                                "select count(*) from submission where rows_seen <> rows_accepted + rows_held + rows_repeated + rows_superseded + rows_blank"))
                .isZero();
        assertThat(count("select sum(rows_seen) from submission")).isGreaterThan(3_000);
    }

    @Test
    void every_planted_fault_is_found() throws IOException {
        assertThat(count("select count(*) from submission where status = 'set aside'"))
                .isEqualTo(planted("set aside"));
        assertThat(count("select sum(rows_held) from submission")).isEqualTo(planted("held"));
        assertThat(count("select sum(rows_repeated) from submission")).isEqualTo(planted("repeated"));
        assertThat(count("select sum(rows_blank) from submission")).isEqualTo(planted("blank"));
    }

    @Test
    void linked_uptake_is_right_to_the_person_at_every_site_and_for_england() {
        assertThat(count("select count(*) from " + SampleTruth.uptake())).isGreaterThan(300);
        assertThat(count(SampleTruth.differingCells())).isZero();
    }

    @Test
    void what_became_of_each_files_rows_is_right() {
        String truth = "read_csv("
                + Database.literal(ROOT.resolve("jobs/sample/rows.csv").toString()) + ") t";
        assertThat(count("select count(*) from " + truth
                        + " left join submission s on s.provider_code = t.provider and s.file_name = t.file"
                        + " where (t.\"rows\", t.held, t.repeated, t.blank)"
                        + " is distinct from (s.rows_seen, s.rows_held, s.rows_repeated, s.rows_blank)"))
                .isZero();
    }

    @Test
    void the_planted_gaps_are_found_and_the_confounded_one_is_not() throws IOException {
        for (String line : Files.readAllLines(ROOT.resolve("jobs/sample/planted.csv")).stream()
                .skip(1)
                .toList()) {
            String[] cells = line.split(",", -1);
            String where = " from finding where place_level = 'england' and basis = 'linked' and characteristic = '"
                    + cells[0] + "' and code = '" + cells[1] + "'";
            long gap = count("select count(*)" + where + " and verdict = 'gap' and adjusted_upper < 1");
            assertThat(gap).as(line).isEqualTo(cells[3].equals("gap") ? 1 : 0);
        }
    }

    @Test
    void eight_sites_have_an_uptake_and_one_of_them_by_counts() {
        String sites = " from finding where place_level = 'site' and characteristic = 'total' and rate is not null";
        assertThat(count("select count(distinct place)" + sites)).isEqualTo(8);
        assertThat(count("select count(*)" + sites + " and basis = 'counts'")).isEqualTo(1);
        assertThat(count("select count(*)" + sites + " and rate > 1")).isZero();
    }

    @Test
    void who_is_silent_is_said() {
        assertThat(count("select count(*) from silence where role = 'advocacy'"))
                .isEqualTo(22);
        assertThat(count("select count(*) from silence where role = 'advocacy' and state = 'nothing received'"))
                .isEqualTo(4);
    }

    @Test
    void a_question_that_is_not_on_the_form_is_not_collected() {
        assertThat(
                        count(
                                "select count(*) from completeness where place = 'AD06' and characteristic = 'sexual_orientation' and not_collected = records"))
                .isEqualTo(1);
    }

    @Test
    void every_table_and_column_in_the_analysts_database_says_what_it_is() {
        assertThat(
                        count(
                                "select count(*) from duckdb_views() where not internal and comment is null and view_name not in ('person_characteristic')"))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from duckdb_columns() where not internal and comment is null and table_name in ('patient', 'finding', 'submission')"))
                .isZero();
    }

    @Test
    void no_published_count_is_small_or_unrounded() throws IOException {
        try (Database database = Database.inMemory();
                Stream<Path> files = Files.walk(Path.of(home, "protected"))) {
            List<Path> findings =
                    files.filter(f -> f.endsWith("finding.parquet")).toList();
            assertThat(findings).hasSize(1);
            assertThat(
                            database.count(
                                    "select count(*) from read_parquet("
                                            + Database.literal(findings.get(0).toString())
                                            + ") where numerator < 5 or numerator % 5 <> 0 or denominator < 5 or denominator % 5 <> 0 or (numerator is null and rate is not null)"))
                    .isZero();
        }
    }

    @Test
    void no_nhs_number_leaves_the_received_and_held_zones() throws IOException {
        for (String zone : List.of("standard", "warehouse", "findings", "protected", "published")) {
            try (Stream<Path> files = Files.walk(Path.of(home, zone))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContainPattern("\\b999\\d{7}\\b");
                }
            }
        }
    }

    @Test
    void an_invented_characteristic_is_data_only() throws IOException {
        Path schemas = folder.resolve("schemas");
        copy(ROOT.resolve("schemas"), schemas);
        Files.writeString(
                schemas.resolve("characteristics/religion.yaml"),
                "title: Religion\ncodelist: religion\nreference: L\n");
        Files.writeString(
                schemas.resolve("codelists/religion.csv"),
                "code,label,group,sort,valid_from,valid_to\nC,Christian,,1,,\nG,Muslim,,2,,\nL,None,,3,,\n");
        Files.writeString(schemas.resolve("spellings/religion.csv"), "spelling,code,provider,why\nislam,G,,\n");
        Path layout = schemas.resolve("returns/qualifying-patients/national.yaml");
        Files.writeString(
                layout,
                Files.readString(layout)
                        .replace(
                                "rules:",
                                "  - {name: Religion, characteristic: religion, optional_heading: true}\nrules:"));
        Path landing = folder.resolve("landing/2025-26-Q1");
        Files.createDirectories(landing.resolve("register"));
        Files.createDirectories(landing.resolve("T1"));
        Files.writeString(
                landing.resolve("register/providers.csv"),
                "Provider Code,Name,Kind\nT1,Trust,hospital\nA1,Service,advocacy\n");
        Files.writeString(
                landing.resolve("register/sites.csv"),
                "Site Code,Name,Site Type,Hospital Provider,Advocacy Provider,Commissioner,Wards,Wards With Advocacy Access\nS1,Site,urban,T1,A1,E01,1,1\n");
        Files.writeString(
                landing.resolve("T1/return.csv"),
                "Person ID,Date of Birth,Start Date,Legal Status,Site Code,Religion\n9990123454,01/02/1980,03/04/2025,s2,S1,Islam\n");
        String other = folder.resolve("other").toString();
        int exit = Equalities.run(
                "run",
                "--landing",
                folder.resolve("landing").toString(),
                "--home",
                other,
                "--json",
                "--set",
                "schemas=" + schemas);
        assertThat(exit).isZero();
        try (Database database = Database.readOnly(Path.of(other, "warehouse.duckdb"))) {
            assertThat(
                            database.count(
                                    "select count(*) from finding where characteristic = 'religion' and code = 'G' and place = 'S1' and denominator = 1"))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_failed_run_continues_at_the_failed_stage() throws IOException {
        Path sql = folder.resolve("sql-failing");
        copy(ROOT.resolve("sql"), sql);
        Path broken = sql.resolve("outputs/broken.sql");
        Files.writeString(broken, "select no_such_column from finding");
        String other = folder.resolve("failing").toString();
        String[] run = {"run", "--landing", SAMPLE, "--home", other, "--json", "--set", "sql=" + sql};
        assertThat(Equalities.run(run)).isNotZero();
        Files.setLastModifiedTime(
                Path.of(other, "received/current.json"), java.nio.file.attribute.FileTime.fromMillis(0));
        Files.writeString(broken, "-- mended\nselect period from finding");
        assertThat(Equalities.run("publish", "--home", other, "--json", "--set", "sql=" + sql))
                .isZero();
        assertThat(Files.getLastModifiedTime(Path.of(other, "received/current.json"))
                        .toMillis())
                .isZero();
        assertThat(Path.of(other, "published/g000000001/report.html")).exists();
    }

    private static long planted(String outcome) throws IOException {
        return Files.readAllLines(ROOT.resolve("jobs/sample/faults.csv")).stream()
                .map(l -> l.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .filter(c -> c[3].equals(outcome))
                .mapToLong(c -> c[2].isEmpty() ? 1 : Long.parseLong(c[2]))
                .sum();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static long count(String sql) {
        try (Database database = Database.readOnly(Path.of(home, "warehouse.duckdb"))) {
            return database.count(sql);
        }
    }
}
