package equalities.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import equalities.spec.StandardColumns;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStandardiserTest {
    private static final String HEADINGS =
            "Person ID,Date of Birth,Start Date,Legal Status,Site Code,Gender,Ethnic Origin,Disability\n";
    private static final String GOOD = "9990123454,01/02/1980,03/04/2025,s2,S1,Male,White British,None\n";

    private final Specification specification = SpecificationReader.read(
            Path.of(System.getProperty("equalities.root", "..")).resolve("schemas"));

    @TempDir
    Path folder;

    @Test
    void a_good_row_is_accepted_and_coded_and_its_identity_stays_outside() throws IOException {
        RowOutcome.Accepted row =
                (RowOutcome.Accepted) outcomes(HEADINGS + GOOD).get(0);
        List<String> columns = StandardColumns.of(layout(), specification).stream()
                .map(c -> c.name())
                .toList();
        assertThat(row.values().get(columns.indexOf("legal_status"))).isEqualTo("02");
        assertThat(row.values().get(columns.indexOf("age"))).isEqualTo(45L);
        assertThat(row.values().get(columns.indexOf("age_band"))).isEqualTo("35-49");
        assertThat(row.values().get(columns.indexOf("disability"))).isEqualTo(List.of("NN"));
        assertThat(row.values().get(columns.indexOf("language"))).isEqualTo("not collected");
        assertThat(row.values().get(columns.indexOf("person_key")).toString())
                .hasSize(64)
                .doesNotContain("9990123454");
    }

    @Test
    void every_kind_of_fault_holds_its_row_and_names_row_column_rule_and_mend() throws IOException {
        List<RowOutcome> outcomes = outcomes(HEADINGS
                + GOOD.replace("03/04/2025", "31/02/2025")
                + GOOD.replace("9990123454", "")
                + GOOD.replace("9990123454", "9990123457")
                + GOOD.replace(",s2,", ",s99,")
                + GOOD.replace("01/02/1980", "01/02/15")
                + GOOD.replace("01/02/1980", "01/02/2030"));
        assertThat(outcomes).allMatch(o -> o instanceof RowOutcome.Held);
        List<String> rules = outcomes.stream()
                .map(o -> ((RowOutcome.Held) o).reasons().get(0))
                .map(r -> r.rowNumber() + r.columnLetter() + " " + r.rule())
                .toList();
        assertThat(rules)
                .containsExactly(
                        "2C not a date",
                        "3A required",
                        "4A not an NHS number",
                        "5D not in the list",
                        "6B not a date",
                        "7B age not possible");
    }

    @Test
    void no_message_repeats_what_stands_in_a_cell() throws IOException {
        RowOutcome.Held held = (RowOutcome.Held)
                outcomes(HEADINGS + GOOD.replace("9990123454", "9990123457")).get(0);
        assertThat(held.reasons().toString()).doesNotContain("9990123457").doesNotContain("1980");
    }

    @Test
    void a_question_asked_the_other_way_round_turns_a_bare_yes_or_no_and_no_answer_that_says_it_itself()
            throws IOException {
        String headings = HEADINGS.replace("\n", ",Gender Different From Birth\n");
        List<String> answers =
                List.of("Yes", "No", "\"Yes, it's different\"", "\"No, it's the same\"", "Prefer not to say", "");
        StringBuilder rows = new StringBuilder(headings);
        answers.forEach(answer -> rows.append(GOOD.replace("\n", "," + answer + "\n")));
        int column = StandardColumns.of(layout(), specification).stream()
                .map(c -> c.name())
                .toList()
                .indexOf("gender_identity_same_at_birth");
        assertThat(outcomes(rows.toString()))
                .extracting(outcome -> ((RowOutcome.Accepted) outcome).values().get(column))
                .containsExactly("N", "Y", "N", "Y", "Z", "X");
    }

    @Test
    void repeats_and_blank_rows_have_outcomes_of_their_own() throws IOException {
        assertThat(kinds(HEADINGS + GOOD + ",,,,,,,\n" + GOOD)).containsExactly("Accepted", "Blank", "Repeated");
    }

    @Test
    void an_answer_that_is_not_understood_is_unmapped_with_a_warning() throws IOException {
        RowOutcome.Accepted row = (RowOutcome.Accepted)
                outcomes(HEADINGS + GOOD.replace("White British", "Martian")).get(0);
        assertThat(row.values()).contains("unmapped");
        assertThat(row.warnings()).hasSize(1);
    }

    @Test
    void dialect_encoding_and_titles_do_not_matter_and_row_numbers_are_those_a_person_sees() throws IOException {
        String text = "Quarterly return \u2013 caf\u00e9\n\n" + (HEADINGS + GOOD).replace(',', ';');
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
            List<RowOutcome> outcomes = outcomes(text.getBytes(charset));
            assertThat(outcomes).hasSize(1);
            assertThat(outcomes.get(0).row().rowNumber()).isEqualTo(4);
            assertThat(outcomes.get(0)).isInstanceOf(RowOutcome.Accepted.class);
        }
    }

    @Test
    void a_missing_required_column_is_named() throws IOException {
        Recognition recognition =
                recognise((HEADINGS + GOOD).replace("Site Code", "Somewhere").getBytes(StandardCharsets.UTF_8));
        assertThat(recognition).isInstanceOf(Recognition.NotRecognised.class);
        assertThat(((Recognition.NotRecognised) recognition).message()).contains("'Site Code'");
    }

    @Test
    void an_empty_file_and_a_file_of_bytes_are_refused_with_a_mend() {
        assertThatThrownBy(() -> recognise(new byte[0]))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("empty");
        byte[] bytes = new byte[512];
        assertThatThrownBy(() -> recognise(bytes))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("not text");
    }

    private equalities.spec.Layout layout() {
        return specification.layouts().stream()
                .filter(l -> l.returnName().equals("qualifying-patients"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> kinds(String text) throws IOException {
        return outcomes(text).stream().map(o -> o.getClass().getSimpleName()).collect(Collectors.toList());
    }

    private List<RowOutcome> outcomes(String text) throws IOException {
        return outcomes(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<RowOutcome> outcomes(byte[] bytes) throws IOException {
        List<RowOutcome> outcomes = new ArrayList<>();
        Path file = Files.write(folder.resolve("return.csv"), bytes);
        try (SourceFile source = SourceFile.open(file, "return.csv")) {
            Sheet sheet = source.sheets().get(0);
            Recognition.Recognised known =
                    (Recognition.Recognised) new LayoutRecogniser(specification).recognise(sheet);
            new FileStandardiser(specification, Register.NONE, new PersonKey(new byte[32]))
                    .read(sheet, known, "T1", "2025-26-Q1", outcomes::add);
        }
        return outcomes;
    }

    private Recognition recognise(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("other.csv"), bytes);
        try (SourceFile source = SourceFile.open(file, "other.csv")) {
            return new LayoutRecogniser(specification).recognise(source.sheets().get(0));
        }
    }
}
