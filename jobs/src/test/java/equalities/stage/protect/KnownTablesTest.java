package equalities.stage.protect;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.spec.DisclosurePolicy;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import equalities.stage.protect.CellKey.Place;
import equalities.stage.protect.Structure.SitePlace;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is lost beside the least that others lose on the same tables of groups by sites with exact totals: Gaussian
 * elimination (Langsrud 2024) as GaussSuppression 1.0.0 does it, and the same with cells added until a linear program
 * leaves a width of 4 to each small count.
 */
class KnownTablesTest {
    private static final Specification SPECIFICATION = SpecificationReader.read(Path.of("..", "schemas"));
    private static final DisclosurePolicy BELOW_FIVE =
            new DisclosurePolicy("test", 5, false, 1, 4, false, 0, 2, 2, LocalDate.of(2024, 4, 1), false, "a test");

    /**
     * @param groups the counts of each group, site by site
     * @param small how many counts are small, margins included
     * @param gauss counts that Gaussian elimination hides for these, some of which then follow within a width below 4
     * @param repaired counts hidden once that is repaired
     * @param ours counts hidden here
     */
    record Known(int[][] groups, int small, int gauss, int repaired, int ours) {
        @Override
        public String toString() {
            return groups.length + " groups at " + groups[0].length + " sites, " + small + " small counts";
        }
    }

    static Stream<Known> tables() {
        return Stream.of(
                new Known(
                        new int[][] {{37, 4, 11, 3, 0}, {3, 4, 36, 1, 11}, {7, 2, 2, 3, 10}, {52, 4, 1, 3, 27}},
                        11,
                        1,
                        2,
                        2),
                new Known(
                        new int[][] {
                            {14, 0, 9, 7, 5},
                            {15, 22, 3, 12, 3},
                            {16, 0, 3, 35, 3},
                            {36, 0, 16, 4, 5},
                            {9, 14, 10, 7, 1}
                        },
                        6,
                        2,
                        2,
                        1),
                new Known(
                        new int[][] {
                            {21, 22, 7, 77, 3, 2, 0},
                            {8, 0, 4, 21, 1, 20, 102},
                            {2, 0, 13, 3, 19, 3, 10},
                            {26, 3, 8, 5, 11, 27, 51},
                            {1, 7, 4, 10, 2, 2, 5},
                            {0, 14, 3, 7, 16, 7, 4}
                        },
                        14,
                        3,
                        4,
                        4),
                new Known(
                        new int[][] {
                            {2, 3, 4, 3, 9, 6, 1},
                            {15, 6, 4, 18, 9, 0, 0},
                            {10, 11, 25, 3, 8, 2, 5},
                            {9, 11, 18, 4, 1, 0, 37},
                            {29, 23, 6, 26, 65, 2, 3}
                        },
                        12,
                        3,
                        4,
                        3),
                new Known(new int[][] {{13, 4, 0}, {1, 16, 0}, {1, 12, 3}}, 5, 3, 3, 2),
                new Known(new int[][] {{18, 1, 8}, {4, 8, 27}, {9, 3, 2}, {10, 2, 24}, {53, 73, 0}}, 5, 3, 3, 2),
                new Known(new int[][] {{33, 28, 18}, {3, 8, 2}, {0, 5, 14}, {7, 3, 29}, {8, 47, 1}}, 4, 3, 5, 3),
                new Known(
                        new int[][] {{1, 6, 9, 1}, {8, 11, 22, 6}, {3, 0, 10, 7}, {22, 17, 7, 11}, {8, 13, 0, 5}},
                        3,
                        3,
                        3,
                        1));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void every_small_count_keeps_its_width_for_as_many_others_as_ever(Known known) {
        Outcome outcome = protect(known);
        assertThat(outcome.unsafe()).isZero();
        assertThat(outcome.small()).isEqualTo(known.small());
        assertThat(hiddenForOthers(outcome)).isEqualTo(known.ours());
    }

    @Test
    void no_more_is_lost_than_with_elimination_and_linear_programs() {
        List<Outcome> ours = tables().map(KnownTablesTest::protect).toList();
        assertThat(ours.stream().mapToLong(KnownTablesTest::hiddenForOthers).sum())
                .isLessThanOrEqualTo(tables().mapToInt(Known::repaired).sum());
    }

    private static long hiddenForOthers(Outcome outcome) {
        return outcome.hidden().size() - outcome.small();
    }

    private static Outcome protect(Known known) {
        int sites = known.groups()[0].length;
        List<SitePlace> places = IntStream.range(0, sites)
                .mapToObj(s -> new SitePlace("2025-26", "S" + s, Place.ENGLAND))
                .toList();
        return new Suppression(
                        BELOW_FIVE, new Structure(SPECIFICATION, places), cells(known), List.of(), (w, d, o) -> {})
                .decide();
    }

    private static List<Cell> cells(Known known) {
        List<Cell> cells = new ArrayList<>();
        int[] all = new int[known.groups()[0].length];
        for (int g = 0; g < known.groups().length; g++) {
            int[] group = known.groups()[g];
            Arrays.setAll(all, s -> all[s] + group[s]);
            cells.addAll(row("ethnicity", "E" + g, group));
        }
        cells.addAll(row(CellKey.TOTAL, CellKey.ALL, all));
        cells.sort(Comparator.comparing(Cell::key));
        return cells;
    }

    /** A group at each site and in England. */
    private static List<Cell> row(String characteristic, String code, int[] counts) {
        List<Cell> row = new ArrayList<>();
        row.add(cell(Place.ENGLAND, characteristic, code, Arrays.stream(counts).sum()));
        for (int s = 0; s < counts.length; s++) {
            row.add(cell(Place.site("S" + s), characteristic, code, counts[s]));
        }
        return row;
    }

    private static Cell cell(Place at, String characteristic, String code, long count) {
        CellKey key =
                new CellKey("2025-26", "uptake", "linked", at.level(), at.name(), characteristic, code, "denominator");
        return new Cell(key, count, true);
    }
}
