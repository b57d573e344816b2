package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongRegisterTest {
    @TempDir
    Path folder = Path.of(".");

    @Test
    void a_register_that_cannot_be_read_is_refused_under_the_name_that_it_landed_with() throws IOException {
        Path landing = folder.resolve("landing");
        Path register = Files.createDirectories(landing.resolve("2025-26-Q1/register"));
        Path file = Files.writeString(register.resolve("providers.csv"), "Nothing,That Belongs Here\n");
        String home = folder.resolve("home").toString();
        Told told = Told.by("receive", "--landing", landing.toString(), "--home", home);
        assertThat(told.exit()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(told.errors())
                .contains(
                        "The register " + file + " has no column 'Provider Code'. Give it the headings Provider Code,");
        Files.writeString(file, "Provider Code,Name,Kind\nNT1,Northmoor,hospital\n");
        assertThat(Told.by("receive", "--landing", landing.toString(), "--home", home)
                        .exit())
                .as("mended")
                .isZero();
    }
}
