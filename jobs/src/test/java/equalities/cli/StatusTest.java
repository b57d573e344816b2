package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.engine.duckdb.Database;
import equalities.lake.Home;
import equalities.operate.HomeStatus;
import equalities.operate.Returns;
import equalities.operate.RunDiary;
import equalities.operate.StatusScreen;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small home of 2025-26-Q1, with one provider that sent nothing and one row that is held, looked at on several days. */
class StatusTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 8, 29);

    @TempDir
    static Path folder = Path.of(".");

    private static Home home = new Home(Path.of("."));

    @BeforeAll
    static void unpack() throws IOException {
        home = new Home(StoredHome.newest(folder.resolve("home")));
    }

    @Test
    void what_has_not_come_is_awaited_until_the_day_it_is_due_and_silent_after() throws IOException {
        assertThat(on(LAST_DAY).returns().awaited())
                .extracting(Returns.Missing::provider, Returns.Missing::daysLate)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("AD02", 0L));
        assertThat(on(LAST_DAY).returns().silent()).isEmpty();
        assertThat(on(LAST_DAY.plusDays(1)).returns().awaited()).isEmpty();
        assertThat(on(LAST_DAY.plusDays(1)).returns().silent())
                .extracting(Returns.Missing::provider, Returns.Missing::daysLate)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("AD02", 1L));
    }

    @Test
    void a_period_that_has_ended_and_of_which_nothing_came_is_due_by_the_days_that_a_return_has() throws IOException {
        assertThat(on(LocalDate.of(2025, 9, 30)).returns().due()).isEmpty();
        assertThat(on(LocalDate.of(2026, 1, 1)).returns().due())
                .containsExactly(
                        new Returns.Due("2025-26-Q2", LocalDate.of(2025, 11, 29)),
                        new Returns.Due("2025-26-Q3", LocalDate.of(2026, 3, 1)));
    }

    @Test
    void the_screen_says_all_of_it_in_a_few_short_lines() throws IOException {
        List<String> lines = StatusScreen.lines(on(LocalDate.of(2026, 11, 26)));
        assertThat(lines).hasSizeLessThan(25).noneMatch(line -> line.length() > 160);
        assertThat(String.join("\n", lines))
                .contains("Ran      run")
                .contains("2 of 3 expected providers; of 13 rows 12 accepted, 1 held")
                .contains("2026-27-Q2   by 29 Nov 2026, in 3 days: nothing came")
                .contains("AD02   Beacon Advocacy: nothing received; due 29 Aug 2025, 454 days ago")
                .contains("qualifying-patients.csv: 1 row held: not a date")
                .contains("Next     Tell providers what to mend: equalities held --home");
    }

    @Test
    void a_run_that_failed_says_so_with_its_reason_and_one_that_was_killed_that_it_continues() throws IOException {
        Home other = new Home(folder.resolve("other"));
        other.prepare();
        RunDiary diary = RunDiary.begin(other, "run", Clock.systemUTC());
        assertThat(StatusScreen.lines(of(other, Returns.NONE)).toString())
                .contains("cut off. Run it again")
                .containsPattern("Ran      run .*, cut off")
                .doesNotContain("running");
        diary.end("failed", 1, "The disk is on fire.", Map.of());
        assertThat(StatusScreen.lines(of(other, Returns.NONE)).toString())
                .contains("did not end well: The disk is on fire.")
                .doesNotContain("cut off");
    }

    @Test
    void a_stage_that_has_something_new_to_do_is_named() throws IOException {
        String landing = StoredHome.landing().toString();
        assertThat(Told.well(
                        "status", "--home", folder.resolve("none").toString(), "--set", "landing=" + landing, "--json"))
                .contains("\"to_do\":[\"receive\"]");
    }

    private static HomeStatus on(LocalDate day) throws IOException {
        try (Database database = Database.readOnly(home.catalogue())) {
            database.execute(
                    "set variable home = " + Database.literal(home.root().toString()));
            Instant at = day.atStartOfDay().toInstant(ZoneOffset.UTC);
            Map<String, Object> held = Map.of(
                    "period",
                    "2025-26-Q1",
                    "provider_code",
                    "NT1",
                    "file_name",
                    "qualifying-patients.csv",
                    "status",
                    "partly held",
                    "rows",
                    1L,
                    "reason",
                    "not a date");
            return HomeStatus.of(home, at, List.of(), Returns.of(database, day), List.of(held));
        }
    }

    private static HomeStatus of(Home other, Returns returns) throws IOException {
        return HomeStatus.of(other, Instant.EPOCH, List.of(), returns, List.of());
    }
}
