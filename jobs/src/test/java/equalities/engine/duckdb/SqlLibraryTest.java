package equalities.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlLibraryTest {
    @TempDir
    Path root = Path.of(".");

    @Test
    void files_are_made_in_the_order_in_which_they_need_each_other() throws IOException {
        file("measures/a", "select * from b");
        file("measures/b", "select one() as n");
        file("macros/first", "create macro one() as other()");
        file("macros/second", "create macro other() as 1");
        assertThat(make()).isEqualTo(1);
    }

    @Test
    void of_files_that_fail_the_one_with_the_fault_is_named_and_not_those_that_need_it() throws IOException {
        file("measures/a", "select * from b");
        file("measures/b", "select no_such_column from (select 1 as n)");
        assertThatThrownBy(this::make)
                .isInstanceOf(QueryException.class)
                .hasMessageStartingWith("sql/measures/b.sql: ")
                .hasMessageContaining("no_such_column");
    }

    @Test
    void a_table_that_no_file_makes_is_the_fault_of_the_file_that_asks_for_it() throws IOException {
        file("measures/a", "select * from b");
        file("measures/b", "select * from nowhere");
        assertThatThrownBy(this::make)
                .hasMessageStartingWith("sql/measures/b.sql: ")
                .hasMessageContaining("nowhere");
    }

    @Test
    void files_that_need_each_other_in_a_circle_are_named() throws IOException {
        file("measures/a", "select * from b");
        file("measures/b", "select * from a");
        assertThatThrownBy(this::make).hasMessageContaining("need each other").hasMessageContaining("a, b");
    }

    private void file(String name, String text) throws IOException {
        Path file = root.resolve(name + ".sql");
        Files.createDirectories(root.resolve(name).resolve("..").normalize());
        Files.writeString(file, text);
    }

    private long make() {
        try (Database database = Database.inMemory()) {
            SqlLibrary library = new SqlLibrary(root);
            library.createMacros(database);
            library.createTables(database, "measures");
            return database.count("select n from a");
        }
    }
}
