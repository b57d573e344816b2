package equalities.stage.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * How old a reader has to be for the words of the report, by the grade of Kincaid and others (1975), <i>Derivation of New
 * Readability Formulas</i>: grade 7 is the school year of those who are 12. Syllables are counted by rule, as groups of vowels without a silent end.
 */
class ReadingAgeTest {
    private static final double AGE_12 = 7;
    private static final double HARDEST_SINGLE_TEXT = 10;
    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("equalities/stage/publish/report/words", Locale.UK);

    @Test
    void the_summary_can_be_read_at_twelve() {
        assertThat(grade(texts("summary"))).isLessThan(AGE_12);
    }

    @Test
    void so_can_what_is_said_on_every_other_page_and_what_words_mean() {
        for (String page : List.of(
                "people",
                "groups",
                "places",
                "kind",
                "providers",
                "after",
                "time",
                "quality",
                "changes",
                "releases",
                "word")) {
            assertThat(grade(texts(page))).as(page).isLessThan(AGE_12);
        }
    }

    @Test
    void no_text_alone_is_much_harder() {
        for (String page : List.of("summary", "people", "groups", "places", "kind", "changes", "releases", "word")) {
            assertThat(texts(page))
                    .allSatisfy(
                            text -> assertThat(grade(List.of(text))).as(text).isLessThan(HARDEST_SINGLE_TEXT));
        }
    }

    @Test
    void words_of_civil_servants_are_seen_as_hard() {
        assertThat(grade(List.of("Utilisation of statutory advocacy provision demonstrates considerable heterogeneity"
                        + " attributable to organisational characteristics.")))
                .isGreaterThan(20);
    }

    /** Texts of a page that are sentences, with a number where one will stand. */
    private static List<String> texts(String page) {
        return WORDS.keySet().stream()
                .filter(key -> key.startsWith(page + "."))
                .sorted()
                .map(key -> WORDS.getString(key).replaceAll("\\{\\d[^}]*}", "ten"))
                .filter(text -> text.split(" ").length >= 8)
                .map(text -> text.matches(".*[.:]$") ? text : text + ".")
                .toList();
    }

    private static double grade(List<String> texts) {
        String text = String.join(" ", texts);
        List<String> words = Pattern.compile("[A-Za-z][A-Za-z'-]*|\\b\\d[\\d,]*\\b")
                .matcher(text)
                .results()
                .map(r -> r.group())
                .toList();
        long sentences =
                Pattern.compile("[.!?:;]+(\\s|$)").matcher(text).results().count();
        int syllables = words.stream().mapToInt(ReadingAgeTest::syllables).sum();
        return 0.39 * words.size() / sentences + 11.8 * syllables / words.size() - 15.59;
    }

    private static int syllables(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        String spoken = plain.length() > 3 ? plain.replaceFirst("([^laeiouy])e[s]?$|([^aeiouytd])ed$", "$1$2") : plain;
        return Math.max(
                1, (int) Pattern.compile("[aeiouy]+").matcher(spoken).results().count());
    }
}
