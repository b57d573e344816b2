package equalities.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import equalities.engine.duckdb.Database;
import equalities.record.HostileReturn;
import equalities.record.SourceFile;
import equalities.record.bytes.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostileInputTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void what_the_search_found_is_answered(Hostile hostile) throws IOException {
        List<byte[]> kept = kept(hostile);
        assertThat(kept).isNotEmpty();
        for (byte[] input : kept) {
            assertThatCode(() -> hostile.take(input))
                    .as(Base64.getEncoder().encodeToString(input))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void each_kind_of_bad_text_and_workbook_has_its_answer() throws IOException {
        HostileReturn reader = Hostile.returns();
        Map<String, byte[]> all = new LinkedHashMap<>(Torture.texts());
        all.putAll(Torture.workbooks());
        all.putAll(Torture.openDocuments());
        StringBuilder answers = new StringBuilder();
        for (Map.Entry<String, byte[]> one : all.entrySet()) {
            answers.append(one.getKey())
                    .append(": ")
                    .append(reader.file(one.getValue(), "return"))
                    .append('\n');
        }
        assertThat(answers.toString()).isEqualTo(text("answers.txt"));
    }

    @Test
    void parquet_that_lies_about_itself_is_set_aside_or_read_and_never_ends_a_run() throws IOException {
        HostileReturn reader = Hostile.returns();
        byte[] whole = parquet();
        assertThat(reader.file(whole, "return.parquet")).startsWith("1 accepted");
        Map<String, byte[]> all = Torture.parquet(whole);
        Map<String, String> answers = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> one : all.entrySet()) {
            answers.put(one.getKey(), reader.file(one.getValue(), "return.parquet"));
        }
        assertThat(answers.values()).allMatch(a -> a.matches("set aside: .+|\\d+ accepted, .+"));
        assertThat(answers.values().stream().filter(a -> a.startsWith("set aside")))
                .hasSizeGreaterThan(20);
    }

    @Test
    void a_page_of_parquet_that_claims_two_gigabytes_is_damage_and_takes_no_memory() throws IOException {
        byte[] whole = parquet();
        for (String claim : List.of("unpacked", "packed")) {
            byte[] lying = Torture.pageOf(whole, claim, Integer.MAX_VALUE);
            assertThat(Hostile.returns().file(lying, "return.parquet"))
                    .as(claim)
                    .isEqualTo("set aside: The Parquet file is damaged. Write it again and send it.");
            assertThatThrownBy(() -> SourceFile.open(FileBytes.of(file(lying)), "return.parquet"))
                    .as("before a row is asked for, %s", claim)
                    .rootCause()
                    .hasMessage("a page claims to be larger than its place");
        }
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("lying.parquet"), bytes);
    }

    /** Written here, for what writes Parquet says its own version in it. */
    private byte[] parquet() throws IOException {
        Path file = folder.resolve("whole.parquet");
        try (Database database = Database.inMemory()) {
            database.execute(
                    "copy (select '9990123454' as \"Person ID\", date '1980-02-01' as \"Date of Birth\", date '2025-04-03'"
                            + " as \"Start Date\", 's2' as \"Legal Status\", 'S1' as \"Site Code\", 'Male' as Gender) to "
                            + Database.literal(file.toString()) + " (format parquet)");
        }
        return Files.readAllBytes(file);
    }

    /** One a line, in Base64. */
    static List<byte[]> kept(Hostile hostile) throws IOException {
        return text(hostile.name().toLowerCase(java.util.Locale.ROOT) + ".base64")
                .lines()
                .map(Base64.getDecoder()::decode)
                .collect(Collectors.toList());
    }

    private static String text(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(HostileInputTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
