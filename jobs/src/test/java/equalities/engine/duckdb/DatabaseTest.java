package equalities.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    /** Sorting this takes about 400 MB. */
    private static final String MUCH =
            "select count(*) from (select hash(range)::varchar || hash(range + 1)::varchar as key from range(8000000) order by key offset 1)";

    @TempDir
    Path folder = Path.of(".");

    @Test
    void a_database_without_a_folder_puts_nothing_on_a_disk_and_says_so_when_memory_is_short() {
        try (Database database = Database.inMemory()) {
            database.execute("set memory_limit = '100 MB'");
            assertThatThrownBy(() -> database.query(MUCH)).hasMessageContaining("Out of Memory");
        }
    }

    @Test
    void what_does_not_fit_lies_in_the_folder_and_is_gone_when_the_database_is_closed() throws Exception {
        try (Database database = Database.inMemory(folder)) {
            database.execute("set memory_limit = '100 MB'");
            assertThat(database.count(MUCH)).isEqualTo(7_999_999);
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_database_takes_less_than_half_of_the_memory() {
        try (Database database = Database.inMemory();
                Database unlimited = Database.at(folder.resolve("unlimited.duckdb"))) {
            String setting = "select parse_formatted_bytes(current_setting('memory_limit')) / 1e6";
            double all = ((Number) unlimited.query(setting).rows().get(0).get(0)).doubleValue() / 0.8;
            double taken = ((Number) database.query(setting).rows().get(0).get(0)).doubleValue();
            assertThat(taken).isBetween(all * 0.3, all * 0.5);
        }
    }
}
