package equalities.attack;

import static equalities.attack.Attacked.attack;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases that hide enough, and those whose figures cannot all be true. */
class SafeReleaseTest {
    @TempDir
    Path releases;

    private PlantedRelease twoSites() {
        return PlantedRelease.named("g1", releases).place("site S1", "England").place("site S2", "England");
    }

    @Test
    void two_by_two_hidden_counts_with_slack_stay_hidden() throws IOException {
        Verdict verdict = attack(twoSites().counts("numerator", """
                                | total | ethnicity A | ethnicity B | ethnicity C
                        England | 100   | 20          | 20          | 60
                        site S1 | 50    | c           | c           | 30
                        site S2 | 50    | c           | c           | 30
                        """).write());
        assertThat(verdict.isSafe()).isTrue();
        assertThat(verdict.attacked()).isEqualTo(4);
        assertThat(verdict.notes()).isEmpty();
    }

    @Test
    void a_single_hidden_count_stays_hidden_when_all_others_are_rounded() throws IOException {
        Verdict verdict =
                attack(twoSites().policy(8, 5, 6).counts("numerator", """
                                | total | ethnicity A | ethnicity B | ethnicity C
                        England | 105   | 50          | 40          | 15
                        site S1 | 50    | 25          | 20          | c
                        site S2 | 55    | 25          | 20          | 10
                        """).write());
        assertThat(verdict.cracks()).isEmpty();
    }

    @Test
    void percentages_of_the_shown_counts_tell_nothing_more() throws IOException {
        Verdict verdict = attack(
                PlantedRelease.named("g1", releases).england(45, 60, "0.75").write());
        assertThat(verdict.cracks()).isEmpty();
    }

    @Test
    void a_hidden_count_that_must_be_large_is_no_small_number() throws IOException {
        Verdict verdict = attack(PlantedRelease.named("g1", releases)
                .place("England")
                .counts("numerator", """
                                | total | ethnicity A | ethnicity B
                        England | 60    | 40          | c
                        """)
                .write());
        assertThat(verdict.cracks()).isEmpty();
    }

    @Test
    void people_who_moved_make_places_add_up_to_more_and_this_is_told() throws IOException {
        Verdict verdict = attack(twoSites().counts("numerator", """
                                | total
                        England | 100
                        site S1 | 60
                        site S2 | 50
                        """).write());
        assertThat(verdict.isSafe()).isTrue();
        assertThat(verdict.notes())
                .singleElement()
                .asString()
                .startsWith("uptake (flow) 2025-26-Q1: the counts of places do not add up to those of larger ones");
    }

    @Test
    void a_figure_that_others_contradict_is_left_out_and_this_is_told() throws IOException {
        Verdict verdict = attack(PlantedRelease.named("g1", releases)
                .place("England")
                .counts("numerator", """
                                | total | ethnicity A | ethnicity B
                        England | 60    | 40          | 30
                        """)
                .write());
        assertThat(verdict.notes()).singleElement().asString().contains("left out, for other figures contradict it");
    }
}
