package equalities.attack;

import static equalities.attack.Attacked.attack;
import static equalities.attack.Attacked.cracked;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases in which two measures count the same people. */
class ElsewhereTest {
    @TempDir
    Path releases = Path.of(".");

    @Test
    void a_count_that_is_hidden_in_one_table_and_shown_in_another_is_known() throws IOException {
        Path leaky = casesAndWaits("65", true).write();
        assertThat(attack(leaky).cracks()).singleElement().satisfies(crack -> {
            assertThat(crack.cell()).isEqualTo("England, everybody, denominator less numerator");
            assertThat(crack.interval()).hasToString("0 to 4");
            assertThat(crack.derivation()).anyMatch(d -> d.contains("65 in g1 as cases, denominator"));
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

    /** Of how many cases 65 waits have ended is hidden, and how many there are is shown in another table, or not. */
    private PlantedRelease casesAndWaits(String cases, boolean exactly) {
        return PlantedRelease.named("g1", releases)
                .place("England")
                .policy(8, 5, 6)
                .of("waits")
                .counts("numerator", """
                                | total
                        England | 65
                        """)
                .counts("denominator", """
                                | total
                        England | c
                        """)
                .of("cases")
                .counts("denominator", """
                                | total
                        England | %s
                        """.formatted(cases))
                .denominators("waits", "cases", exactly);
    }
}
