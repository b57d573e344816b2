package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import equalities.lake.Home;
import equalities.operate.Lineage;
import equalities.stage.Stage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineageTest {
    @TempDir
    Path folder = Path.of(".");

    @Test
    void a_stage_tells_a_file_what_it_reads_and_what_it_put_in_place() throws IOException {
        Path file = folder.resolve("lineage.ndjson");
        String home = folder.resolve("home").toString();
        String landing = StoredHome.landing().toString();
        Told.well("receive", "--landing", landing, "--home", home, "--set", "lineage-to=" + file);
        List<JsonNode> events = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            events.add(new ObjectMapper().readTree(line));
        }
        assertThat(events).extracting(e -> e.path("eventType").asText()).containsExactly("START", "COMPLETE");
        assertThat(events.get(0).at("/run/runId")).isEqualTo(events.get(1).at("/run/runId"));
        JsonNode end = events.get(1);
        assertThat(end.at("/job/name").asText()).isEqualTo("receive");
        assertThat(end.at("/inputs/0/name").asText()).isEqualTo(landing);
        assertThat(end.at("/outputs/0/name").asText()).isEqualTo(home + "/received");
        assertThat(end.at("/outputs/0/facets/version/datasetVersion").asText()).isEqualTo("1");
    }

    @Test
    void a_collector_is_told_of_a_failure_with_its_reason() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/api/v1/lineage", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(201, -1);
            exchange.close();
        });
        collector.start();
        String url = "http://127.0.0.1:" + collector.getAddress().getPort();
        try (Lineage lineage = Lineage.to(url, new Home(folder), null)) {
            lineage.begin(Stage.ANALYSE).failed("The disk is on fire.");
        } finally {
            collector.stop(0);
        }
        assertThat(told.take())
                .contains("\"START\"", folder.resolve("warehouse").toString());
        assertThat(told.take()).contains("\"FAIL\"", "The disk is on fire.");
    }

    @Test
    void a_collector_that_is_not_there_does_not_fail_the_run() {
        Told.well(
                "receive",
                "--landing",
                StoredHome.landing().toString(),
                "--home",
                folder.resolve("home").toString(),
                "--set",
                "lineage-to=http://127.0.0.1:1");
    }
}
