package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.engine.duckdb.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two periods are in the warehouse; a correction comes for the second. */
@Tag("drill")
class PeriodsTest {
    private static final String FIRST = "2025-26-Q1";
    private static final String SECOND = "2025-26-Q2";

    @TempDir
    static Path folder = Path.of(".");

    private static Path home = Path.of(".");
    private static Map<String, String> before = Map.of();
    private static Map<String, String> after = Map.of();
    private static long peopleBefore;

    @BeforeAll
    static void a_correction_comes() throws Exception {
        Path landing = Files.createDirectories(folder.resolve("landing"));
        for (String period : List.of(FIRST, SECOND)) {
            Path made = folder.resolve("made-" + period);
            assertThat(Equalities.run(
                            "generate", "--out", made.toString(), "--people", "200", "--period", period, "--json"))
                    .isZero();
            Files.move(made.resolve("landing").resolve(period), landing.resolve(period));
        }
        home = folder.resolve("home");
        assertThat(run(landing)).isZero();
        before = parts();
        peopleBefore = people();
        Path cases = landing.resolve(SECOND).resolve("AD03/advocacy-cases.csv");
        List<String> lines = Files.readAllLines(cases);
        Files.write(cases.resolveSibling("correction.csv"), List.of(lines.get(0), lines.get(1) + " "));
        forgetWhereTheFirstCameFrom();
        assertThat(run(landing)).isZero();
        after = parts();
    }

    /** What a run does not read may as well not be there. */
    private static void forgetWhereTheFirstCameFrom() throws IOException {
        Path standard = home.resolve("standard/g000000001").resolve(FIRST);
        try (Stream<Path> files = Files.walk(standard)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(file, new byte[] {0});
            }
        }
        try (Database database = Database.readOnly(home.resolve("warehouse.duckdb"))) {
            for (List<?> row : database.query("select submission_id from submission where period = '" + FIRST
                            + "' and submission_id not in (select submission_id from submission where period = '"
                            + SECOND + "')")
                    .rows()) {
                String id = String.valueOf(row.get(0));
                Files.delete(home.resolve("received/files")
                        .resolve(id.substring(0, 2))
                        .resolve(id));
            }
        }
    }

    @Test
    void the_period_that_nothing_came_for_is_neither_read_nor_written_again() {
        assertThat(of(before, FIRST)).hasSizeGreaterThanOrEqualTo(10);
        assertThat(of(after, FIRST)).isEqualTo(of(before, FIRST));
        assertThat(people()).isEqualTo(peopleBefore);
    }

    @Test
    void of_the_other_period_every_table_is_written_once_and_no_older_state_of_it_is_counted() {
        assertThat(of(after, SECOND).keySet())
                .doesNotContainAnyElementsOf(of(before, SECOND).keySet());
        try (Database database = Database.readOnly(home.resolve("warehouse.duckdb"))) {
            assertThat(database.count(
                            "select count(*) from (select period, provider_code, submission_id from submission"
                                    + " group by all having count(*) > 1)"))
                    .isZero();
            assertThat(database.count("select sum(rows_repeated + rows_superseded) from submission where period = '"
                            + SECOND + "' and provider_code = 'AD03'"))
                    .isPositive();
        }
    }

    private static int run(Path landing) {
        return Equalities.run("run", "--landing", landing.toString(), "--home", home.toString(), "--json");
    }

    private static long people() {
        try (Database database = Database.readOnly(home.resolve("warehouse.duckdb"))) {
            return database.count("select count(distinct person_key) from patient where period = '" + FIRST + "'");
        }
    }

    private static Map<String, String> of(Map<String, String> parts, String period) {
        Map<String, String> of = new TreeMap<>(parts);
        of.keySet().removeIf(name -> !name.contains("/" + period + "/"));
        return of;
    }

    /** The files that the warehouse's pointer names, each with what tells it from every other file of this disk. */
    private static Map<String, String> parts() throws IOException {
        Map<String, String> parts = new TreeMap<>();
        for (String line : Files.readAllLines(home.resolve("warehouse/current.json"))) {
            for (String text : line.split("\"")) {
                Path place = home.resolve("warehouse").resolve(text);
                if (text.matches("g\\d+/.*") && Files.isDirectory(place)) {
                    try (Stream<Path> files = Files.list(place)) {
                        for (Path file : files.filter(f -> f.toString().endsWith(".parquet"))
                                .toList()) {
                            parts.put(
                                    home.relativize(file).toString(),
                                    Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class)
                                                    .fileKey()
                                            + " " + Files.getLastModifiedTime(file) + " "
                                            + equalities.lake.Fingerprint.ofFile(file));
                        }
                    }
                }
            }
        }
        return parts;
    }
}
