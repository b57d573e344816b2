package equalities.stage.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report as a reader meets it: in a browser, at any width, with the keyboard alone. Needs jobs/bin/install-test-tools. */
class ReportInBrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> PAGES = List.of(
            "summary",
            "people",
            "c-ethnicity",
            "places",
            "site-S001",
            "site-type-secure",
            "site-type-secure-c-ethnicity",
            "site-types-together-secure-c-ethnicity",
            "providers",
            "sender-A1",
            "after",
            "time",
            "quality",
            "changes",
            "methods");
    private static final List<String> STANDARD =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static String address = "";
    private static String list = "";
    private static List<AutoCloseable> open = new ArrayList<>();
    private static Browser browser;
    private static String axe = "";

    private final List<String> asked = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void openBrowser() throws Exception {
        if (!Files.isExecutable(CHROMIUM)) {
            System.err.println("*** SKIPPED: there is no " + CHROMIUM + ". Run jobs/bin/install-test-tools as root.");
        }
        assumeTrue(Files.isExecutable(CHROMIUM));
        Path release = InventedRelease.shared();
        address = release.resolve("report.html").toUri().toString();
        list = release.resolveSibling("releases.html").toUri().toString();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        open.add(playwright);
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setHeadless(true)
                        .setArgs(ARGUMENTS));
        open.add(0, browser);
        axe = AxeBuilder.getAxeScript();
    }

    @AfterAll
    static void closeBrowser() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @BeforeEach
    void openPage() {
        page = browser.newPage();
        page.onRequest(request -> asked.add(request.url()));
        page.onConsoleMessage(message -> complaints.add(message.text()));
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    /** 320 is 1280 at 400 %. All pages are shown one below the other, so that one look sees every page. */
    @ParameterizedTest
    @ValueSource(ints = {1280, 768, 320})
    void no_page_has_a_barrier_and_none_is_wider_than_the_screen(int width) {
        page.setViewportSize(width, 800);
        for (String one : PAGES) {
            show(one);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(one + " at " + width)
                    .isEqualTo(width);
        }
        page.navigate(address + "#all");
        assertThat(shown()).containsAll(PAGES);
        assertThat(barriers()).isEmpty();
        assertThat(asked).allMatch(url -> url.startsWith("file:"));
        assertThat(complaints).isEmpty();
    }

    /** A sheet of A4 without its margins is 680 pixels wide. */
    @Test
    void on_paper_everything_stands_one_below_the_other_and_nothing_is_cut_off_or_in_two() {
        page.setViewportSize(680, 1000);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.navigate(address + "#all");
        assertThat(shown()).containsAll(PAGES);
        assertThat(page.isVisible("nav")).isFalse();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(680);
        assertThat(
                        page.evaluate(
                                "[...document.querySelectorAll('.figure, .box')].filter(e => getComputedStyle(e).breakInside !== 'avoid').length"))
                .isEqualTo(0);
    }

    @Test
    void the_list_of_releases_has_no_barrier_at_any_width() {
        for (int width : List.of(1280, 320)) {
            page.setViewportSize(width, 800);
            page.navigate(list);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
            assertThat(barriers()).isEmpty();
        }
    }

    @Test
    void changed_figures_have_no_barrier_and_stand_below_each_other_on_a_phone(@TempDir Path home) throws Exception {
        InventedRelease releases = InventedRelease.in(home);
        releases.publish(2);
        String corrected = releases.publish(3).resolve("report.html").toUri() + "#changes";
        for (int width : List.of(1280, 320)) {
            page.setViewportSize(width, 800);
            page.navigate(corrected);
            assertThat(page.locator(".changed tbody tr").count()).isGreaterThan(10);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
            assertThat(barriers()).isEmpty();
        }
        assertThat(page.evaluate("getComputedStyle(document.querySelector('.changed tbody td:last-child')).display"))
                .isEqualTo("block");
    }

    @Test
    void a_drawing_without_words_is_a_barrier() {
        show("c-ethnicity");
        page.evaluate("document.querySelector('#c-ethnicity .strip').removeAttribute('aria-label')");
        assertThat(barriers()).containsExactly("svg-img-alt");
    }

    @Test
    void the_first_page_is_the_summary_and_a_link_shows_another_alone() {
        page.navigate(address);
        assertThat(shown()).containsExactly("summary");
        page.click("nav a[href='#places']");
        assertThat(shown()).containsExactly("places");
        page.click("a[href='#site-S001']");
        assertThat(shown()).containsExactly("places", "site-S001");
        page.click("nav a[href='#all']");
        assertThat(shown()).hasSizeGreaterThan(15);
    }

    @Test
    void the_keyboard_alone_reaches_everything_on_every_page_and_shows_where_it_is() {
        for (String one : PAGES) {
            show(one);
            int reachable = ((Number)
                            page.evaluate(
                                    "[...document.querySelectorAll('a, summary, [tabindex=\"0\"]')].filter(e => e.checkVisibility()).length"))
                    .intValue();
            page.evaluate(
                    "document.activeElement.blur(); window.getSelection().removeAllRanges(); window.reached = new Set();"
                            + " document.addEventListener('focusin', e => { if (getComputedStyle(e.target).outlineStyle !== 'none') reached.add(e.target) })");
            for (int i = 0; i < 2 * reachable + 4; i++) {
                page.keyboard().press("Tab");
            }
            assertThat(page.evaluate("[...reached].filter(e => e !== document.body && e.tabIndex >= 0).length"))
                    .as(one)
                    .isEqualTo(reachable);
        }
    }

    /** Shades of the heat map and the marks of drawings differ in grey by at least a step that print shows. */
    @Test
    void what_colours_tell_is_told_in_grey_too() {
        show("quality");
        List<?> greys = (List<?>) page.evaluate("""
                [0, 1, 2, 3, 4, 5].map(i => {
                    const cell = document.createElement('td');
                    cell.className = 'shade' + i;
                    document.querySelector('.heat tbody tr').append(cell);
                    const [r, g, b] = getComputedStyle(cell).backgroundColor.match(/\\d+/g).map(Number);
                    return Math.round(0.2126 * r + 0.7152 * g + 0.0722 * b);
                })""");
        List<Integer> values = greys.stream().map(g -> ((Number) g).intValue()).toList();
        for (int i = 1; i < values.size(); i++) {
            assertThat(values.get(i - 1) - values.get(i)).as("shade " + i).isGreaterThanOrEqualTo(12);
        }
        show("c-ethnicity");
        assertThat(page.locator("#c-ethnicity [href='#dot']").count())
                .as("one estimate is a dot")
                .isPositive();
        assertThat(page.locator("#c-ethnicity [href='#diamond']").count())
                .as("the other a diamond")
                .isPositive();
    }

    private void show(String one) {
        page.navigate(address + "#" + one);
        assertThat(shown()).as("shown").contains(one);
    }

    private List<String> shown() {
        List<?> ids = (List<?>) page.evaluate(
                "[...document.querySelectorAll('.page, .part')].filter(e => e.checkVisibility()).map(e => e.id)");
        return ids.stream().map(String::valueOf).toList();
    }

    /** The rules of axe that the page as it is shown breaks. Only these come back: to name all that is well takes minutes. */
    private List<String> barriers() {
        page.evaluate(axe);
        List<?> rules = (List<?>) page.evaluate(
                "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']}).then(r => r.violations.map(v => v.id))",
                STANDARD);
        return rules.stream().map(String::valueOf).toList();
    }
}
