package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import equalities.lake.Fingerprint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {
    @TempDir
    Path folder = Path.of(".");

    @Test
    void in_json_every_line_is_an_object_with_the_stage_the_job_and_the_submission_it_is_about() throws Exception {
        Path home = folder.resolve("home");
        String[] receive = {
            "receive",
            "--landing",
            StoredHome.landing().toString(),
            "--home",
            home.toString(),
            "--set",
            "log-format=json"
        };
        // In a process of its own: the first who logs in a process decides the form.
        try (OtherProcess run = OtherProcess.start(
                folder.resolve("output"), Map.of(), OtherProcess.classPath(), Equalities.class.getName(), receive)) {
            run.waitUntil(() -> run.said("{\"command\":\"receive\""));
        }
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(home.resolve("state/equalities.log"))) {
            lines.add(new ObjectMapper().readTree(line));
        }
        assertThat(lines).extracting(l -> l.path("stage").asText()).contains("receive");
        assertThat(lines).extracting(l -> l.path("job").asText()).contains("1");
        assertThat(lines)
                .extracting(l -> l.path("submission").asText())
                .contains(Fingerprint.ofFile(StoredHome.landing().resolve("2025-26-Q1/NT1/qualifying-patients.csv")));
    }
}
