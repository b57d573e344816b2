package equalities.sql;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.cli.Equalities;
import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.Relation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The findings tried on invented people, as the page of results has it with more runs. */
class SimulationTest {
    @TempDir
    static Path folder = Path.of(".");

    private static List<String> page = List.of();

    @BeforeAll
    static void simulate() throws IOException {
        Path file = folder.resolve("results.md");
        assertThat(Equalities.run("simulate", "--runs", "200", "--page", file.toString()))
                .isZero();
        page = Files.readAllLines(file);
    }

    @Test
    void the_bounds_hold_the_truth_in_every_run() {
        assertThat(line("Bounds that hold")).contains("| 100.0 % |");
    }

    /** Two standard errors above 5 in a hundred of 200 runs is 8.1. */
    @Test
    void without_a_gap_few_runs_find_one() {
        assertThat(share("Runs without any gap")).isLessThanOrEqualTo(8.1);
    }

    @Test
    void nearly_all_intervals_hold_the_planted_ratio() {
        assertThat(share("Intervals of the adjusted ratio")).isBetween(94.0, 97.0);
    }

    @Test
    void half_the_uptake_among_four_hundred_is_always_found() {
        assertThat(line("0.5")).endsWith("| 100 % | 100 % |");
    }

    @Test
    void the_methods_page_says_what_the_simulation_found() throws IOException {
        Path sql = Path.of("..", "sql");
        List<String> written = Files.readAllLines(sql.resolve("simulation/RESULTS.md")).stream()
                .filter(l -> l.startsWith("| 0."))
                .map(l -> l.replaceAll("[| %]+", " ").strip())
                .toList();
        try (Database database = Database.inMemory()) {
            Relation published = database.query(Files.readString(sql.resolve("outputs/how_often_a_gap_is_found.sql")));
            assertThat(published.rows())
                    .hasSameSizeAs(written)
                    .extracting(SimulationTest::inPercent)
                    .isEqualTo(written);
        }
    }

    private static String inPercent(List<?> row) {
        return row.get(0)
                + row.stream()
                        .skip(1)
                        .map(share -> " "
                                + new BigDecimal(String.valueOf(share))
                                        .movePointRight(2)
                                        .intValueExact())
                        .collect(Collectors.joining());
    }

    private static double share(String claim) {
        String[] cells = line(claim).split("\\|");
        return Double.parseDouble(cells[3].replace("%", "").strip());
    }

    private static String line(String start) {
        return page.stream().filter(l -> l.startsWith("| " + start)).findFirst().orElse("");
    }
}
