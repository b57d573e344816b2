package equalities.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fault planted in each kind of CSV of schemas/ and in the compositions, and what its message says. */
class ListFaultsTest {
    private static final Path SCHEMAS =
            Path.of(System.getProperty("equalities.root", "..")).resolve("schemas");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            absences.csv                        | not sure,unsure           | not sure,A               | reads 'not sure' as A
            absences.csv                        | not sure,unsure           | Not Sure,unsure          | Write it as 'not sure'
            spellings/ethnicity.csv             | african,N                 | african,Q                | reads 'african' as Q, which is not a code
            bridges/ethnicity_2021.ethnicity.csv | 3,H,exact                | 3,J,exact                | says that 3 is exact, but it is not one for one
            bridges/ethnicity_2021.ethnicity.csv | 15,,loses                | 15,C,loses               | says that 15 loses, but a code is left
            bridges/ethnicity_2021.ethnicity.csv | 3,H,exact                | 3,H,merges               | says that 3 merges, but nothing else
            bridges/ethnicity_2021.ethnicity.csv | 3,H,exact                | 3,Q,exact                | leads to the code Q
            bridges/ethnicity_2021.ethnicity.csv | 3,H,exact                | 3,H,sometimes            | Write exact, merges, splits or loses
            bridges/ethnicity_2021.ethnicity.csv | 3,H,exact                | 33,H,exact               | names the code 33, which ethnicity_2021 lacks
            compositions/ethnicity.yaml         | other: C                  | other: Q                 | names the code Q
            compositions/ethnicity.yaml         | group: White              | group: Whites            | which is no group
            compositions/ethnicity.yaml         | [ethnicity_pds]           | [ethnicity_2021, census] | from which no bridge leads here
            quality/quality_rule.csv            | ,2025-04-01,              | ,1 April 2025,           | column valid_from is not of its contract's type
            quality/quality_item.csv            | item,default_threshold    | item,threshold           | has other columns than its contract
            """)
    void a_planted_fault_is_named(String file, String right, String wrong, String message) throws IOException {
        Path schemas = folder.resolve("schemas");
        try (Stream<Path> all = Files.walk(SCHEMAS)) {
            for (Path path : all.toList()) {
                Files.copy(path, schemas.resolve(SCHEMAS.relativize(path).toString()));
            }
        }
        Path planted = schemas.resolve(file);
        String text = Files.readString(planted);
        assertThat(text).contains(right);
        Files.writeString(planted, text.replaceFirst(java.util.regex.Pattern.quote(right), wrong));
        assertThatThrownBy(() -> SpecificationReader.read(schemas))
                .isInstanceOf(SpecificationException.class)
                .hasMessageContaining("schemas/" + file)
                .hasMessageContaining(message);
    }
}
