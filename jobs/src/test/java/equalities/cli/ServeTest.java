package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.lake.Home;
import equalities.operate.ReleaseServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The releases as they are served; requests are written byte by byte, for a library would mend the wrong ones. */
class ServeTest {
    @TempDir
    static Path folder = Path.of(".");

    private static ReleaseServer server;

    @BeforeAll
    static void serve() throws IOException {
        Path published = new Home(folder).root().resolve("published");
        Path release = Files.createDirectories(published.resolve("g000000001"));
        Files.writeString(release.resolve("report.html"), "the report");
        Files.writeString(published.resolve("releases.html"), "the list");
        Files.writeString(published.resolve("current.json"), "the pointer");
        Files.writeString(folder.resolve("person_key"), "the secret");
        Files.createDirectories(release.resolve("below"));
        Files.createSymbolicLink(release.resolve("link.html"), folder.resolve("person_key"));
        Files.createSymbolicLink(published.resolve("g000000009"), folder);
        server = ReleaseServer.start(published, 0);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void a_release_and_the_list_are_shown() throws IOException {
        assertThat(ask("GET /g000000001/report.html"))
                .startsWith("HTTP/1.1 200 ")
                .contains("text/html; charset=utf-8", "nosniff")
                .contains("the report");
        assertThat(ask("GET /")).startsWith("HTTP/1.1 200 ").contains("the list");
        assertThat(ask("HEAD /g000000001/report.html"))
                .startsWith("HTTP/1.1 200 ")
                .doesNotContain("the report");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../person_key",
                "/g000000001/../../person_key",
                "/g000000001/..%2f..%2fperson_key",
                "/g000000001/%2e%2e/%2e%2e/person_key",
                "/g000000001/..\\..\\person_key",
                "/g000000001//person_key",
                "/g000000001/link.html",
                "/g000000001/below",
                "/g000000001/",
                "/g000000009/person_key",
                "/current.json",
                "/g000000001/report.html%00",
                "//etc/passwd"
            })
    void nothing_else_is(String path) throws IOException {
        assertThat(ask("GET " + path))
                .doesNotContain("the secret", "the pointer", "root:")
                .matches(answer -> answer.startsWith("HTTP/1.1 404") || answer.startsWith("HTTP/1.1 400"), path);
    }

    @Test
    void nothing_can_be_written() throws IOException {
        assertThat(ask("PUT /g000000001/report.html"))
                .startsWith("HTTP/1.1 405 ")
                .contains("Allow: GET, HEAD");
        assertThat(ask("DELETE /g000000001/report.html")).startsWith("HTTP/1.1 405 ");
    }

    @Test
    void a_page_of_another_site_whose_name_points_here_is_not_answered() throws IOException {
        assertThat(ask("GET /", "example.org")).startsWith("HTTP/1.1 421 ").doesNotContain("the list");
    }

    @Test
    void the_report_is_named_and_who_cannot_open_it_is_told() throws IOException {
        Path home = StoredHome.newest(folder.resolve("stored"));
        assertThat(Told.well("report", "--home", home.toString())).contains("report.html");
        Told told = Told.by(
                "report", "--open", "--with", folder.resolve("no-browser").toString(), "--home", home.toString());
        assertThat(told.exit()).isEqualTo(ExitCode.FAILED.number());
        assertThat(Told.by("report", "--open", "--with", "true", "--home", home.toString())
                        .exit())
                .isZero();
    }

    private static String ask(String request) throws IOException {
        return ask(request, "127.0.0.1:" + server.port());
    }

    private static String ask(String request, String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            OutputStream out = socket.getOutputStream();
            String all = request + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            out.write(all.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
