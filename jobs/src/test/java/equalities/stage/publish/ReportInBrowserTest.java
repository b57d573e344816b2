package equalities.stage.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
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

    @TempDir
    static Path folder = Path.of(".");

    private static String address = "";
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
        address = InventedRelease.in(folder)
                .publish(3)
                .resolve("report.html")
                .toUri()
                .toString();
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
    void the_keyboard_alone_reaches_everything_and_shows_where_it_is() {
        show("quality");
        Object reachable = page.evaluate(
                "[...document.querySelectorAll('a, summary, [tabindex=\"0\"]')].filter(e => e.checkVisibility()).length");
        page.evaluate("document.activeElement.blur(); window.reached = new Set()");
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            page.evaluate(
                    "{ const e = document.activeElement; if (e !== document.body && getComputedStyle(e).outlineStyle !== 'none') reached.add(e) }");
        }
        assertThat(page.evaluate("reached.size")).isEqualTo(reachable);
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
