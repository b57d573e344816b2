package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.engine.duckdb.Database;
import equalities.lake.Fingerprint;
import equalities.record.RowReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One return in three versions, received in one order and in another; then questions to both warehouses. */
class ResubmissionTest {
    private static final String HEADINGS = "Person ID,Date of Birth,Start Date,Legal Status,Site Code,Gender\n";
    private static final String ANNA = "9991234578,01/02/1980,03/04/2025,s2,S1,Female\n";
    private static final String BELA = "9991234586,01/02/1970,04/04/2025,s3,S1,Male\n";
    private static final String CARA = "9991234594,01/02/1960,05/04/2025,s3,S1,Female\n";

    private static final String DORA = "9991234608,31/02/1955,06/04/2025,s3,S1,Female\n";
    private static final String EMIL = "9991234610,01/02/1945,07/04/2025,s3,S1,Male\n";

    @TempDir
    static Path folder = Path.of(".");

    private static Path together = Path.of("");
    private static Path backwards = Path.of("");

    private static void submit(Path landing, String name, String day, String text) throws IOException {
        Path file = landing.resolve("2025-26-Q1/T1").resolve(name);
        Files.createDirectories(landing.resolve("2025-26-Q1/T1"));
        Files.writeString(file, HEADINGS + text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(day + "T12:00:00Z")));
    }

    private static void original(Path landing) throws IOException {
        submit(landing, "march.csv", "2025-07-01", ANNA + BELA + CARA + DORA + EMIL);
    }

    private static void correction(Path landing) throws IOException {
        submit(landing, "a correction.csv", "2025-07-05", BELA.replace("Male", "Non-binary"));
    }

    private static void newer(Path landing) throws IOException {
        submit(landing, "again.csv", "2025-07-03", ANNA + BELA.replace("Male", "Not stated") + CARA + DORA);
    }

    /** Only the rows that were held: one is known again by its key, the other by the reference that went back with it. */
    private static void mended(Path landing) throws IOException {
        Path original = folder.resolve("original.csv");
        Files.writeString(original, HEADINGS + ANNA + BELA + CARA + DORA + EMIL);
        String reference = RowReference.of(Fingerprint.ofFile(original), "march.csv", 6);
        String text = HEADINGS.replace("\n", ",Mends row\n")
                + DORA.replace("31/02", "28/02").replace("\n", ",\n")
                + EMIL.replace("34610", "34616").replace("\n", "," + reference + "\n");
        Path file = landing.resolve("2025-26-Q1/T1/mended.csv");
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-07-10T12:00:00Z")));
    }

    @BeforeAll
    static void run() throws IOException {
        Path all = landing("all");
        original(all);
        correction(all);
        newer(all);
        mended(all);
        together = home("together", all);
        Path parts = landing("parts");
        correction(parts);
        mended(parts);
        backwards = home("backwards", parts);
        newer(parts);
        home("backwards", parts);
        original(parts);
        home("backwards", parts);
    }

    private static Path landing(String name) throws IOException {
        Path register = Files.createDirectories(folder.resolve(name).resolve("2025-26-Q1/register"));
        Files.writeString(register.resolve("providers.csv"), "Provider Code,Name,Kind\nT1,Trust,hospital\n");
        Files.writeString(
                register.resolve("sites.csv"),
                "Site Code,Name,Site Type,Hospital Provider,Advocacy Provider,Commissioner,Wards,Wards With Advocacy Access\nS1,Site,urban,T1,A1,E01,1,1\n");
        return folder.resolve(name);
    }

    private static Path home(String name, Path landing) {
        Path home = folder.resolve("home of " + name);
        assertThat(Equalities.run("receive", "--landing", landing.toString(), "--home", home.toString(), "--json"))
                .isZero();
        for (String stage : List.of("standardise", "consolidate")) {
            assertThat(Equalities.run(
                            stage,
                            "--home",
                            home.toString(),
                            "--json",
                            "--set",
                            "person-key-file=" + folder.resolve("key")))
                    .isZero();
        }
        return home;
    }

    @Test
    void the_newest_version_of_a_row_stands_whatever_order_they_came_in() {
        for (Path home : List.of(together, backwards)) {
            assertThat(rows(
                            home,
                            "select gender_recorded from patient where legal_status = '03' and age < 70 order by age"))
                    .containsExactly("3", "2");
        }
    }

    @Test
    void the_whole_warehouse_is_the_same_in_either_order() {
        for (String table : List.of("patient", "held_row", "workforce")) {
            String all = "select md5(t::varchar) from (select columns(lambda c: c <> 'known_from') from " + table
                    + ") t order by all";
            assertThat(rows(backwards, all)).as(table).isEqualTo(rows(together, all));
        }
        String ledger = "select s::varchar from (select * exclude (received_at) from submission) s order by all";
        assertThat(rows(backwards, ledger)).hasSize(4).isEqualTo(rows(together, ledger));
    }

    @Test
    void the_ledger_says_who_replaced_what_and_closes() {
        assertThat(
                        rows(
                                together,
                                "select concat_ws(' ', file_name, rows_seen, rows_accepted, rows_held, rows_mended, rows_repeated, rows_superseded, status) from submission order by modified_at"))
                .containsExactly(
                        "march.csv 5 0 2 2 2 1 completed",
                        "again.csv 4 2 1 1 0 1 completed",
                        "a correction.csv 1 1 0 0 0 0 accepted",
                        "mended.csv 2 2 0 0 0 0 accepted");
        assertThat(
                        rows(
                                together,
                                "select n.file_name || ' replaces ' || o.file_name from submission n join submission o on contains(n.supersedes, o.submission_id) order by 1"))
                .containsExactly("a correction.csv replaces again.csv", "a correction.csv replaces march.csv");
    }

    @Test
    void held_rows_are_mended_by_the_rows_that_come_back_and_say_by_which() {
        assertThat(
                        rows(
                                together,
                                "select distinct concat_ws(' ', h.file_name, h.row_number, h.status, m.file_name) from held_row h join submission m on m.submission_id = h.mended_by order by 1"))
                .containsExactly(
                        "again.csv 5 mended mended.csv",
                        "march.csv 5 mended mended.csv",
                        "march.csv 6 mended mended.csv");
    }

    @Test
    void what_came_back_right_is_asked_for_no_more() {
        Path out = folder.resolve("asked");
        assertThat(Equalities.run("held", "--home", together.toString(), "--out", out.toString()))
                .isEqualTo(99);
        assertThat(out).doesNotExist();
    }

    @Test
    void the_same_bytes_again_are_nothing_new() throws IOException {
        Path landing = folder.resolve("all");
        submit(landing, "a copy.csv", "2025-08-01", ANNA + BELA + CARA + DORA + EMIL);
        String[] receive = {"receive", "--landing", landing.toString(), "--home", together.toString(), "--json"};
        assertThat(Equalities.run(receive)).isEqualTo(99);
        Files.delete(landing.resolve("2025-26-Q1/T1/a copy.csv"));
    }

    private static List<String> rows(Path home, String sql) {
        try (Database database = Database.readOnly(home.resolve("warehouse.duckdb"))) {
            return database.query(sql).rows().stream()
                    .map(r -> String.valueOf(r.get(0)))
                    .toList();
        }
    }
}
