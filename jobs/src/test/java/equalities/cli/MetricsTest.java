package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import equalities.operate.MetricsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
    @TempDir
    static Path folder = Path.of(".");

    private static String home = "";

    @BeforeAll
    static void unpack() throws IOException {
        home = StoredHome.newest(folder.resolve("home")).toString();
    }

    @Test
    void the_home_is_told_in_numbers() {
        assertThat(Told.well("metrics", "--home", home))
                .contains("equalities_rows{outcome=\"accepted\",period=\"2025-26-Q1\"} 12.0")
                .contains("equalities_rows{outcome=\"held\",period=\"2025-26-Q1\"} 1.0")
                .contains("equalities_held_rows{period=\"2025-26-Q1\"} 1.0")
                .contains("equalities_silent_providers{period=\"2025-26-Q1\"} 1.0")
                .contains("equalities_stage_duration_seconds{command=\"run\",stage=\"standardise\"} ")
                .contains("equalities_newest_submission_age_seconds{provider=\"NT1\"} ")
                .contains("equalities_run_exit{command=\"run\"} 0.0")
                .endsWith("# EOF\n");
    }

    @Test
    void a_run_writes_them_to_a_file_and_sends_them_to_a_collector_also_when_it_has_nothing_new() throws Exception {
        BlockingQueue<String> sent = new LinkedBlockingQueue<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/", exchange -> {
            sent.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try {
            Path file = folder.resolve("metrics.txt");
            String url = "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/metrics";
            Path landing = folder.resolve("landing");
            Files.createDirectories(landing);
            int exit = Equalities.run(
                    "receive",
                    "--home",
                    home,
                    "--landing",
                    landing.toString(),
                    "--set",
                    "metrics-file=" + file,
                    "--set",
                    "metrics-url=" + url);
            assertThat(exit).isEqualTo(ExitCode.NOTHING_NEW.number());
            assertThat(Files.readString(file)).contains("equalities_run_exit{command=\"receive\"} 99.0");
            assertThat(sent.take()).contains("equalities.rows", "2025-26-Q1", "service.name");
        } finally {
            collector.stop(0);
        }
    }

    @Test
    void they_are_served_on_loopback_and_read_anew_for_each_who_asks() throws Exception {
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        answers.add("one");
        try (MetricsServer server = MetricsServer.start(
                InetAddress.getLoopbackAddress(), 0, () -> String.valueOf(answers.remove()), Optional::empty)) {
            assertThat(get(server.port(), "/metrics").body()).isEqualTo("one");
            assertThat(get(server.port(), "/metrics").statusCode())
                    .as("nothing is there any more")
                    .isEqualTo(503);
        }
    }

    @Test
    void health_is_200_until_a_run_does_not_end_well_and_then_says_what_to_do() throws Exception {
        BlockingQueue<Optional<String>> troubles = new LinkedBlockingQueue<>();
        troubles.add(Optional.empty());
        troubles.add(Optional.of("The last run was cut off."));
        try (MetricsServer server =
                MetricsServer.start(InetAddress.getLoopbackAddress(), 0, () -> "", troubles::remove)) {
            assertThat(get(server.port(), "/health").statusCode()).isEqualTo(200);
            HttpResponse<String> ill = get(server.port(), "/health");
            assertThat(ill.statusCode()).isEqualTo(503);
            assertThat(ill.body()).isEqualTo("The last run was cut off.\n");
        }
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
