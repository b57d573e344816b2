package equalities.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tables whose intervals two other programs agree on: the R package GaussSuppression 1.0.0 with the linear programs of
 * Rglpk, and the linear programs of scipy 1.17.1.
 */
class TextbookTest {
    @TempDir
    Path releases;

    @Test
    void only_primary_cells_are_hidden() throws Exception {
        assertThat(intervals("""
                        | total | ethnicity e1 | ethnicity e2 | ethnicity e3 | ethnicity e4
                England | 221   | 55           | 55           | 24           | 87
                site s1 | 99    | 37           | c            | 7            | 52
                site s2 | 14    | c            | c            | c            | c
                site s3 | 50    | 11           | 36           | c            | c
                site s4 | 10    | c            | c            | c            | c
                site s5 | 48    | 0            | 11           | 10           | 27
                """)).isEqualTo("""
                site s1, ethnicity e2, numerator: 3
                site s2, ethnicity e1, numerator: 0 to 7
                site s2, ethnicity e2, numerator: 0 to 5
                site s2, ethnicity e3, numerator: 0 to 7
                site s2, ethnicity e4, numerator: 0 to 8
                site s3, ethnicity e3, numerator: 0 to 3
                site s3, ethnicity e4, numerator: 0 to 3
                site s4, ethnicity e1, numerator: 0 to 7
                site s4, ethnicity e2, numerator: 0 to 5
                site s4, ethnicity e3, numerator: 0 to 7
                site s4, ethnicity e4, numerator: 0 to 8
                """);
    }

    @Test
    void partners_are_hidden_by_elimination() throws Exception {
        assertThat(intervals("""
                        | total | ethnicity e1 | ethnicity e2 | ethnicity e3 | ethnicity e4 | ethnicity e5 | ethnicity e6
                England | 551   | 132          | 156          | 50           | 131          | 31           | 51
                site s1 | 58    | 21           | 8            | c            | 26           | c            | 0
                site s2 | 46    | 22           | 0            | 0            | c            | c            | 14
                site s3 | 39    | 7            | c            | 13           | 8            | c            | c
                site s4 | 123   | 77           | 21           | c            | c            | 10           | 7
                site s5 | 52    | c            | c            | 19           | 11           | c            | 16
                site s6 | 61    | c            | 20           | c            | 27           | c            | 7
                site s7 | 172   | 0            | 102          | 10           | 51           | c            | c
                """)).isEqualTo("""
                site s1, ethnicity e3, numerator: 0 to 3
                site s1, ethnicity e5, numerator: 0 to 3
                site s2, ethnicity e4, numerator: 0 to 8
                site s2, ethnicity e5, numerator: 2 to 10
                site s3, ethnicity e2, numerator: 0 to 5
                site s3, ethnicity e5, numerator: 0 to 11
                site s3, ethnicity e6, numerator: 0 to 7
                site s4, ethnicity e3, numerator: 0 to 8
                site s4, ethnicity e4, numerator: 0 to 8
                site s5, ethnicity e1, numerator: 0 to 5
                site s5, ethnicity e2, numerator: 0 to 5
                site s5, ethnicity e5, numerator: 0 to 6
                site s6, ethnicity e1, numerator: 0 to 5
                site s6, ethnicity e3, numerator: 0 to 7
                site s6, ethnicity e5, numerator: 0 to 7
                site s7, ethnicity e5, numerator: 2 to 9
                site s7, ethnicity e6, numerator: 0 to 7
                """);
    }

    @Test
    void some_intervals_are_exact_and_some_are_not() throws Exception {
        assertThat(intervals("""
                        | total | ethnicity e1 | ethnicity e2 | ethnicity e3 | ethnicity e4 | ethnicity e5 | ethnicity e6
                England | 551   | 132          | 156          | 50           | 131          | 31           | 51
                site s1 | 58    | 21           | 8            | c            | 26           | c            | 0
                site s2 | 46    | 22           | 0            | 0            | c            | 7            | 14
                site s3 | 39    | 7            | c            | 13           | 8            | c            | c
                site s4 | 123   | 77           | 21           | c            | 5            | 10           | 7
                site s5 | 52    | c            | c            | 19           | 11           | c            | 16
                site s6 | 61    | c            | 20           | c            | 27           | c            | 7
                site s7 | 172   | 0            | 102          | 10           | 51           | 5            | c
                """)).isEqualTo("""
                site s1, ethnicity e3, numerator: 0 to 3
                site s1, ethnicity e5, numerator: 0 to 3
                site s2, ethnicity e4, numerator: 3
                site s3, ethnicity e2, numerator: 0 to 5
                site s3, ethnicity e5, numerator: 3 to 8
                site s3, ethnicity e6, numerator: 3
                site s4, ethnicity e3, numerator: 3
                site s5, ethnicity e1, numerator: 0 to 5
                site s5, ethnicity e2, numerator: 0 to 5
                site s5, ethnicity e5, numerator: 0 to 6
                site s6, ethnicity e1, numerator: 0 to 5
                site s6, ethnicity e3, numerator: 2 to 5
                site s6, ethnicity e5, numerator: 0 to 5
                site s7, ethnicity e6, numerator: 4
                """);
    }

    @Test
    void zeros_are_hidden_as_partners() throws Exception {
        assertThat(intervals("""
                        | total | ethnicity e1 | ethnicity e2 | ethnicity e3 | ethnicity e4 | ethnicity e5
                England | 206   | 79           | 13           | 19           | 39           | 56
                site s1 | 51    | 33           | c            | c            | c            | c
                site s2 | 91    | 28           | 8            | c            | c            | 47
                site s3 | 64    | 18           | c            | 14           | 29           | c
                """)).isEqualTo("""
                site s1, ethnicity e2, numerator: 2 to 5
                site s1, ethnicity e3, numerator: 0 to 5
                site s1, ethnicity e4, numerator: 2 to 7
                site s1, ethnicity e5, numerator: 6 to 9
                site s2, ethnicity e3, numerator: 0 to 5
                site s2, ethnicity e4, numerator: 3 to 8
                site s3, ethnicity e2, numerator: 0 to 3
                site s3, ethnicity e5, numerator: 0 to 3
                """);
    }

    @Test
    void a_total_is_hidden_too() throws Exception {
        assertThat(intervals("""
                        | total | ethnicity e1 | ethnicity e2 | ethnicity e3
                England | 50    | 17           | 17           | 16
                site s1 | c     | c            | c            | c
                site s2 | 32    | c            | c            | 12
                site s3 | c     | 0            | 0            | c
                """)).isEqualTo("""
                site s1, ethnicity e1, numerator: 0 to 14
                site s1, ethnicity e2, numerator: 0 to 14
                site s1, ethnicity e3, numerator: 0 to 4
                site s1, everybody, numerator: 14 to 18
                site s2, ethnicity e1, numerator: 3 to 17
                site s2, ethnicity e2, numerator: 3 to 17
                site s3, ethnicity e3, numerator: 0 to 4
                site s3, everybody, numerator: 0 to 4
                """);
    }

    @Test
    void partners_are_hidden_until_intervals_are_wide() throws Exception {
        assertThat(intervals("""
                        | total | ethnicity e1 | ethnicity e2 | ethnicity e3 | ethnicity e4 | ethnicity e5
                England | 242   | 27           | 39           | 14           | 36           | 126
                site s1 | 94    | 18           | c            | 9            | c            | 53
                site s2 | 87    | c            | c            | c            | c            | 73
                site s3 | 61    | c            | 27           | c            | 24           | 0
                """)).isEqualTo("""
                site s1, ethnicity e2, numerator: 2 to 12
                site s1, ethnicity e4, numerator: 2 to 12
                site s2, ethnicity e1, numerator: 0 to 4
                site s2, ethnicity e2, numerator: 0 to 10
                site s2, ethnicity e3, numerator: 0 to 4
                site s2, ethnicity e4, numerator: 0 to 10
                site s3, ethnicity e1, numerator: 5 to 9
                site s3, ethnicity e3, numerator: 1 to 5
                """);
    }

    private String intervals(String table) throws IOException, Contradiction {
        PlantedRelease release = PlantedRelease.named("g1", releases);
        table.lines()
                .map(line -> line.split("\\|", 2)[0].strip())
                .filter(place -> place.startsWith("site"))
                .forEach(site -> release.place(site, "England"));
        StringBuilder intervals = new StringBuilder();
        Narrowest.of(release.counts("numerator", table).write())
                .forEach((cell, interval) ->
                        intervals.append(cell).append(": ").append(interval).append('\n'));
        return intervals.toString();
    }
}
