package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a command told: its exit code, and what it wrote to its standard output and to its errors.
 *
 * @param out of the standard output
 * @param errors of the standard error
 */
record Told(int exit, String out, String errors) {
    static Told by(String... command) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            int exit = Equalities.run(command);
            return new Told(exit, told.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** What a command that ends well wrote to its standard output. */
    static String well(String... command) {
        Told told = by(command);
        assertThat(told.exit()).as(told.errors()).isZero();
        return told.out();
    }
}
