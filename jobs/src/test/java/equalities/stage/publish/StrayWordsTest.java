package equalities.stage.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words of a release stand where jobs/decisions/words-of-a-release.md says, and neither in templates nor in classes. */
class StrayWordsTest {
    private static final Path JOBS =
            Path.of(System.getProperty("equalities.root", "..")).resolve("jobs");
    private static final Path TEMPLATES = JOBS.resolve("src/main/resources/equalities/stage/publish");
    private static final Path CLASSES = JOBS.resolve("src/main/java/equalities/stage/publish");

    /** What is no text of a page: what templates calculate, tags, and what workbooks say of their maker. */
    private static final Pattern NOT_READ =
            Pattern.compile("(?s)\\{%.*?%}|\\{\\{.*?}}|<!--.*?-->|<meta:generator>.*?</meta:generator>");

    private static final Pattern READ_ALOUD = Pattern.compile("(?:aria-label|title|alt|placeholder)=\"([^\"]*)\"");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    /** A comment, or a text, in which two strokes begin none. */
    private static final Pattern COMMENT = Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*\")|/\\*(?s:.*?)\\*/|//.*");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** A capital and two words: what code calls things is in small letters. */
    private static final Pattern PHRASE = Pattern.compile("\\p{Lu}\\p{Ll}*[ ,;:]+\\p{L}+.*");

    @Test
    void no_template_has_words_of_its_own() throws IOException {
        for (Path template : files(TEMPLATES, ".html", ".xml")) {
            assertThat(wordsOfTemplate(Files.readString(template)))
                    .as(template.toString())
                    .isEmpty();
        }
    }

    @Test
    void no_class_has_a_phrase_that_is_not_an_error() throws IOException {
        for (Path source : files(CLASSES, ".java")) {
            assertThat(phrases(Files.readString(source))).as(source.toString()).isEmpty();
        }
    }

    @Test
    void words_that_stray_are_seen() {
        assertThat(wordsOfTemplate("<p class=\"note\">{{ say('a.b') }}</p>")).isEmpty();
        assertThat(wordsOfTemplate("<p>Hidden {{ n | count }}</p><svg aria-label=\"Drawn\">"))
                .containsExactly("Drawn", "Hidden");
        assertThat(phrases("var a = say(\"column.n\"); /* Not read */ throw new StateException(\"No such thing\");"))
                .isEmpty();
        assertThat(phrases("var a = \"People entitled\";")).containsExactly("People entitled");
        assertThat(phrases("var a = \"https://a.example\" + \"People entitled\"; // Not read"))
                .containsExactly("People entitled");
    }

    private static List<String> wordsOfTemplate(String template) {
        String rest = NOT_READ.matcher(template).replaceAll("");
        List<String> words = new ArrayList<>();
        READ_ALOUD
                .matcher(rest)
                .results()
                .flatMap(r -> WORD.matcher(r.group(1)).results())
                .forEach(w -> words.add(w.group()));
        WORD.matcher(rest.replaceAll("(?s)<[^>]*>", " ")).results().forEach(w -> words.add(w.group()));
        return words;
    }

    private static List<String> phrases(String source) {
        return Arrays.stream(COMMENT.matcher(source)
                        .replaceAll(found -> Matcher.quoteReplacement(Objects.requireNonNullElse(found.group(1), "")))
                        .split(";\\s"))
                .filter(statement -> !statement.contains("Exception(") && !statement.contains("StageRefused("))
                .flatMap(statement -> LITERAL.matcher(statement).results())
                .map(literal -> literal.group(1))
                .filter(text -> PHRASE.matcher(text).matches())
                .toList();
    }

    private static List<Path> files(Path folder, String... endings) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(f -> Arrays.stream(endings).anyMatch(f.toString()::endsWith))
                    .toList();
            assertThat(found).hasSizeGreaterThan(3);
            return found;
        }
    }
}
