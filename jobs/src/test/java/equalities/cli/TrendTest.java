package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import equalities.engine.duckdb.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two periods of invented people, in the second of which one advocacy service says nothing. */
@Tag("drill")
class TrendTest {
    private static final String SILENT_SERVICE = "AD01";
    private static final String SILENT_SITE = "NT1S1";

    @TempDir
    static Path folder = Path.of(".");

    @BeforeAll
    static void run() throws IOException {
        for (String quarter : List.of("Q1", "Q2")) {
            String[] generate = {"generate", "--out", folder.resolve(quarter).toString(), "--json"};
            assertThat(Equalities.run(Stream.concat(
                                    Stream.of(generate),
                                    Stream.of("--period", "2025-26-" + quarter, "--people", "500", "--no-faults"))
                            .toArray(String[]::new)))
                    .isZero();
        }
        Path second = Files.move(folder.resolve("Q2/landing/2025-26-Q2"), folder.resolve("Q1/landing/2025-26-Q2"));
        try (Stream<Path> returns = Files.list(second.resolve(SILENT_SERVICE))) {
            for (Path sent : returns.toList()) {
                Files.delete(sent);
            }
        }
        String landing = folder.resolve("Q1/landing").toString();
        String home = folder.resolve("home").toString();
        assertThat(Equalities.run("run", "--landing", landing, "--home", home, "--json"))
                .isZero();
    }

    @Test
    void the_base_has_changed_where_a_service_fell_silent_and_the_change_is_that_of_the_others() {
        Map<String, @Nullable Object> england = trend(
                "place_level = 'england' and characteristic = 'total' and basis = 'linked' and measure = 'uptake'");
        assertThat(england)
                .containsEntry("previous_period", "2025-26-Q1")
                .containsEntry("base_changed", true)
                .containsEntry("sites_gained", 0L)
                .containsEntry("sites_lost", 1L)
                .containsEntry("reason", "BASE_CHANGED");
        double truth = uptakeOfTheOthers("Q2") - uptakeOfTheOthers("Q1");
        assertThat((Double) england.get("alike_change")).isCloseTo(truth, within(1e-12));
    }

    @Test
    void a_site_that_told_in_both_has_no_break_and_the_silent_one_no_trend() {
        String site =
                "place_level = 'site' and characteristic = 'total' and basis = 'linked' and measure = 'uptake' and place = ";
        assertThat(trend(site + "'NT1S2'")).containsEntry("base_changed", false);
        try (Database database = open()) {
            assertThat(database.count("select count(*) from trend where " + site + Database.literal(SILENT_SITE)))
                    .isZero();
        }
    }

    /** Somebody who was at two sites counts at each and once in England: their part of it, taken for more than the whole, refused the release. */
    @Test
    void two_quarters_in_which_people_moved_between_sites_are_released(@TempDir Path moved) throws IOException {
        for (String quarter : List.of("Q1", "Q2")) {
            String out = moved.resolve(quarter).toString();
            Told.well(
                    "generate",
                    "--out",
                    out,
                    "--period",
                    "2025-26-" + quarter,
                    "--seed",
                    "7" + quarter.charAt(1),
                    "--no-faults");
        }
        Files.move(moved.resolve("Q2/landing/2025-26-Q2"), moved.resolve("Q1/landing/2025-26-Q2"));
        Path home = moved.resolve("home");
        Told.well("run", "--landing", moved.resolve("Q1/landing").toString(), "--home", home.toString());
        assertThat(home.resolve("published/g000000001/report.html")).isRegularFile();
        try (Database database = Database.readOnly(home.resolve("warehouse.duckdb"))) {
            assertThat(
                            database.count(
                                    "select count(*) from (select person_key from patient where qualifies group by period, person_key having count(distinct site_code) > 1)"))
                    .isPositive();
        }
    }

    @Test
    void a_change_is_explained_down_to_rows_of_both_periods() {
        Object id = trend(
                        "place_level = 'england' and characteristic = 'total' and basis = 'linked' and measure = 'uptake'")
                .get("trend_id");
        assertThat(Told.well(
                        "explain",
                        String.valueOf(id),
                        "--home",
                        folder.resolve("home").toString()))
                .contains("Other sites tell than before (0 more, 1 no more)")
                .contains("this period: denominator of patient", "the period before: numerator of advocacy_case");
    }

    /** The uptake that is true of all sites but the silent one and those that are told by counts only. */
    private static double uptakeOfTheOthers(String quarter) {
        try (Database database = Database.inMemory()) {
            Object share = database.value("select sum(accessed) / sum(qualifying) from read_csv("
                    + Database.literal(folder.resolve(quarter + "/uptake.csv").toString())
                    + ") where place_level = 'site' and characteristic = 'total' and place <> "
                    + Database.literal(SILENT_SITE));
            return ((Number) java.util.Objects.requireNonNull(share)).doubleValue();
        }
    }

    private static Map<String, @Nullable Object> trend(String where) {
        try (Database database = open()) {
            List<Map<String, @Nullable Object>> rows =
                    database.query("select * from trend where " + where).maps();
            assertThat(rows).as(where).hasSize(1);
            return rows.get(0);
        }
    }

    private static Database open() {
        return Database.readOnly(folder.resolve("home/warehouse.duckdb"));
    }
}
