package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpellingsCommandTest {
    private static final Path SCHEMAS =
            Path.of(System.getProperty("equalities.root", "..")).resolve("schemas");
    private static final String ROWS = """
            Person ID,Date of Birth,Start Date,Legal Status,Site Code,Ethnic Origin,First Language
            9990123454,01/02/1980,03/04/2025,s2,S1,Whyte Brtish,English
            9990123462,01/02/1980,03/04/2025,s2,S1,Whyte Brtish,Klingon
            9990123470,01/02/1980,03/04/2025,s2,S1,Asian,English
            """;

    @TempDir
    Path folder;

    private String schemas = "";
    private Path file = Path.of("");

    @BeforeEach
    void copyTheSpecification() throws IOException {
        Path copy = folder.resolve("schemas");
        try (Stream<Path> all = Files.walk(SCHEMAS)) {
            for (Path path : all.toList()) {
                Files.copy(path, copy.resolve(SCHEMAS.relativize(path).toString()));
            }
        }
        schemas = "schemas=" + copy;
        file = Files.writeString(folder.resolve("return.csv"), ROWS);
    }

    @Test
    void what_was_not_understood_is_listed_with_the_nearest_codes_and_only_that() throws IOException {
        String printed = Told.well("spellings", "suggest", file.toString(), "--set", schemas);
        assertThat(printed)
                .contains("ethnicity  'whyte brtish'  2 times  A White British (0.")
                .contains("language  'klingon'  1 times")
                .doesNotContain("asian")
                .contains("\"spellings\":2,\"cells\":3");
    }

    @Test
    void an_accepted_suggestion_is_understood_from_then_on() throws IOException {
        Path list = folder.resolve("suggested.csv");
        assertThat(Equalities.run("spellings", "suggest", file.toString(), "--out", list.toString(), "--set", schemas))
                .isZero();
        String marked = Files.readString(list).replaceFirst("(ethnicity,whyte brtish,2,A,,,),", "$1yes,");
        Files.writeString(list, marked);
        assertThat(Told.well("spellings", "accept", list.toString(), "--set", schemas))
                .contains("\"added\":1");
        assertThat(Files.readString(folder.resolve("schemas/spellings/ethnicity.csv")))
                .contains("\nwhyte brtish,A,,\n");
        assertThat(Told.well("spellings", "suggest", file.toString(), "--set", schemas))
                .doesNotContain("whyte")
                .contains("klingon");
    }

    @Test
    void a_spelling_that_means_another_code_already_or_leads_nowhere_is_refused_and_nothing_changes()
            throws IOException {
        Path spellings = folder.resolve("schemas/spellings/ethnicity.csv");
        String before = Files.readString(spellings);
        assertThat(Equalities.run("spellings", "accept", "ethnicity", "White British", "B", "--set", schemas))
                .isEqualTo(ExitCode.REFUSED.number());
        assertThat(Equalities.run("spellings", "accept", "ethnicity", "Martian", "Q", "--set", schemas))
                .isEqualTo(ExitCode.REFUSED.number());
        assertThat(Files.readString(spellings)).isEqualTo(before);
    }
}
