package equalities.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DictionaryTest {
    private static final Path SCHEMAS =
            Path.of(System.getProperty("equalities.root", "..")).resolve("schemas");

    @Test
    void the_page_is_what_the_specification_says() throws IOException {
        assertThat(Dictionary.of(SpecificationReader.read(SCHEMAS)))
                .as("write it anew: jobs/bin/equalities dictionary > schemas/DICTIONARY.md")
                .isEqualTo(Files.readString(SCHEMAS.resolve("DICTIONARY.md")));
    }
}
