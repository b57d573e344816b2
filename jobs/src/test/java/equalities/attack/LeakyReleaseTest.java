package equalities.attack;

import static equalities.attack.Attacked.attack;
import static equalities.attack.Attacked.cracked;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases that give a hidden count away, each in another way. */
class LeakyReleaseTest {
    @TempDir
    Path releases;

    private PlantedRelease release() {
        return PlantedRelease.named("g1", releases);
    }

    private PlantedRelease twoSites() {
        return release().place("site S1", "England").place("site S2", "England");
    }

    @Test
    void a_single_hidden_count_is_its_total_less_the_others() throws IOException {
        Path leaky = release().place("England").counts("numerator", """
                                | total | ethnicity A | ethnicity B | ethnicity C
                        England | 60    | 40          | 17          | c
                        """).write();
        assertThat(attack(leaky).cracks()).singleElement().satisfies(crack -> {
            assertThat(crack.cell()).isEqualTo("England, ethnicity C, numerator");
            assertThat(crack.interval()).hasToString("3");
            assertThat(crack.derivation())
                    .containsExactly("[England, everybody, numerator: 60 in g1] is"
                            + " [England, ethnicity A, numerator: 40 in g1] + [England, ethnicity B, numerator: 17 in g1]"
                            + " + [England, ethnicity C, numerator: hidden in g1]: everybody gives one answer, so the"
                            + " answers add up");
        });
    }

    @Test
    void two_by_two_hidden_counts_are_found_by_elimination_when_the_margins_are_tight() throws IOException {
        Path leaky = twoSites().counts("numerator", """
                                | total | ethnicity A | ethnicity B | ethnicity C
                        England | 60    | 2           | 3           | 55
                        site S1 | 31    | c           | c           | 30
                        site S2 | 29    | c           | c           | 25
                        """).policy(2, 1, 2).write();
        assertThat(cracked(leaky))
                .contains("site S1, ethnicity A, numerator is 0 to 1", "site S1, ethnicity B, numerator is 0 to 1");
    }

    @Test
    void a_block_that_no_single_sum_gives_away_is_found_by_elimination() throws IOException {
        Path leaky = release()
                .place("site S1", "England")
                .place("site S2", "England")
                .place("site S3", "England")
                .counts("numerator", """
                                | total | ethnicity A | ethnicity B | ethnicity C | ethnicity D
                        England | 300   | 60          | 70          | 110         | 60
                        site S1 | 80    | c           | c           | 20          | 10
                        site S2 | 90    | c           | c           | 30          | 20
                        site S3 | 130   | c           | 37          | c           | 30
                        """)
                .write();
        // S1 and S2 together leave 90 of A and B, England 97 without what S3 shows of B.
        assertThat(cracked(leaky)).contains("site S3, ethnicity A, numerator is 3");
    }

    @Test
    void a_percentage_with_one_decimal_undoes_rounding() throws IOException {
        Path leaky = release().england(45, 55, "0.887").write();
        assertThat(attack(leaky).cracks()).singleElement().satisfies(crack -> {
            assertThat(crack.cell()).isEqualTo("England, everybody, denominator less numerator");
            assertThat(crack.interval()).hasToString("6");
            assertThat(crack.derivation()).anyMatch(d -> d.contains("rate 0.887 in uptake.csv"));
        });
    }

    @Test
    void a_hidden_count_beside_its_rate_and_whole_is_found() throws IOException {
        Path leaky = release()
                .place("England")
                .counts("numerator", """
                                | total
                        England | c
                        """)
                .counts("denominator", """
                                | total
                        England | 40
                        """)
                .file("uptake.csv", """
                        period,place_level,place,characteristic,code,seen,entitled,rate
                        2025-26-Q1,england,England,total,All,,40,0.08
                        """)
                .write();
        assertThat(cracked(leaky)).contains("England, everybody, numerator is 3");
    }

    @Test
    void a_site_that_is_new_is_what_the_total_gained() throws IOException {
        Path before = release()
                .place("site S1", "England")
                .place("site S2", "England")
                .counts("numerator", """
                                | total
                        England | 100
                        site S1 | c
                        site S2 | c
                        """)
                .write();
        Path now = PlantedRelease.named("g2", releases)
                .follows("g1")
                .place("site S1", "England")
                .place("site S2", "England")
                .place("site S3", "England")
                .counts("numerator", """
                                | total
                        England | 103
                        site S1 | c
                        site S2 | c
                        site S3 | c
                        """)
                .write();
        assertThat(attack(before).isSafe()).isTrue();
        assertThat(cracked(now, before)).containsExactly("site S3, everybody, numerator (now) is 3");
    }

    @Test
    void a_correction_is_found_by_what_changed_around_it() throws IOException {
        Path before = twoSites().counts("numerator", """
                                | total | ethnicity A | ethnicity B
                        England | 100   | 60          | 40
                        site S1 | 40    | c           | c
                        site S2 | 60    | c           | c
                        """).write();
        Path now = PlantedRelease.named("g2", releases)
                .follows("g1")
                .place("site S1", "England")
                .place("site S2", "England")
                .changed("site S1")
                .counts("numerator", """
                                | total | ethnicity A | ethnicity B
                        England | 63    | 33          | 30
                        site S1 | c     | c           | c
                        site S2 | 60    | c           | c
                        """)
                .write();
        assertThat(attack(before).isSafe()).isTrue();
        assertThat(cracked(now, before)).contains("site S1, everybody, numerator (now) is 3");
    }

    @Test
    void a_count_that_was_shown_before_gives_away_those_hidden_with_it_now() throws IOException {
        Path before = release().place("England").counts("numerator", """
                                | total | ethnicity A | ethnicity B | ethnicity C | ethnicity D
                        England | 60    | 40          | c           | 10          | c
                        """).write();
        Path now = PlantedRelease.named("g2", releases)
                .follows("g1")
                .place("England")
                .counts("numerator", """
                                | total | ethnicity A | ethnicity B | ethnicity C | ethnicity D
                        England | 60    | 40          | 8           | c           | c
                        """)
                .write();
        assertThat(attack(before).isSafe()).isTrue();
        assertThat(attack(now).isSafe()).isTrue();
        assertThat(cracked(now, before)).containsExactly("England, ethnicity D, numerator is 2");
    }

    @Test
    void two_overlapping_geographies_leave_a_site_that_is_in_one_only() throws IOException {
        Path leaky = release()
                .place("site S1", "provider P1", "commissioner C1", "England")
                .place("site S2", "provider P1", "commissioner C2", "England")
                .place("site S3", "provider P2", "commissioner C2", "England")
                .counts("numerator", """
                                       | total
                        England        | 200
                        provider P1    | 103
                        provider P2    | 97
                        commissioner C1 | 100
                        commissioner C2 | 100
                        site S1        | c
                        site S2        | c
                        site S3        | c
                        """)
                .write();
        assertThat(cracked(leaky)).contains("site S2, everybody, numerator is 3");
    }

    @Test
    void one_part_alone_is_hidden_of_those_that_add_up() throws IOException {
        Path leaky = release()
                .place("England")
                .sums("records", "known", "declined", "not_recorded")
                .counts("records", """
                                | ethnicity All
                        England | 80
                        """)
                .counts("known", """
                                | ethnicity All
                        England | 70
                        """)
                .counts("declined", """
                                | ethnicity All
                        England | c
                        """)
                .counts("not_recorded", """
                                | ethnicity All
                        England | 7
                        """)
                .write();
        assertThat(cracked(leaky)).containsExactly("England, ethnicity All, declined is 3");
    }

    @Test
    void what_is_left_of_a_whole_is_found_where_nearly_everybody_is_counted() throws IOException {
        Path leaky = release()
                .place("England")
                .counts("numerator", """
                                | total
                        England | 48
                        """)
                .counts("denominator", """
                                | total
                        England | 50
                        """)
                .write();
        assertThat(cracked(leaky)).containsExactly("England, everybody, denominator less numerator is 2");
    }

    @Test
    void a_small_number_that_is_shown_needs_no_attack() throws IOException {
        Path leaky = release()
                .place("England")
                .policy(8, 5, 6)
                .counts("numerator", """
                                | total
                        England | 5
                        """)
                .write();
        assertThat(cracked(leaky)).contains("England, everybody, numerator is 3 to 7");
    }

    @Test
    void a_median_of_two_is_what_one_of_them_waited() throws IOException {
        Path leaky = release()
                .place("England")
                .counts("numerator", """
                                | total
                        England | 40
                        """)
                .file("waiting.csv", """
                        period,place_level,place,people,median
                        2025-26-Q1,site,S1,2,9
                        2025-26-Q1,site,S2,,4
                        2025-26-Q1,site,S3,40,4
                        """)
                .write();
        assertThat(attack(leaky).cracks())
                .extracting(Crack::cell)
                .containsExactly("2025-26-Q1 S1, median", "2025-26-Q1 S2, median");
    }

    @Test
    void pairs_of_answers_are_among_those_who_gave_one() throws IOException {
        Path leaky = release().place("England").counts("numerator", """
                                | total | ethnicity A | ethnicity B | gender F | gender M
                        England | 90    | 2           | 88          | 45       | 45
                        """).write();
        Files.writeString(leaky.resolve("counts.csv"), """
                2025-26-Q1,uptake,flow,england,England,England,ethnicity and gender,A and F,,numerator,,c
                2025-26-Q1,uptake,flow,england,England,England,ethnicity and gender,A and M,,numerator,,c
                """, StandardOpenOption.APPEND);
        assertThat(cracked(leaky)).contains("England, ethnicity and gender A and F, numerator is 0 to 2");
    }

    @Test
    void a_row_that_stands_only_where_somebody_is_tells_that_its_count_is_not_0() throws IOException {
        assertThat(cracked(threeSites().write())).isEmpty();
        assertThat(cracked(threeSites().denominatorsAtLeastOne("uptake").write()))
                .containsExactly("site C, everybody, denominator is 1 to 6");
    }

    @Test
    void a_site_of_which_nobody_told_is_in_no_larger_place() throws IOException {
        PlantedRelease release = threeSites().counts("numerator", """
                        | total
                England | c
                site A  | c
                site B  | c
                site C  | x
                """);
        assertThat(cracked(release.denominatorsAtLeastOne("uptake").write())).isEmpty();
    }

    /** At the third of three sites there are 0 to 6. */
    private PlantedRelease threeSites() {
        return PlantedRelease.named("g1", releases)
                .place("site A", "England")
                .place("site B", "England")
                .place("site C", "England")
                .policy(8, 3, 6)
                .counts("denominator", """
                                | total
                        England | 21
                        site A  | 9
                        site B  | 9
                        site C  | c
                        """);
    }
}
