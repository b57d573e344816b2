package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.engine.duckdb.Database;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SqlShellTest {
    @Test
    void a_statement_over_two_lines_is_answered() throws IOException {
        assertThat(said("select 40 + 2\n as answer;\n")).contains("answer").contains("42");
    }

    @Test
    void a_fault_is_told_and_the_shell_goes_on() throws IOException {
        assertThat(said("select nothing_such;\nselect 'still here' as answer;\n"))
                .contains("nothing_such")
                .contains("still here");
    }

    @Test
    void quit_ends_it() throws IOException {
        assertThat(said(".quit\nselect 'too late' as answer;\n")).doesNotContain("too late");
    }

    @Test
    void macros_are_listed() throws IOException {
        assertThat(said("create macro twice(x) as 2 * x;\n.macros\n")).contains("twice");
    }

    private static String said(String typed) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (Database database = Database.inMemory();
                PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            new SqlShell(database, new BufferedReader(new StringReader(typed)), out).run();
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
