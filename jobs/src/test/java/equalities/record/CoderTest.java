package equalities.record;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.spec.Characteristic;
import equalities.spec.Code;
import equalities.spec.CodeList;
import equalities.spec.Composition.Heading;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import equalities.spec.Status;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoderTest {
    private final Specification specification = SpecificationReader.read(
            Path.of(System.getProperty("equalities.root", "..")).resolve("schemas"));

    @Test
    void declined_unsure_not_asked_and_no_answer_are_four_facts_in_every_characteristic() {
        for (Characteristic c : specification.characteristics().values()) {
            Coder coder = coder(c.codelist());
            assertThat(List.of(
                            status(c, coder.code("Prefer not to say")),
                            status(c, coder.code("Not sure")),
                            status(c, coder.code("Not asked")),
                            c.statusOf(c.notRecorded())))
                    .as(c.name())
                    .containsExactly(Status.DECLINED, Status.UNSURE, Status.NOT_COLLECTED, Status.NOT_RECORDED);
        }
    }

    @Test
    void every_code_and_every_label_is_understood_by_itself() {
        for (CodeList list : specification.codeLists().values()) {
            Coder coder = coder(list.name());
            for (Code code : list.codes()) {
                if (coder.whyNot(code.code()) == null && code.code().equals(coder.code(code.code()))) {
                    assertThat(coder.code(code.code() + " - " + code.label()))
                            .as(list.name() + " " + code.code())
                            .isIn(code.code(), null);
                }
                assertThat(coder.code(code.label().toUpperCase(java.util.Locale.ROOT)))
                        .as(list.name() + " " + code.label())
                        .isIn(code.code(), code.group(), null);
            }
        }
    }

    @Test
    void two_answers_joined_are_never_one_of_them() {
        List<Code> codes = specification.codeList("ethnicity").codes().stream()
                .filter(c -> c.code().length() == 1 && !c.code().equals("Z"))
                .toList();
        Coder coder = coder("ethnicity");
        List<String> wrong = new ArrayList<>();
        for (Code first : codes) {
            for (Code second : codes) {
                for (String join : List.of(" and ", " or ", ", ", " / ", " not ", " excluding ")) {
                    String written = first.label() + join + second.label();
                    boolean heading = written.equals("Other ethnic group, Chinese")
                            || written.equals("Other ethnic group / Chinese");
                    if (!first.equals(second) && !heading && coder.code(written) != null) {
                        wrong.add(written + " read as " + coder.code(written));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_label_under_the_heading_of_another_group_is_not_read() {
        CodeList list = specification.codeList("ethnicity");
        Coder coder = coder("ethnicity");
        for (Heading heading : list.composition().headings()) {
            list.codes().stream()
                    .filter(c -> !heading.codes().contains(c.code()) && c.code().matches("[A-R]"))
                    .forEach(c -> assertThat(coder.code(heading.group() + ": " + c.label()))
                            .as(heading.group() + ": " + c.label())
                            .isNull());
        }
    }

    @Test
    void a_code_beside_the_label_of_another_is_not_read() {
        Coder coder = coder("ethnicity");
        assertThat(coder.code("A - White British")).isEqualTo("A");
        assertThat(coder.code("White British (A)")).isEqualTo("A");
        assertThat(coder.code("B - White British")).isNull();
        assertThat(coder.code("Z: Not stated")).isEqualTo("Z");
        assertThat(coder("gender").code("1 Female")).isNull();
        assertThat(coder("disability").code("02 Hearing")).isEqualTo("02");
    }

    @Test
    void a_local_two_letter_code_is_read_by_its_bridge_and_not_where_that_splits_or_loses() {
        Coder coder = coder("ethnicity");
        assertThat(coder.code("CP")).isEqualTo("C");
        assertThat(coder.code("PA")).isNull();
        assertThat(coder.code("CN")).isNull();
    }

    @Test
    void what_has_no_code_says_why() {
        Coder coder = coder("ethnicity");
        assertThat(coder.code("Gypsy or Irish Traveller")).isNull();
        assertThat(coder.whyNot("Gypsy or Irish Traveller")).contains("2001");
        assertThat(coder.whyNot("Martian")).isNull();
    }

    @Test
    void languages_that_the_standard_lacks_have_codes_of_their_own() {
        Coder coder = coder("language");
        assertThat(List.of("Cantonese", "Chinese (Mandarin)", "SYLHETI", "Pahari", "Romany", "Krio", "Tigrigna", "BSL"))
                .extracting(coder::code)
                .containsExactly(
                        "x-cantonese", "x-mandarin", "x-sylheti", "x-mirpuri", "x-romani", "x-krio", "ti", "q4");
        assertThat(List.of("sign language", "No", "Not English", "English and Punjabi", "Creole"))
                .allMatch(written -> coder.code(written) == null);
    }

    @Test
    void a_band_of_ages_that_lies_across_an_edge_is_not_read() {
        Coder coder = coder("age_band");
        assertThat(coder.code("18 – 34 years")).isEqualTo("18-34");
        assertThat(coder.code("65 and over")).isEqualTo("65+");
        assertThat(List.of("16-24", "18-64", "Over 65", "Adult")).allMatch(written -> coder.code(written) == null);
    }

    @Test
    void a_provider_may_mean_something_of_its_own() {
        CodeList list = specification.codeList("gender");
        List<equalities.spec.Spelling> more = new ArrayList<>(list.spellings());
        more.add(new equalities.spec.Spelling("w", "2", "T1", "their system"));
        CodeList own =
                new CodeList(list.name(), list.codes(), more, list.absences(), list.composition(), list.bridges());
        assertThat(new Coder(own, "T1").code("W")).isEqualTo("2");
        assertThat(new Coder(own, "T2").code("W")).isNull();
    }

    private Coder coder(String list) {
        return new Coder(specification.codeList(list), "");
    }

    private static Status status(Characteristic c, @org.jspecify.annotations.Nullable String code) {
        return Status.ofWord(String.valueOf(code)).orElseGet(() -> c.statusOf(String.valueOf(code)));
    }
}
