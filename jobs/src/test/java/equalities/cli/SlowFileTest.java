package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.engine.duckdb.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowFileTest {
    private static final Path SAMPLE =
            Path.of(System.getProperty("equalities.root", ".."), "jobs/sample/landing/2025-26-Q1");
    private static final long ALMOST_TEN_MEGABYTES = 9_900_000;

    @TempDir
    Path folder;

    @Test
    void a_file_that_takes_longer_than_it_may_is_set_aside_and_the_others_are_read() throws IOException {
        Path landing = land();
        String home = folder.resolve("home").toString();
        Told.well("receive", "--landing", landing.toString(), "--home", home);
        Told.well("standardise", "--home", home, "--set", "file-seconds=1");
        try (Database database = Database.inMemory()) {
            String submissions = "read_parquet("
                    + Database.literal(folder.resolve("home/standard/g000000001/2025-26-Q1/submission/*") + "") + ")";
            assertThat(database.value("select reason from " + submissions + " where provider_code = 'AD01'"))
                    .isEqualTo(
                            "The file took longer to be read than files may: more than 1 seconds of processor time.");
            assertThat(database.count("select rows_seen from " + submissions + " where provider_code = 'AD01'"))
                    .isZero();
            assertThat(database.count("select rows_accepted from " + submissions + " where provider_code = 'AD02'"))
                    .isPositive();
        }
    }

    private Path land() throws IOException {
        Path period = folder.resolve("landing/2025-26-Q1");
        for (String file : List.of("register/providers.csv", "register/sites.csv", "AD02/advocacy-cases.csv")) {
            Files.createDirectories(period.resolve(file).resolveSibling(".").normalize());
            Files.copy(SAMPLE.resolve(file), period.resolve(file));
        }
        String small = Files.readString(SAMPLE.resolve("AD01/advocacy-cases.csv"));
        String rows = small.substring(small.indexOf('\n') + 1);
        Path large = Files.createDirectories(period.resolve("AD01")).resolve("advocacy-cases.csv");
        Files.writeString(large, small + rows.repeat((int) (ALMOST_TEN_MEGABYTES / rows.length()) - 1));
        return folder.resolve("landing");
    }
}
