package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.engine.duckdb.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A return comes late, a register is mended; what was published before can be had again, and what it changed is said. */
class CorrectionsTest {
    private static final String TOTAL =
            "select numerator from finding where measure = 'uptake' and place_level = 'england' and characteristic = 'total' and basis = 'linked'";

    private static final String REGISTERED_LATE = "AD99,Late Advocacy,advocacy service\n";

    @TempDir
    static Path folder = Path.of(".");

    private static Path home = Path.of(".");
    private static Instant before = Instant.EPOCH;
    private static Map<String, String> firstRelease = Map.of();
    private static String firstTotal = "";

    @BeforeAll
    static void publish_then_receive_a_late_return() throws Exception {
        Path made = folder.resolve("made");
        assertThat(Equalities.run("generate", "--out", made.toString(), "--people", "150", "--no-faults", "--json"))
                .isZero();
        Path landing = made.resolve("landing");
        Path late = landing.resolve("2025-26-Q1/AD01/advocacy-cases.csv");
        Path aside = folder.resolve("late.csv");
        Files.move(late, aside);
        Path unregistered = landing.resolve("2025-26-Q1/AD99/service.csv");
        Files.createDirectories(unregistered.resolveSibling("."));
        Files.copy(landing.resolve("2025-26-Q1/AD05/service.csv"), unregistered);
        home = folder.resolve("home");
        String[] run = {"run", "--landing", landing.toString(), "--home", home.toString(), "--json"};
        assertThat(Equalities.run(run)).isZero();
        firstRelease = tables(home.resolve("published/g000000001"));
        firstTotal = Told.well("sql", TOTAL, "--home", home.toString(), "--json");
        before = Instant.now();
        Files.move(aside, late);
        Path register = landing.resolve("2025-26-Q1/register");
        Files.writeString(register.resolve("providers.csv"), REGISTERED_LATE, StandardOpenOption.APPEND);
        Path sites = register.resolve("sites.csv");
        Files.writeString(sites, Files.readString(sites).replace("NT1S1,", "NT1S1,Renamed "));
        assertThat(Equalities.run(run)).isZero();
    }

    @Test
    @Tag("drill")
    void the_figures_of_then_are_published_again_byte_for_byte() throws Exception {
        assertThat(Equalities.run("publish", "--home", home.toString(), "--json", "--as-known-at", before.toString()))
                .isZero();
        Path then = home.resolve("state/as-known-at").resolve(before.toString().replace(":", ""));
        assertThat(firstRelease).hasSizeGreaterThan(5);
        assertThat(tables(then.resolve("published/g000000001"))).isEqualTo(firstRelease);
        assertThat(tables(home.resolve("published/g000000002"))).isNotEqualTo(firstRelease);
    }

    @Test
    void a_release_names_the_places_with_other_figures_than_before() {
        assertThat(places("select * from changed"))
                .contains("england England", "site NT1S1")
                .hasSizeLessThan(
                        places("select distinct place_level, place from second").size());
    }

    @Test
    void what_was_hidden_and_did_not_change_is_not_shown_later() {
        String both = "select first.place_level, first.place from first join second"
                + " using (period, measure, basis, place_level, place, characteristic, code, part)"
                + " anti join changed using (place_level, place) where first.mark = 'c'";
        assertThat(places(both)).hasSizeGreaterThan(100);
        assertThat(places(both + " and second.mark is distinct from 'c'")).isEmpty();
    }

    /** What a query over both releases finds, as the level and the name of each place. */
    private static List<String> places(String query) {
        String published = home.resolve("published").toString();
        try (Database database = Database.inMemory()) {
            database.execute("create view first as from '" + published + "/g000000001/counts.csv'");
            database.execute("create view second as from '" + published + "/g000000002/counts.csv'");
            database.execute(
                    "create view changed as select c.place_level, c.place from (select unnest(changed) as c from '"
                            + published + "/g000000002/structure.json')");
            return database.query(query).rows().stream()
                    .map(row -> row.get(0) + " " + row.get(1))
                    .toList();
        }
    }

    @Test
    void a_query_answers_as_it_did_then() throws Exception {
        String then = Told.well("sql", TOTAL, "--home", home.toString(), "--json", "--as-known-at", before.toString());
        assertThat(then).isEqualTo(firstTotal);
        assertThat(Told.well("sql", TOTAL, "--home", home.toString(), "--json")).isNotEqualTo(firstTotal);
    }

    @Test
    void every_changed_figure_names_the_file_and_rows_that_changed_it() throws Exception {
        String told = Told.well("restatement", "--home", home.toString(), "--json", "--since", before.toString());
        assertThat(told.lines()
                        .filter(l -> l.contains("\"place_level\":\"england\"") && l.contains("\"basis\":\"linked\"")))
                .isNotEmpty()
                .allMatch(l -> l.contains("AD01/advocacy-cases.csv (row 2, 3"));
        assertThat(told.lines().filter(l -> l.contains("\"characteristic\":\"total\"") && l.contains("\"england\"")))
                .anyMatch(l -> l.contains("\"measure\":\"uptake\""));
    }

    @Test
    void a_mended_register_is_a_reason_too() throws Exception {
        String told = Told.well("restatement", "--home", home.toString(), "--json", "--since", before.toString());
        assertThat(told.lines().filter(l -> l.contains("\"place\":\"NT1S1\"")))
                .isNotEmpty()
                .allMatch(l -> l.contains("register/sites.csv (site NT1S1)"));
    }

    @Test
    void a_day_before_everything_is_refused_with_a_reason() {
        assertThat(Equalities.run("sql", TOTAL, "--home", home.toString(), "--as-known-at", "2001-01-01"))
                .isEqualTo(64);
        assertThat(Equalities.run("sql", TOTAL, "--home", home.toString(), "--as-known-at", "yesterday"))
                .isEqualTo(64);
    }

    private static Map<String, String> tables(Path release) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(release)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                all.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return all;
    }
}
