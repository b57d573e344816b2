package equalities.stage.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    /** Three megabytes for a national release of four hundred sites with all that they bring with them. */
    private static final long MOST_BYTES_A_SITE = 3_000_000 / 400;

    @TempDir
    static Path folder = Path.of(".");

    private static String report = "";

    @BeforeAll
    static void publish() throws Exception {
        report = Files.readString(InventedRelease.shared().resolve("report.html"));
    }

    @Test
    void nothing_is_fetched_and_no_script_can_run() throws Exception {
        String style = report.substring(report.indexOf("<style>") + 7, report.indexOf("</style>"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertThat(report)
                .contains("default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(hash) + "'")
                .doesNotContain("<script", "http://", "https://", " style=", " src=", "url(", "@import");
    }

    @Test
    void a_name_cannot_break_out_of_the_page() {
        assertThat(report).contains("&lt;script&gt;alert(&quot;3&quot;)&lt;/script&gt; &amp; Sons");
    }

    @Test
    void every_link_leads_to_a_page_and_no_two_pages_have_the_same_address() {
        List<String> addresses = found("id=\"([^\"]+)\"");
        assertThat(addresses).doesNotHaveDuplicates();
        assertThat(found("href=\"#([^\"]+)\"")).isNotEmpty().allMatch(addresses::contains);
    }

    @Test
    void every_drawing_has_words_for_those_who_do_not_see_it() {
        assertThat(found("<svg class=\"(?:strip|share|field|small)\"([^>]*)>"))
                .hasSizeGreaterThan(50)
                .allMatch(attributes -> attributes.matches(" role=\"img\" aria-label=\"[^\"]{10,}\".*"));
    }

    @Test
    void a_hidden_figure_is_told_as_hidden() {
        String site = page("site-S001");
        assertThat(site).doesNotContain("Indian");
        assertThat(page("quality")).contains("[c]");
    }

    @Test
    void each_characteristic_has_a_page_at_each_type_of_site_that_says_what_is_sure_and_what_cannot_be_told() {
        assertThat(page("site-type-secure-c-ethnicity"))
                .contains(
                        "Ethnicity: secure", "Lower uptake than White British: Black African.", "<strong>Gap</strong>")
                .contains("We cannot tell for: Indian (the interval is wide).")
                .doesNotContain("it could be the other way round");
        assertThat(page("site-type-urban-c-ethnicity")).contains("it could be the other way round for: Black African.");
        assertThat(page("c-ethnicity")).contains("href=\"#site-type-secure-c-ethnicity\"");
        assertThat(page("site-type-secure")).contains("href=\"#site-type-secure-c-ethnicity\"");
    }

    @Test
    void whole_groups_are_compared_in_england_and_at_each_type_of_site_and_no_count_of_them_is_shown() {
        for (String page :
                List.of("c-ethnicity", "site-type-secure-c-ethnicity", "site-types-together-secure-c-ethnicity")) {
            assertThat(page(page))
                    .contains("Lower uptake than White British: Black.")
                    .contains("79 black patients did (95 % CI 70 to 89).")
                    .containsPattern("Asian</th>.*>\\[x]</td><td role=\"cell\">Cannot tell: too few people</td>");
        }
    }

    @Test
    void the_first_page_leads_to_the_whole_groups_in_england_and_at_all_secure_sites() {
        assertThat(page("summary"))
                .contains("<a href=\"#site-types-together-secure-c-ethnicity\">All secure sites: Ethnicity</a>"
                        + "<span>Lower uptake than White British: Black.</span>");
        assertThat(page("site-types-together-secure-c-ethnicity"))
                .contains("These types of site: high secure; low secure.");
    }

    @Test
    void the_first_page_says_of_which_gaps_and_groups_it_is_not_sure_and_why() {
        assertThat(page("summary"))
                .contains(
                        "For 1 of the 3 groups that we compare we cannot tell whether there is a gap:",
                        "the interval is wide: 1")
                .contains("One of the gaps that we are sure of could be the other way round.")
                .contains("The groups: <a href=\"#c-ethnicity\">Black African</a></li>");
    }

    @Test
    void the_first_screen_says_in_five_numbers_who_is_entitled_and_seen_and_what_is_not_known() {
        assertThat(Pattern.compile("<span class=\"what\">([^<]*)</span><span class=\"big\">([^<]*)")
                        .matcher(page("summary"))
                        .results()
                        .map(r -> r.group(1) + " " + r.group(2).strip()))
                .containsExactly(
                        "Entitled 2,400", "With a case 1,200", "Uptake 50\u00a0%", "Cannot tell 1", "Did not submit 1");
    }

    @Test
    void a_place_beyond_the_limits_that_are_drawn_is_never_said_to_be_within_them() {
        String sites =
                report.substring(report.indexOf("<h2>Sites</h2>"), report.indexOf("<h2>Hospital providers</h2>"));
        long beyond = Pattern.compile("<(?:circle|path) class=\"(?:low|high)\" (?:cx|d)=\"[^\"]*%|<svg class=\"over\"")
                .matcher(sites)
                .results()
                .count();
        assertThat(beyond).isPositive();
        assertThat(sites)
                .contains("Places differ anyway, and not only by chance.")
                .containsPattern("6 places: \\S+ (is|are) lower and");
        assertThat(sites).doesNotContain("none is lower and none is higher");
    }

    @Test
    void places_are_chosen_by_name() {
        List<String> names = Pattern.compile("<a href=\"#site-S\\d+\">(Site \\d+)</a>")
                .matcher(page("places"))
                .results()
                .map(r -> r.group(1))
                .toList();
        assertThat(names).hasSizeGreaterThan(3).isSorted();
    }

    @Test
    void what_the_silent_could_do_is_told_with_how_many_people_that_is() {
        assertThat(page("summary"))
                .contains("1 of 6 organisations sent nothing that could be used.")
                .contains("Service 5: about 400 people are entitled at its site")
                .contains("About 400 people are entitled at their sites. If none of them had a case, uptake would be");
    }

    @Test
    void the_limit_and_the_step_of_rounding_are_told_and_that_data_are_invented() {
        assertThat(page("methods"))
                .contains(
                        "By the policy “mhsds”, counts below 5 are hidden and the others are rounded to the nearest 5.");
        assertThat(report).contains("These data are invented.");
    }

    @Test
    void as_many_rows_are_told_to_wait_as_do() {
        assertThat(page("quality")).contains("1 rows are held and wait to be mended.");
    }

    @Test
    void a_group_is_drawn_over_the_periods() {
        assertThat(page("time")).contains("class=\"trend\"", "Black African", "Apr to Jun 2025", "Jul to Sept 2025");
    }

    @Test
    void a_drawing_over_time_has_what_was_found_for_its_title_and_both_ends_of_its_scale() {
        assertThat(page("time"))
                .contains("<figcaption>Everybody: 45 %, then 50 %, but other sites tell than before</figcaption>"
                        .replace(" %", "\u00a0%"))
                .contains(">100 %</text>", ">0 %</text>");
    }

    @Test
    void a_period_is_written_as_people_write_it() {
        assertThat(report).contains("<title>Who gets an advocate? July to September 2025</title>");
        assertThat(report.replaceAll("id=\"[^\"]*\"|href=\"[^\"]*\"", "")).doesNotContain("2025-26-Q");
    }

    @Test
    void an_interval_that_is_hidden_is_told_as_hidden_once() {
        assertThat(report).contains(">[c]</td>").doesNotContain("[c] –", "[c] to", "[x] –", "[x] to");
    }

    @Test
    void the_page_leads_to_the_other_forms_of_its_figures() throws Exception {
        Path release = InventedRelease.shared();
        List<String> files = found("<a href=\"([a-z.]+)\">");
        assertThat(files)
                .contains(
                        "tables.xlsx",
                        "tables.ods",
                        "figures.csv",
                        "findings.json",
                        "datapackage.json",
                        "release.json");
        assertThat(files).allMatch(file -> Files.isRegularFile(release.resolve(file)));
    }

    @Test
    void no_title_of_a_table_stands_twice_for_those_who_see_it() {
        for (String page : List.of("quality", "after", "changes", "methods")) {
            List<String> titles = Pattern.compile("<h2>([^<]*)</h2>")
                    .matcher(page(page))
                    .results()
                    .map(r -> r.group(1))
                    .toList();
            List<String> captions = Pattern.compile("<caption id=\"[^\"]*\">([^<]*)")
                    .matcher(page(page))
                    .results()
                    .map(r -> r.group(1))
                    .toList();
            assertThat(captions).as(page).doesNotContainAnyElementsOf(titles);
        }
    }

    @Test
    void a_report_grows_so_slowly_with_its_sites_that_four_hundred_are_smaller_than_three_megabytes() throws Exception {
        Path release = InventedRelease.in(folder.resolve("larger")).publish(36);
        long larger = Files.size(release.resolve("report.html"));
        assertThat((larger - report.getBytes(StandardCharsets.UTF_8).length) / 30)
                .isBetween(1000L, MOST_BYTES_A_SITE);
    }

    private static List<String> found(String pattern) {
        return Pattern.compile(pattern)
                .matcher(report)
                .results()
                .map(r -> r.group(1))
                .toList();
    }

    private static String page(String id) {
        int from = report.indexOf("<section class=\"p", report.indexOf("id=\"" + id + "\"") - 40);
        return report.substring(from, report.indexOf("</section>", from));
    }
}
