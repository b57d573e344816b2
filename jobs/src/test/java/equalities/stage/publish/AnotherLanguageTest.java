package equalities.stage.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.Relation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report with another file of words: letters are written as wide ones, so that a word that is left of the first language is seen. */
class AnotherLanguageTest {
    private static final String PACKAGE = "equalities.stage.publish.report.";
    private static final String WORDS = "equalities/stage/publish/report/words.properties";

    /** Words of tables that are codes: the report looks up in its words how to say them. */
    private static final Set<String> CODES = Set.of(
            "period",
            "basis",
            "place_level",
            "place",
            "characteristic",
            "code",
            "status",
            "verdict",
            "reason",
            "state",
            "role",
            "wait",
            "source",
            "position",
            "allowed_position",
            "provider_code",
            "severity",
            "known_from",
            "told_for",
            "finding_id",
            "figure_id",
            "reference",
            "previous_period");

    /** The name of the policy, and the mark of what is rounded to 0, are the same in every language. */
    private static final Set<String> IN_EVERY_LANGUAGE = Set.of("mhsds", "low");

    @TempDir
    Path folder = Path.of(".");

    @Test
    void with_another_file_of_words_none_of_the_first_language_is_left_and_the_page_says_which_it_is()
            throws Exception {
        String page = page(InventedRelease.shared());
        assertThat(page).contains("<html lang=\"el\">", "<title>" + wide("Who gets an advocate?"), "Νοεμβρίου");
        assertThat(left(page)).isEmpty();
    }

    @Test
    void a_word_that_is_left_is_seen() {
        assertThat(left("<p>" + wide("Hidden") + " &amp; <b>so on</b></p><svg aria-label=\"Drawn\">"))
                .containsExactly("Drawn", "on", "so");
    }

    private String page(Path release) throws Exception {
        Path words = folder.resolve("words.properties");
        try (OutputStream to = Files.newOutputStream(words)) {
            translated().store(to, "");
        }
        Path file = folder.resolve("report.html");
        Map<?, ?> facts =
                new ObjectMapper().readValue(release.resolve("release.json").toFile(), Map.class);
        Class<?> report = new Translated(words.toUri().toURL()).loadClass(PACKAGE + "Report");
        report.getMethod("write", Map.class, String.class, Map.class, Path.class)
                .invoke(null, tables(release), "mhsds", facts, file);
        return Files.readString(file);
    }

    private static Properties translated() throws IOException {
        Properties words = new Properties();
        try (InputStream in = Objects.requireNonNull(
                AnotherLanguageTest.class.getClassLoader().getResourceAsStream(WORDS))) {
            words.load(in);
        }
        words.replaceAll((key, text) -> key.equals("language") ? "el" : wide(text.toString()));
        return words;
    }

    /** Letters become wide ones, but those that say how a place is filled. */
    private static String wide(String text) {
        return Pattern.compile("\\{\\d,choice,|[A-Za-z]")
                .matcher(text)
                .replaceAll(found -> found.group().length() > 1
                        ? found.group()
                        : String.valueOf((char) (found.group().charAt(0) + 0xFEE0)));
    }

    private static Map<String, Relation> tables(Path release) throws IOException {
        Map<String, Relation> tables = new HashMap<>();
        try (Database database = Database.inMemory();
                Stream<Path> files = Files.list(release)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
                tables.put(
                        file.getFileName().toString().replace(".parquet", ""),
                        wide(database.query("from read_parquet(" + Database.literal(file.toString()) + ")")));
            }
        }
        return tables;
    }

    private static Relation wide(Relation table) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                String column = table.columns().get(i);
                boolean code = CODES.contains(column) || column.endsWith("_mark");
                cells.add(row.get(i) instanceof String text && !code ? wide(text) : row.get(i));
            }
            rows.add(cells);
        }
        return new Relation(table.columns(), table.types(), rows);
    }

    /** Words of the first language in what is read or read aloud. */
    private static Set<String> left(String page) {
        String read = page.replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("aria-label=\"([^\"]*)\"", ">$1<")
                .replaceAll("(?s)<[^>]*>", " ")
                .replaceAll("[a-z]+\\.(csv|json|ods|xlsx)\\b", " ")
                .replaceAll("&[a-z]+;", " ");
        Set<String> left = new TreeSet<>();
        Pattern.compile("[A-Za-z]{2,}").matcher(read).results().forEach(r -> left.add(r.group()));
        left.removeAll(IN_EVERY_LANGUAGE);
        return left;
    }

    /** The classes of the report once more, with other words. */
    private static final class Translated extends ClassLoader {
        private final URL words;

        Translated(URL words) {
            super(AnotherLanguageTest.class.getClassLoader());
            this.words = words;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(PACKAGE)) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? again(name) : known;
        }

        private Class<?> again(String name) throws ClassNotFoundException {
            try (InputStream in =
                    AnotherLanguageTest.class.getClassLoader().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
                if (bytes.length == 0) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        @Override
        public @Nullable URL getResource(String name) {
            return name.equals(WORDS) ? words : super.getResource(name);
        }
    }
}
