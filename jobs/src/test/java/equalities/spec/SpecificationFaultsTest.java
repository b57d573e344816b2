package equalities.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fault planted in each kind of file of schemas/, and what its message says. */
class SpecificationFaultsTest {
    private static final Path SCHEMAS =
            Path.of(System.getProperty("equalities.root", "..")).resolve("schemas");

    @TempDir
    Path folder;

    private Path schemas = Path.of("");

    @BeforeEach
    void copyTheSpecification() throws IOException {
        schemas = folder.resolve("schemas");
        try (Stream<Path> all = Files.walk(SCHEMAS)) {
            for (Path path : all.toList()) {
                Files.copy(
                        path,
                        schemas.resolve(SCHEMAS.relativize(path).toString()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Test
    void the_specification_as_it_stands_follows_its_formats() {
        assertThat(SpecificationReader.read(schemas).layouts()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            characteristics/disability.yaml         | answers: many      | answers: several    | /answers is wrong                | Write one or many
            characteristics/age.yaml                | codelist: age_band | codelst: age_band   | /codelst is not known here       | Known are: title, question
            characteristics/age.yaml                | codelist: age_band | codelst: age_band   | /codelist is missing             | Name the file of schemas/codelists
            characteristics/age.yaml                | from: 16           | from: sixteen       | /bands/1/from is wrong           | Write the first whole year
            returns/advocacy-cases/national.yaml    | type: date         | type: day           | /fields/2/type is wrong          | Write one of: string, integer
            returns/advocacy-cases/national.yaml    | aliases: [DOB      | other_names: [DOB   | /fields/2/other_names is not kn  | Known are: name, aliases
            returns/monitoring-counts/national.yaml | minimum: 0         | minimum: [0]        | /fields/4/constraints/minimum is | Write the smallest number
            returns/qualifying-patients/national.yaml | rule: the stay   | name: the stay      | /rules/0/rule is missing         | Write what is wrong with a row
            tables/site.yaml                        | type: string       | type: text          | /columns/0/type is wrong         | Write one of: string, integer
            tables/patient.yaml                     | characteristics: person | characteristics: yes | /characteristics is wrong | Write person
            eligibility.yaml                        | from: "2009-04-30" | from: "30/04/2009"  | /rules/0/from is wrong           | Write the first day as
            eligibility.yaml                        | qualifies: true    | qualifies: certainly | /rules/0/qualifies is wrong     | Write true or false
            policies/disclosure.yaml                | threshold: 5       | threshold: 1        | /policies/mhsds/threshold is wro | Write the smallest count
            policies/disclosure.yaml                | small_complement: false | complement: false | /policies/mhsds/small_complement is missing | Write true when
            policies/retention.yaml                 | years: 8           | years: eight        | /received/years is wrong         | Write a whole number of years
            """)
    void a_planted_fault_is_named_by_file_line_place_and_mend(
            String file, String right, String wrong, String place, String mend) throws IOException {
        Path planted = schemas.resolve(file);
        String text = Files.readString(planted);
        assertThat(text).contains(right);
        Files.writeString(planted, text.replaceFirst(java.util.regex.Pattern.quote(right), wrong));
        List<String> lines = text.lines().toList();
        int line = place.contains("missing") ? 0 : lines.indexOf(lineWith(lines, right)) + 1;
        assertThatThrownBy(() -> SpecificationReader.read(schemas))
                .isInstanceOf(SpecificationException.class)
                .hasMessageContaining("schemas/" + file + ", line " + (line == 0 ? "" : line + ","))
                .hasMessageContaining(place)
                .hasMessageContaining(mend);
    }

    @Test
    void a_format_that_is_not_there_is_asked_for() throws IOException {
        Files.delete(schemas.resolve("meta/table.schema.json"));
        assertThatThrownBy(() -> SpecificationReader.read(schemas))
                .isInstanceOf(SpecificationException.class)
                .hasMessageContaining("schemas/meta/table.schema.json");
    }

    @Test
    void an_example_or_a_manual_is_no_change_of_the_specification() throws IOException {
        String before = SpecificationReader.read(schemas).fingerprint();
        Files.writeString(schemas.resolve("README.md"), "another manual");
        Files.writeString(schemas.resolve("returns/service/national.example.csv"), "another example");
        assertThat(SpecificationReader.read(schemas).fingerprint()).isEqualTo(before);
        Files.writeString(
                schemas.resolve("policies/retention.yaml"),
                "received: {years: 9, counted_from: received, source: a test}\nheld: {years: 2, counted_from: received, source: a test}");
        assertThat(SpecificationReader.read(schemas).fingerprint()).isNotEqualTo(before);
    }

    @Test
    void the_layout_that_the_manual_shows_is_one() throws IOException {
        String manual = Files.readString(schemas.resolve("README.md"));
        int from = manual.indexOf("```yaml\n") + 8;
        Path layout = schemas.resolve("returns/charity-visits/riverside.yaml");
        Files.createDirectories(layout.resolveSibling("."));
        Files.writeString(layout, manual.substring(from, manual.indexOf("```", from)));
        assertThat(SpecificationReader.read(schemas).layouts())
                .extracting(Layout::title)
                .contains("Riverside charity, visit log");
    }

    private static String lineWith(List<String> lines, String text) {
        return lines.stream().filter(l -> l.contains(text)).findFirst().orElseThrow();
    }
}
