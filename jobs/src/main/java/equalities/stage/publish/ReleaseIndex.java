package equalities.stage.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import equalities.lake.Durable;
import equalities.lake.Fingerprint;
import equalities.stage.publish.machine.Json;
import equalities.stage.publish.report.ReleaseList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code releases.json} and {@code releases.html} beside the releases: which there are, and which corrects which. A release is
 * never touched again, so that this is where an old one says that it was corrected; its report and its facts lead here.
 */
public final class ReleaseIndex {
    private static final String JSON = "releases.json";
    private static final String PAGE = "releases.html";
    private static final ObjectMapper READER = new ObjectMapper();

    private ReleaseIndex() {}

    /** @param releases folders, the oldest first */
    static void write(List<Path> releases, Path published) throws IOException {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        Map<String, String> correctedBy = new HashMap<>();
        for (Path release : releases) {
            Path facts = release.resolve("release.json");
            if (Files.isRegularFile(facts)) {
                Map<String, @Nullable Object> one = one(release, READER.readTree(facts.toFile()));
                one.put("release_json_sha256", Fingerprint.ofFile(facts));
                all.add(one);
                correctedBy.put(String.valueOf(one.get("corrects")), String.valueOf(release.getFileName()));
            }
        }
        all.forEach(r -> r.put("corrected_by", correctedBy.get(String.valueOf(r.get("release")))));
        Durable.replace(published.resolve(JSON), Json.text(Map.of("releases", all)));
        Durable.replace(published.resolve(PAGE), ReleaseList.page(all));
    }

    /** The release that corrects this one, by the list that lies beside it; none when there is no list. */
    public static Optional<String> correctedBy(Path release) throws IOException {
        Path folder = release.toAbsolutePath().normalize();
        Path list = folder.resolveSibling(JSON);
        if (!Files.isRegularFile(list)) {
            return Optional.empty();
        }
        for (JsonNode one : READER.readTree(list.toFile()).path("releases")) {
            if (one.path("release").asText().equals(String.valueOf(folder.getFileName()))
                    && one.path("corrected_by").isTextual()) {
                return Optional.of(one.path("corrected_by").asText());
            }
        }
        return Optional.empty();
    }

    private static Map<String, @Nullable Object> one(Path release, JsonNode facts) {
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        one.put("release", String.valueOf(release.getFileName()));
        for (String fact : List.of("made_at", "periods", "as_known_at", "corrects")) {
            JsonNode value = facts.path(fact);
            one.put(fact, value.isMissingNode() || value.isNull() ? null : READER.convertValue(value, Object.class));
        }
        JsonNode policy = facts.path("policy");
        one.put(
                "policy",
                policy.isTextual() ? policy.asText() : policy.path("name").asText());
        return one;
    }
}
