package equalities.record;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables in the forms that people give them, read by their layout. */
class TableFormsTest {
    private static final Path SCHEMAS =
            Path.of(System.getProperty("equalities.root", "..")).resolve("schemas");
    private static final String HEADINGS =
            "Person ID,Date of Birth,Start Date,Legal Status,Site Code,Gender,Disability";
    private static final String ONE = "9990123454,01/02/1980,03/04/2025,s2,S1,Male,None";
    private static final String TWO = "9991234578,03/04/1957,09/05/2025,s3,S1,Female,None";
    private static final Specification SPECIFICATION = SpecificationReader.read(SCHEMAS);

    @TempDir
    Path folder;

    @Test
    void headings_over_two_rows_are_read_together() throws IOException {
        List<RowOutcome> outcomes = read("A return of the trust\n\n"
                + "Person,Date,Start,Legal,Site,,\nID,of Birth,Date,Status,Code,Gender,Disability\n" + ONE + "\n"
                + TWO);
        assertThat(kinds(outcomes)).containsExactly("5 Accepted", "6 Accepted");
    }

    @Test
    void names_over_groups_of_columns_do_not_hide_the_headings() throws IOException {
        List<RowOutcome> outcomes = read("Person,,Stay,,,Characteristics,\n" + HEADINGS + "\n" + ONE);
        assertThat(kinds(outcomes)).containsExactly("3 Accepted");
    }

    @Test
    void totals_and_notes_below_the_table_are_kept_aside_with_a_word_and_counted_as_nobody() throws IOException {
        List<RowOutcome> outcomes =
                read(HEADINGS + "\n" + ONE + "\n,,,,,,\nTotal,,1,,,,\nSource: the ward's own list\n");
        assertThat(kinds(outcomes)).containsExactly("2 Accepted", "3 Blank", "4 Held", "5 Held");
        assertThat(rules(outcomes)).containsExactly("4 total, not a record", "5 note, not a record");
    }

    @Test
    void two_tables_below_each_other_are_both_read_each_by_its_own_headings() throws IOException {
        String other =
                "Legal Status,Site Code,Gender,Person ID,Date of Birth,Start Date\ns3,S1,Female,9991234578,03/04/1957,09/05/2025";
        List<RowOutcome> outcomes = read(HEADINGS + "\n" + ONE + "\n\n" + other + "\n");
        assertThat(kinds(outcomes)).containsExactly("2 Accepted", "3 Blank", "5 Accepted");
    }

    @Test
    void headings_that_come_again_on_each_page_are_no_rows() throws IOException {
        List<RowOutcome> outcomes = read(HEADINGS + "\n" + ONE + "\n" + HEADINGS + "\n" + TWO + "\n");
        assertThat(kinds(outcomes)).containsExactly("2 Accepted", "4 Accepted");
    }

    @Test
    void two_tables_beside_each_other_are_both_read() throws IOException {
        List<RowOutcome> outcomes = read(HEADINGS + ",," + HEADINGS + "\n" + ONE + ",," + TWO + "\n"
                + ONE.replace("9990123454", "9991234586") + ",,,,,,,,\n");
        assertThat(kinds(outcomes)).containsExactly("2 Accepted", "3 Accepted", "2 Accepted", "3 Blank");
    }

    @Test
    void a_table_on_its_side_is_read_by_its_columns_and_a_fault_names_the_cell() throws IOException {
        String[] names = HEADINGS.split(",");
        String[] first = ONE.split(",");
        String[] second = TWO.replace("03/04/1957", "31/02/1957").split(",");
        StringBuilder text = new StringBuilder("Return,,\n");
        for (int i = 0; i < names.length; i++) {
            text.append(names[i])
                    .append(',')
                    .append(first[i])
                    .append(',')
                    .append(second[i])
                    .append('\n');
        }
        List<RowOutcome> outcomes = read(text.toString());
        assertThat(kinds(outcomes)).containsExactly("2 Accepted", "3 Held");
        assertThat(rules(outcomes)).containsExactly("2 table on its side", "3 table on its side", "3 not a date");
        assertThat(((RowOutcome.Held) outcomes.get(1)).reasons().get(1).columnLetter())
                .isEqualTo("C3");
    }

    @Test
    void a_row_with_more_cells_than_headings_is_held_and_blank_ones_do_not_count() throws IOException {
        List<RowOutcome> outcomes =
                read(HEADINGS + "\n" + ONE + ",,,\n" + TWO.replace("Female", "Female, mostly") + "\n");
        assertThat(kinds(outcomes)).containsExactly("2 Accepted", "3 Held");
        assertThat(rules(outcomes)).contains("3 more cells than headings");
    }

    @Test
    void a_row_that_ends_early_is_read_when_its_cells_are_sure_and_held_when_not() throws IOException {
        String short1 = ONE.substring(0, ONE.lastIndexOf(','));
        String joined = TWO.replace("Female,None", "FemaleNone");
        List<RowOutcome> outcomes = read(HEADINGS + "\n" + short1 + "\n" + joined + "\n");
        assertThat(kinds(outcomes)).containsExactly("2 Accepted", "3 Held");
        assertThat(rules(outcomes)).contains("2 row ends early", "3 row ends early");
    }

    @Test
    void every_repair_is_a_word_of_warning_on_its_row() throws IOException {
        List<RowOutcome> outcomes = read(HEADINGS + "\n" + ONE + "\n" + TWO.replace(',', ';') + "\n");
        assertThat(kinds(outcomes)).containsExactly("2 Accepted", "3 Accepted");
        assertThat(rules(outcomes)).containsExactly("3 another separator");
    }

    @Test
    void a_row_number_is_the_spreadsheets_with_line_ends_in_cells_and_lines_above() throws IOException {
        List<RowOutcome> outcomes = read("sep=,\nA title\n\n" + HEADINGS.replace("Gender", "Ward,Gender") + "\n"
                + ONE.replace("Male", "\"Oak\nupper floor\",Male") + "\n" + TWO.replace("Female", "Elm,Female"));
        assertThat(kinds(outcomes)).containsExactly("4 Accepted", "5 Accepted");
    }

    @Test
    void an_unknown_layout_comes_with_its_nearest_its_score_and_a_draft_that_works() throws IOException {
        String text = "NHS Num,Birth Date,Section Start,Legal Status,Site Code,Gender,Shoe size\n"
                + "9990123454,01/02/1980,03/04/2025,s2,S1,Male,42\n";
        Recognition.NotRecognised not =
                (Recognition.NotRecognised) recognitions(text, SPECIFICATION).get(0);
        assertThat(not.message()).contains("Qualifying patients").contains("% of its headings");
        assertThat(not.draft()).contains("not read: Shoe size").contains("taken for");
        Path schemas = folder.resolve("schemas");
        try (Stream<Path> all = Files.walk(SCHEMAS)) {
            for (Path path : all.toList()) {
                Files.copy(
                        path,
                        schemas.resolve(SCHEMAS.relativize(path).toString()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.writeString(schemas.resolve("returns/qualifying-patients/another.yaml"), String.valueOf(not.draft()));
        Specification extended = SpecificationReader.read(schemas);
        Recognition.Recognised known =
                (Recognition.Recognised) recognitions(text, extended).get(0);
        assertThat(known.layout().name()).isEqualTo("another");
        assertThat(known.score()).isEqualTo(1);
    }

    private static List<String> kinds(List<RowOutcome> outcomes) {
        return outcomes.stream()
                .map(o -> o.row().rowNumber() + " " + o.getClass().getSimpleName())
                .toList();
    }

    private static List<String> rules(List<RowOutcome> outcomes) {
        List<String> rules = new ArrayList<>();
        for (RowOutcome outcome : outcomes) {
            List<Reason> reasons = outcome instanceof RowOutcome.Held held
                    ? held.reasons()
                    : outcome instanceof RowOutcome.Accepted accepted ? accepted.warnings() : List.of();
            reasons.forEach(r -> rules.add(r.rowNumber() + " " + r.rule()));
        }
        return rules;
    }

    private List<RowOutcome> read(String text) throws IOException {
        List<RowOutcome> outcomes = new ArrayList<>();
        try (SourceFile source = SourceFile.open(file(text), "return.csv")) {
            Sheet sheet = source.sheets().get(0);
            for (Recognition table : new LayoutRecogniser(SPECIFICATION).recogniseAll(sheet)) {
                new FileStandardiser(SPECIFICATION, Register.NONE, new PersonKey(new byte[32]))
                        .read(sheet, (Recognition.Recognised) table, "T1", "2025-26-Q1", outcomes::add);
            }
        }
        return outcomes;
    }

    private List<Recognition> recognitions(String text, Specification specification) throws IOException {
        try (SourceFile source = SourceFile.open(file(text), "return.csv")) {
            return new LayoutRecogniser(specification)
                    .recogniseAll(source.sheets().get(0));
        }
    }

    private Path file(String text) throws IOException {
        return Files.write(folder.resolve("return.csv"), text.getBytes(StandardCharsets.UTF_8));
    }
}
