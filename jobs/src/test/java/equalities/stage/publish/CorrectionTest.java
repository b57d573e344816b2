package equalities.stage.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import equalities.lake.Fingerprint;
import equalities.lake.ReleaseCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two releases of the same quarters: the second has another site, and so corrects the first. */
class CorrectionTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder = Path.of(".");

    private static Path old = Path.of(".");
    private static Path corrected = Path.of(".");

    @BeforeAll
    static void publish() throws Exception {
        InventedRelease home = InventedRelease.in(folder);
        old = home.publish(2);
        corrected = home.publish(3);
    }

    @Test
    void the_new_release_names_the_old_and_what_it_was() throws IOException {
        JsonNode facts = facts(corrected);
        assertThat(facts.path("corrects").asText()).isEqualTo("g000000001");
        assertThat(facts.path("follows").path("release_json_sha256").asText())
                .isEqualTo(Fingerprint.ofFile(old.resolve("release.json")));
        assertThat(facts(old).path("corrects").isNull()).isTrue();
    }

    @Test
    void the_list_says_of_the_old_that_it_was_corrected_and_the_old_is_not_touched() throws IOException {
        assertThat(ReleaseIndex.correctedBy(old)).contains("g000000002");
        assertThat(ReleaseIndex.correctedBy(corrected)).isEmpty();
        assertThat(Files.readString(old.resolveSibling("releases.html")))
                .contains("Corrected by</strong> <a href=\"g000000002/report.html#changes\">");
        assertThat(Files.readString(old.resolve("report.html"))).contains("href=\"../releases.html\"");
        assertThat(ReleaseCheck.touched(old, null)).isEmpty();
        assertThat(ReleaseCheck.touched(corrected, null)).isEmpty();
    }

    @Test
    void the_page_of_changes_says_which_figures_and_why() throws IOException {
        String report = Files.readString(corrected.resolve("report.html"));
        String page = report.substring(report.indexOf("id=\"changes\""), report.indexOf("id=\"methods\""));
        assertThat(page)
                .contains("This release corrects the one of 30 November 2025", "../g000000001/report.html")
                .contains(
                        "<li>Service 1 (A1) sent cases of 3 sites.csv (July to September 2025)</li>",
                        "<li>Service 1 (A1) took cases of 2 sites.csv back (July to September 2025)</li>")
                .contains(
                        "<td role=\"cell\">April to June 2025</td>",
                        "<td role=\"cell\">800</td><td role=\"cell\">1,200</td>")
                .contains(
                        "<td role=\"cell\">Ethnicity: Black African</td><td role=\"cell\">For every 100 of the largest group, how many of this one</td>");
        assertThat(Files.readString(old.resolve("report.html"))).contains("This is the first release.");
    }

    @Test
    void a_release_says_what_it_follows_from_and_never_the_plain_sum_of_a_file() throws IOException {
        JsonNode facts = facts(corrected);
        assertThat(facts.path("as_known_at").asText()).isEqualTo("2025-11-20T09:00:00Z");
        assertThat(facts.path("sql").path("measures/uptake.sql").asText()).contains("-- grain:");
        assertThat(facts.path("specification").path("parts").path("spellings").asText())
                .hasSize(64);
        assertThat(facts.path("attack").path("result").asText()).isEqualTo("invented");
        assertThat(facts.path("inputs").get(0).path("hmac_sha256").asText()).hasSize(64);
        assertThat(Files.readString(corrected.resolve("release.json"))).doesNotContain("0".repeat(64));
    }

    private static JsonNode facts(Path release) throws IOException {
        return JSON.readTree(release.resolve("release.json").toFile());
    }
}
