package equalities.attack;

import static equalities.attack.Attacked.attack;
import static equalities.attack.Attacked.cracked;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases in which two measures count the same people. */
class TogetherRelationsTest {
    @TempDir
    Path releases = Path.of(".");

    @Test
    void a_count_that_is_hidden_in_one_table_and_shown_in_another_is_known() throws IOException {
        Path leaky = casesAndWaits("65", true).write();
        assertThat(attack(leaky).cracks()).singleElement().satisfies(crack -> {
            assertThat(crack.cell()).isEqualTo("England, everybody, denominator less numerator");
            assertThat(crack.interval()).hasToString("0 to 4");
            assertThat(crack.derivation())
                    .anyMatch(d -> d.contains("[cases of England, everybody, denominator: 65 in g1, so 63 to 67]"));
        });
    }

    @Test
    void a_count_that_is_no_more_than_one_that_is_shown_is_known_as_well() throws IOException {
        assertThat(cracked(casesAndWaits("65", false).write()))
                .contains("England, everybody, denominator less numerator is 0 to 4");
    }

    @Test
    void hidden_in_both_it_is_not() throws IOException {
        assertThat(cracked(casesAndWaits("c", true).write())).isEmpty();
    }

    @Test
    void what_is_left_of_a_table_by_two_others_is_known() throws IOException {
        assertThat(cracked(referrals("60").write())).containsExactly("England, everybody, denominator is 0 to 4");
    }

    @Test
    void where_both_are_hidden_what_they_come_to_tells_of_neither() throws IOException {
        assertThat(cracked(referrals("c").write())).isEmpty();
    }

    @Test
    void a_site_is_found_out_by_another_table_of_the_larger_place() throws IOException {
        Path leaky = PlantedRelease.named("g1", releases)
                .place("site A", "England")
                .place("site B", "England")
                .policy(8, 5, 6)
                .of("uptake")
                .counts("denominator", """
                                | total
                        England | c
                        site A  | 60
                        site B  | c
                        """)
                .of("cases")
                .inEngland("denominator", "60")
                .denominators(List.of("uptake"), "cases", true)
                .write();
        assertThat(cracked(leaky)).contains("site B, everybody, denominator is 0 to 4");
    }

    /** Of 60 cases some were referred by a rule, which is hidden, and some by somebody. */
    private PlantedRelease referrals(String bySomebody) {
        return PlantedRelease.named("g1", releases)
                .place("England")
                .policy(8, 5, 6)
                .of("referred by a rule")
                .inEngland("denominator", "c")
                .of("referred by somebody")
                .inEngland("denominator", bySomebody)
                .of("cases")
                .inEngland("denominator", "60")
                .denominators(List.of("referred by a rule", "referred by somebody"), "cases", false);
    }

    /** Of how many cases 65 waits have ended is hidden, and how many there are is shown in another table, or not. */
    private PlantedRelease casesAndWaits(String cases, boolean exactly) {
        return PlantedRelease.named("g1", releases)
                .place("England")
                .policy(8, 5, 6)
                .of("waits")
                .inEngland("numerator", "65")
                .inEngland("denominator", "c")
                .of("cases")
                .inEngland("denominator", cases)
                .denominators(List.of("waits"), "cases", exactly);
    }
}
