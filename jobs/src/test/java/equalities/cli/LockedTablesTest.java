package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.ParquetTables;
import equalities.engine.duckdb.QueryException;
import equalities.erasure.Erasure;
import equalities.erasure.ErasureKeys;
import equalities.erasure.KeyFile;
import equalities.lake.Home;
import equalities.lake.Rights;
import equalities.lake.SigningKey;
import equalities.lake.Zone;
import equalities.lake.ZoneKey;
import equalities.lake.ZoneKeys;
import equalities.lake.ZoneStore;
import equalities.operate.HomeChecks;
import equalities.spec.SpecificationReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A home whose pseudonymous tables were locked after its first run, beside itself as it was before. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LockedTablesTest {
    private static final List<Zone> LOCKED = List.of(Zone.STANDARD, Zone.WAREHOUSE, Zone.FINDINGS);

    /** The name of a file that was sent: it stands in tables of both zones of people. */
    private static final String MARK = "Zyqvexo";

    private static final String HASH = "select count(*)::varchar || ':' || coalesce(sum(hash(t)::hugeint), 0)::varchar"
            + " from (select columns(lambda c: c not in ('received_at', 'known_from')) from %s) t";

    @TempDir
    static Path folder = Path.of(".");

    private static Path open = Path.of(".");
    private static Path locked = Path.of(".");
    private static Path key = Path.of(".");
    private static Path landing = Path.of(".");

    @BeforeAll
    static void a_home_is_made_and_its_copy_runs_with_a_key() throws IOException {
        open = folder.resolve("open");
        locked = folder.resolve("locked");
        landing = folder.resolve("landing");
        key = key("key", "5a");
        StoredHome.copy(StoredHome.landing(), landing);
        Path cases = landing.resolve("2025-26-Q1/AD01/advocacy-cases.csv");
        Files.move(cases, cases.resolveSibling(MARK + ".csv"));
        run(null, "run", open);
        StoredHome.copy(open, locked);
        Rights.set(locked.resolve("state"), Rights.OWNERS_FOLDER);
        run(key, "run", locked);
    }

    private static Path key(String name, String byteOfIt) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, byteOfIt.repeat(ZoneKey.DIGITS / 2) + "\n");
        Rights.set(file, Rights.OWNERS_FILE);
        return file;
    }

    private static String run(@Nullable Path keyFile, String command, Path home, String... more) {
        Told told = Told.by(with(keyFile, command, home, more));
        assertThat(told.exit()).as("%s", told).isIn(0, ExitCode.NOTHING_NEW.number());
        return told.out();
    }

    private static String[] with(@Nullable Path keyFile, String command, Path home, String... more) {
        List<String> call = new ArrayList<>(List.of(command));
        call.addAll(List.of(more));
        call.addAll(List.of("--home", home.toString()));
        call.addAll(List.of("--set", "person-key-file=" + folder.resolve("person")));
        call.addAll(List.of("--set", "landing=" + landing));
        if (keyFile != null) {
            call.addAll(List.of("--set", "warehouse-key-file=" + keyFile));
        }
        return call.toArray(String[]::new);
    }

    private static List<Path> tables(Path home, Zone zone) throws IOException {
        try (Stream<Path> all = Files.walk(home.resolve(zone.folder()))) {
            return all.filter(f -> f.toString().endsWith(".parquet")).toList();
        }
    }

    @Test
    @Order(1)
    void no_table_opens_without_the_key_nor_shows_what_stands_in_it_and_none_of_before_is_left() throws IOException {
        for (Zone zone : LOCKED) {
            assertThat(tables(locked, zone))
                    .as("%s", zone)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(file -> {
                        assertThat(Files.readAllBytes(file)).startsWith("PARE".getBytes(StandardCharsets.US_ASCII));
                        assertThatThrownBy(() -> count(file)).hasMessageContaining("is encrypted");
                    });
            assertThat(ByteSearch.holds(locked.resolve(zone.folder()), MARK)).isFalse();
            assertThat(tables(open, zone))
                    .as("and beside it it does")
                    .allSatisfy(file -> assertThat(count(file)).isNotNegative());
        }
        assertThat(ByteSearch.holds(open.resolve("standard"), MARK)).isTrue();
        assertThat(ByteSearch.holds(open.resolve("warehouse"), MARK)).isTrue();
        assertThat(ByteSearch.holds(locked, Files.readString(key).strip())).isFalse();
        assertThat(ByteSearch.holds(
                        locked, ZoneKey.of(Files.readString(key).strip()).base64()))
                .isFalse();
    }

    private static long count(Path file) {
        try (Database database = Database.inMemory()) {
            return database.count("select count(*) from read_parquet(" + Database.literal(file.toString()) + ")");
        }
    }

    @Test
    @Order(1)
    void every_table_is_row_by_row_that_of_the_home_that_is_not_locked() throws IOException {
        for (Zone zone : LOCKED) {
            ZoneStore before = new Home(open).zone(zone);
            assertThat(before.current().tables().keySet()).hasSizeGreaterThan(5);
            for (String table : before.current().tables().keySet()) {
                ZoneStore now = home(key).zone(zone);
                assertThat(print(now, table)).as(zone + " " + table).isEqualTo(print(before, table));
            }
        }
    }

    private static Home home(Path keyFile) throws IOException {
        return new Home(
                locked,
                new ZoneKeys(List.of(ZoneKey.of(Files.readString(keyFile).strip()))));
    }

    private static String print(ZoneStore zone, String table) throws IOException {
        try (Database database = Database.inMemory().reading(zone.tables())) {
            return String.valueOf(database.value(HASH.formatted(ParquetTables.relation(database, zone.table(table)))));
        }
    }

    @Test
    @Order(1)
    void the_same_is_published_and_it_is_open_to_anybody() throws IOException {
        for (String file : List.of("figures.csv", "counts.csv", "findings.json")) {
            assertThat(release(locked).resolve(file))
                    .hasSameTextualContentAs(release(open).resolve(file));
        }
        assertThat(tables(locked, Zone.PUBLISHED)).isNotEmpty().allSatisfy(file -> count(file));
    }

    private static Path release(Path home) throws IOException {
        return new Home(home)
                .zone(Zone.PUBLISHED)
                .table("report.html")
                .get(0)
                .resolveSibling(".")
                .normalize();
    }

    @Test
    @Order(1)
    void the_catalogue_opens_in_sql_with_the_key_and_in_any_client_that_is_told_it() throws IOException {
        String query =
                "select count(*) as n from submission where file_name like '%Zyqvexo%' and len(sheets_not_read) is distinct from 7";
        String asked =
                "select count(*) as people, count(distinct person_key) as keys from patient where left_blank is not null";
        assertThat(run(key, "sql", locked, "--json", asked)).isEqualTo(run(null, "sql", open, "--json", asked));
        assertThat(run(key, "sql", locked, "--json", query)).isEqualTo(run(null, "sql", open, "--json", query));
        try (Database any = Database.readOnly(locked.resolve("warehouse.duckdb"))) {
            assertThatThrownBy(() -> any.query("from patient")).isInstanceOf(QueryException.class);
            any.execute("pragma add_parquet_key('warehouse', '"
                    + ZoneKey.of(Files.readString(key).strip()).base64() + "')");
            assertThat(any.count("select count(*) from patient")).isPositive();
        }
    }

    @Test
    @Order(1)
    void analysts_are_granted_the_same() {
        String asked = "select count(*) as n, sum(row_number) as rows from patient";
        Path grant = folder.resolve("grant");
        run(key, "grant-analyst", locked, "--out", grant.toString());
        assertThat(Told.well("sql", "--granted", grant.toString(), "--json", asked))
                .isEqualTo(run(null, "sql", open, "--json", asked));
    }

    @Test
    @Order(1)
    void a_person_is_found_in_tables_that_are_locked() throws Exception {
        Path whom = Files.writeString(folder.resolve("whom"), StoredHome.NUMBER + "\n");
        Erasure erasure = Erasure.plan(
                home(key),
                SpecificationReader.read(Path.of(System.getProperty("equalities.root", ".."), "schemas")),
                new ErasureKeys(PersonKeyFile.read(folder.resolve("person")), ZoneKeys.NONE),
                KeyFile.read(whom),
                "",
                Clock.systemUTC());
        assertThat(erasure.tell().get("rows_by_table")).asString().contains("patient=1");
        assertThatThrownBy(() -> erasure.certify(SigningKey.readOrMake(locked.resolve("state/signing_key")), 0))
                .isInstanceOf(Erasure.StillThere.class)
                .hasMessageContaining("/standard/")
                .hasMessageContaining("/warehouse/");
        Files.deleteIfExists(locked.resolve("state/erasure.json"));
    }

    @Test
    @Order(2)
    void without_the_key_and_with_another_it_is_said_which_is_missing_and_nothing_is_written() throws IOException {
        String print = String.valueOf(home(key).zone(Zone.WAREHOUSE).current().key());
        Path another = key("another", "a5");
        for (Path given : Arrays.asList(null, another)) {
            for (String command : List.of("sql", "status")) {
                refused(
                        Told.by(with(given, command, locked)),
                        print,
                        given == null ? "none is given" : "the key given is ");
            }
        }
        refused(Told.by(with(null, "run", locked)), print, "none is given");
        refused(
                Told.by(with(folder.resolve("lost"), "sql", locked)),
                print,
                "there is no file " + folder.resolve("lost"));
        assertThat(HomeChecks.tables(new Home(locked)).found()).contains("are locked with key " + print + "; none");
        assertThat(HomeChecks.tables(home(key)).found()).endsWith("are locked with key " + print);
        Told.well(with(null, "verify", locked));
    }

    private static void refused(Told told, String print, String why) {
        assertThat(told.exit()).as("%s", told).isEqualTo(ExitCode.REFUSED.number());
        assertThat(told.errors())
                .contains("are locked with key " + print)
                .contains(why)
                .contains("Nothing is damaged");
    }

    @Test
    @Order(2)
    void a_key_in_the_home_or_that_of_received_files_or_one_that_others_may_read_is_refused() throws IOException {
        Path within = Files.copy(key, locked.resolve("state/its_key"));
        Path shared = Files.copy(key, folder.resolve("shared"));
        Rights.set(shared, "rw-r--r--");
        assertThat(Told.by(with(within, "run", locked)).errors()).contains("protects nothing");
        assertThat(Told.by(with(shared, "run", locked)).errors()).contains("chmod 600");
        assertThat(Told.by(with(key, "sql", locked, "--set", "received-key-file=" + key))
                        .errors())
                .contains("The key of the warehouse is that of received files");
        Files.delete(within);
    }

    @Test
    @Order(2)
    void the_key_comes_from_the_environment_too_and_never_from_arguments() throws IOException {
        Map<String, String> environment = Map.of("EQUALITIES_WAREHOUSE_KEY", Files.readString(key));
        Settings given = Settings.of(Map.of(Setting.HOME, locked.toString()), environment, folder.resolve("-"), folder);
        assertThat(WarehouseKey.home(given).zone(Zone.WAREHOUSE).tables().tableKey())
                .isNotNull();
        assertThat(given.shown(Setting.WAREHOUSE_KEY)).isEqualTo("(a secret)");
        Told told = Told.by("sql", "--home", locked.toString(), "--set", "warehouse-key=" + Files.readString(key));
        assertThat(told.exit()).isEqualTo(ExitCode.USAGE.number());
        assertThat(told.errors() + told.out())
                .doesNotContain(Files.readString(key).strip());
    }

    @Test
    @Order(3)
    void a_run_with_another_key_makes_all_tables_anew_and_needs_none_of_before() throws IOException {
        Path another = key("next", "c3");
        run(another, "run", locked);
        assertThat(print(home(another).zone(Zone.WAREHOUSE), "patient"))
                .isEqualTo(print(new Home(open).zone(Zone.WAREHOUSE), "patient"));
        refused(Told.by(with(key, "sql", locked, "from patient")), "", "the key given is ");
        try (Database database =
                Database.inMemory().reading(home(another).zone(Zone.WAREHOUSE).tables())) {
            for (Path file : tables(locked, Zone.WAREHOUSE)) {
                assertThat(database.count("select count(*) from " + ParquetTables.relation(database, List.of(file))))
                        .isNotNegative();
            }
        }
    }

    /** Slower than the suite bears. */
    @Test
    @Tag("drill")
    @Order(4)
    void who_asks_for_it_has_tables_in_the_clear_again() throws IOException {
        for (String stage : List.of("standardise", "consolidate", "analyse")) {
            Told.well(with(null, stage, locked, "--again"));
        }
        for (Zone zone : LOCKED) {
            assertThat(tables(locked, zone))
                    .allSatisfy(file -> assertThat(count(file)).isNotNegative());
        }
    }
}
