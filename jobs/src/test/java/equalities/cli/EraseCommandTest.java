package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.engine.duckdb.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One person is in files of every format, in what they became, and in what was made of it; then nowhere. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EraseCommandTest {
    private static final String OTHERS =
            "select columns(lambda c: c not in ('submission_id')) from %s where person_key <> '%s' order by all";

    private static final String NAME = "Wilhelmina Featherstonehaugh";

    /** Count by count: what is published of others is not the subject here, and takes less time. */
    private static final String POLICY = "policy=mhsds";

    @TempDir
    static Path folder = Path.of(".");

    private static Path home = Path.of(".");
    private static Path landing = Path.of(".");
    private static Path keyFile = Path.of(".");
    private static String number = "";
    private static String born = "";
    private static String pseudonym = "";
    private static Instant before = Instant.EPOCH;
    private static final Map<String, List<List<?>>> OTHERS_BEFORE = new TreeMap<>();
    private static Map<String, String> releases = Map.of();
    private static long groundTruth;

    @BeforeAll
    static void the_person_is_everywhere() throws Exception {
        Path made = folder.resolve("made");
        assertThat(Equalities.run("generate", "--out", made.toString(), "--people", "300", "--no-faults", "--json"))
                .isZero();
        landing = made.resolve("landing");
        home = folder.resolve("home");
        Path period = landing.resolve("2025-26-Q1");
        List<String> cases = Files.readAllLines(period.resolve("AD01/advocacy-cases.csv"));
        String[] mine = cases.get(1).split(",", -1);
        number = mine[1];
        born = mine[2];
        List<List<String>> rows = new ArrayList<>();
        rows.add(with(cases.get(0).split(",", -1), "Case Ref", "Name of Client"));
        for (int i = 1; i < 6; i++) {
            rows.add(with(cases.get(i).split(",", -1), "more-" + i, i == 1 ? NAME : "Somebody Else"));
        }
        EveryFormat.write(rows, period.resolve("AD01"));
        Files.writeString(
                period.resolve("AD03/unknown layout.csv"),
                "Colour,Client,Note\nred,1,x\nblue,2,about " + spaced() + "\n");
        assertThat(run()).isZero();
        before = Instant.now();
        Files.writeString(
                period.resolve("AD01/later.csv"),
                cases.get(0) + "\n" + cases.get(1).replace(mine[0], "later") + "\n" + cases.get(2) + "\n");
        assertThat(run()).isZero();
        assertThat(Equalities.run(
                        "held",
                        "--home",
                        home.toString(),
                        "--out",
                        folder.resolve("held").toString()))
                .isIn(0, 99);
        Files.writeString(home.resolve("state/equalities.log"), "a line about " + number + "\nanother\n");
        pseudonym = text("select any_value(person_key) from advocacy_case where case_ref = '" + mine[0] + "'");
        for (String table : List.of("patient", "advocacy_case", "episode")) {
            OTHERS_BEFORE.put(table, others(table));
        }
        groundTruth = count("select count(*) from submission");
        assertThat(count("select count(*) from advocacy_case where person_key = '" + pseudonym + "'"))
                .isGreaterThan(5);
        releases = releases();
        keyFile = Files.writeString(folder.resolve("whom"), "# a request\n" + spaced() + "\n");
        assertThat(holds(number)).isTrue();
        assertThat(holds(NAME)).isTrue();
        assertThat(holds(pseudonym)).isTrue();
    }

    @Test
    @Order(1)
    void a_dry_run_says_what_and_changes_nothing() throws Exception {
        Map<String, String> all = fingerprints();
        assertThat(Equalities.run(
                        "erase", "--home", home.toString(), "--key-file", keyFile.toString(), "--dry-run", "--json"))
                .isZero();
        assertThat(fingerprints()).isEqualTo(all);
    }

    @Test
    @Order(2)
    void an_erasure_that_was_killed_is_ended_by_the_same_command_and_nothing_else_is_done_before() throws Exception {
        try (OtherProcess erase = OtherProcess.start(
                folder.resolve("output"), Map.of(), OtherProcess.classPath(), Equalities.class.getName(), erase())) {
            Path journal = home.resolve("state/erasure-under-way.json");
            assertThat(erase.waitUntil(() -> Files.exists(journal)))
                    .as("it came to rewriting")
                    .isTrue();
            erase.kill();
        }
        assertThat(run()).isEqualTo(65);
        assertThat(Equalities.run(erase())).isZero();
        assertThat(home.resolve("state/erasure-under-way.json")).doesNotExist();
    }

    @Test
    @Order(3)
    void no_byte_of_the_home_tells_of_the_person() throws Exception {
        for (String form : List.of(number, spaced(), number.replaceFirst("(...)(...)", "$1-$2-"), NAME, pseudonym)) {
            assertThat(holds(form))
                    .as(form.equals(pseudonym) ? "pseudonym" : form)
                    .isFalse();
        }
    }

    @Test
    @Order(4)
    void everybody_else_reads_to_the_letter_as_before_at_the_same_row_numbers() throws Exception {
        assertThat(count("select count(*) from patient where person_key = '" + pseudonym + "'"))
                .isZero();
        for (String table : OTHERS_BEFORE.keySet()) {
            assertThat(others(table)).as(table).isEqualTo(OTHERS_BEFORE.get(table));
        }
        assertThat(count("select count(*) from submission")).isEqualTo(groundTruth);
        assertThat(count("select sum(rows_erased) from submission where provider_code = 'AD01'"))
                .isEqualTo(6);
        assertThat(count("select count(*) from submission where rows_seen <> rows_accepted + rows_held + rows_repeated"
                        + " + rows_superseded + rows_blank"))
                .isZero();
    }

    @Test
    @Order(5)
    void what_was_published_stays() throws Exception {
        assertThat(releases()).isEqualTo(releases);
    }

    @Test
    @Order(6)
    void the_certificate_is_right_until_somebody_changes_it() throws Exception {
        Path certificate = certificate();
        assertThat(Files.readString(certificate))
                .doesNotContain(number)
                .doesNotContain(pseudonym)
                .contains("request 12");
        assertThat(Equalities.run("erase", "--home", home.toString(), "--check", certificate.toString()))
                .isZero();
        String text = Files.readString(certificate);
        Path changed = Files.writeString(folder.resolve("changed.json"), text.replace("request 12", "request 13"));
        assertThat(Equalities.run("erase", "--home", home.toString(), "--check", changed.toString()))
                .isEqualTo(65);
        assertThat(Files.getPosixFilePermissions(home.resolve("state/signing_key")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    @Order(6)
    void the_audit_log_tells_of_it_and_not_of_whom_and_is_whole() throws Exception {
        String log = Files.readString(home.resolve("state/audit.jsonl"));
        assertThat(log)
                .contains("\"what\":\"erasure\"")
                .contains("\"certificate\":\""
                        + certificate().getFileName().toString().replace(".json", "\""))
                .doesNotContain("request 12");
        assertThat(Told.well("verify", "--home", home.toString())).contains("The audit log is as it was written");
    }

    @Test
    @Tag("drill")
    @Order(7)
    void looking_back_still_answers_for_everybody_else_and_brings_nobody_back() throws Exception {
        assertThat(Equalities.run("analyse", "--home", home.toString(), "--as-known-at", before.toString(), "--json"))
                .isZero();
        assertThat(holds(number)).isFalse();
        assertThat(holds(pseudonym)).isFalse();
        Path then = home.resolve("state/as-known-at")
                .resolve(before.toString().replace(":", ""))
                .resolve("warehouse.duckdb");
        try (Database database = Database.readOnly(then)) {
            assertThat(database.count("select count(*) from advocacy_case")).isPositive();
            assertThat(database.count("select count(*) from submission where file_name = 'later.csv'"))
                    .isZero();
        }
    }

    @Test
    @Tag("drill")
    @Order(8)
    void the_landing_area_that_still_has_the_person_brings_nobody_back() throws Exception {
        try (Stream<Path> files = Files.walk(landing)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(
                        file, java.nio.file.attribute.FileTime.from(Instant.parse("2025-08-01T00:00:00Z")));
            }
        }
        assertThat(run()).isIn(0, 99);
        assertThat(holds(number)).isFalse();
        assertThat(Equalities.run(erase())).isEqualTo(99);
    }

    @Test
    @Order(9)
    void what_is_older_than_the_policy_goes_by_age() throws Exception {
        assertThat(retention("2026-01-01")).isEqualTo(99);
        assertThat(retention("2044-01-01")).isZero();
        assertThat(count("select count(*) from patient")).isZero();
        assertThat(count("select count(*) from submission")).isEqualTo(groundTruth);
        try (Stream<Path> files = Files.walk(home.resolve("received/files"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
        assertThat(releases()).containsAllEntriesOf(releases);
    }

    private static String spaced() {
        return number.replaceFirst("(...)(...)", "$1 $2 ");
    }

    private static List<String> with(String[] cells, String first, String last) {
        List<String> row = new ArrayList<>(Arrays.asList(cells));
        row.set(0, first);
        row.add(last);
        return row;
    }

    private static boolean holds(String text) throws IOException {
        return ByteSearch.holds(home, text);
    }

    private static int run() {
        return Equalities.run(
                "run", "--landing", landing.toString(), "--home", home.toString(), "--set", POLICY, "--json");
    }

    private static int retention(String today) {
        return Equalities.run(
                "erase", "--home", home.toString(), "--retention", "--today", today, "--set", POLICY, "--json");
    }

    private static String[] erase() {
        return new String[] {
            "erase",
            "--home",
            home.toString(),
            "--key-file",
            keyFile.toString(),
            "--reference",
            "request 12",
            "--set",
            POLICY,
            "--json"
        };
    }

    private static Path certificate() throws IOException {
        try (Stream<Path> all = Files.list(home.resolve("state/certificates"))) {
            return all.findFirst().orElseThrow();
        }
    }

    private static List<List<?>> others(String table) {
        try (Database database = Database.readOnly(home.resolve("warehouse.duckdb"))) {
            return new ArrayList<>(
                    database.query(OTHERS.formatted(table, pseudonym)).rows());
        }
    }

    private static long count(String query) {
        try (Database database = Database.readOnly(home.resolve("warehouse.duckdb"))) {
            return database.count(query);
        }
    }

    private static String text(String query) {
        try (Database database = Database.readOnly(home.resolve("warehouse.duckdb"))) {
            return String.valueOf(database.value(query));
        }
    }

    private static Map<String, String> releases() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(home.resolve("published"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                all.put(home.relativize(file).toString(), Files.readString(file));
            }
        }
        return all;
    }

    private static Map<String, String> fingerprints() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(home.relativize(file).toString(), equalities.lake.Fingerprint.ofFile(file));
            }
        }
        return all;
    }
}
