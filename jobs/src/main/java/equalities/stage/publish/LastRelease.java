package equalities.stage.publish;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.ParquetTables;
import equalities.lake.Fingerprint;
import equalities.spec.Specification;
import equalities.stage.publish.content.OutputTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The release before the one that is made: its figures, and what is another since.
 *
 * @param folder null when there was none
 */
record LastRelease(@Nullable Path folder, JsonNode facts) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("equalities/stage/publish/content/reasons", Locale.UK);
    private static final String CHANGES = "changes_since_the_last_release";
    private static final int NAMED = 5;

    /** The last of these folders; a release of an old version without facts is one of which nothing is known. */
    static LastRelease of(List<Path> earlier) throws IOException {
        if (earlier.isEmpty()) {
            return new LastRelease(null, JSON.createObjectNode());
        }
        Path last = earlier.get(earlier.size() - 1);
        Path facts = last.resolve("release.json");
        return new LastRelease(
                last, Files.isRegularFile(facts) ? JSON.readTree(facts.toFile()) : JSON.createObjectNode());
    }

    /** Its name and what its facts were, so that nobody can put another in its place; nothing when there was none. */
    @Nullable
    Map<String, String> link() throws IOException {
        Path last = folder;
        if (last == null || facts.isEmpty()) {
            return null;
        }
        Map<String, String> link = new LinkedHashMap<>();
        link.put("release", String.valueOf(last.getFileName()));
        link.put("made_at", facts.path("made_at").asText());
        link.put("release_json_sha256", Fingerprint.ofFile(last.resolve("release.json")));
        return link;
    }

    /** Its name, when a figure of it is another in these tables. */
    @Nullable
    String correctedBy(List<OutputTable> tables) {
        boolean changed = tables.stream()
                .filter(t -> t.name().equals(CHANGES))
                .anyMatch(t -> !t.relation().rows().isEmpty());
        return changed && folder != null ? String.valueOf(folder.getFileName()) : null;
    }

    /** Makes {@code last_figure} and {@code change_reason}, by their contracts. */
    void createTables(Database database, Specification specification, JsonNode now) {
        Path figures = folder == null ? null : folder.resolve("figures.parquet");
        List<Path> places = figures != null && Files.isRegularFile(figures) ? List.of(figures) : List.of();
        ParquetTables.createView(database, specification.table("last_figure"), places);
        database.createTable(specification.table("change_reason"), reasons(now, names(database)));
    }

    /** What each provider is called, by its code. */
    private static Map<String, String> names(Database database) {
        Map<String, String> names = new TreeMap<>();
        for (List<@Nullable Object> row : database.query("select distinct provider_code, name from silence")
                .rows()) {
            names.put(String.valueOf(row.get(0)), String.valueOf(row.get(1)));
        }
        return names;
    }

    /** Rows of a period, or none for all, and a reason in words. */
    private List<List<@Nullable String>> reasons(JsonNode now, Map<String, String> names) {
        List<List<@Nullable String>> reasons = new ArrayList<>();
        if (folder == null || !facts.has("inputs")) {
            return reasons;
        }
        files(now, names, reasons);
        all(reasons, "specification", differing(now, "/specification/parts"));
        all(reasons, "sql", differing(now, "/sql"));
        all(
                reasons,
                "policy",
                facts.at("/policy/name").equals(now.at("/policy/name"))
                        ? List.of()
                        : List.of(now.at("/policy/name").asText()));
        if (reasons.isEmpty() && !facts.path("code").equals(now.path("code"))) {
            all(reasons, "code", List.of(now.at("/code/version").asText()));
        }
        return reasons;
    }

    private void files(JsonNode now, Map<String, String> names, List<List<@Nullable String>> reasons) {
        Map<String, JsonNode> before = inputs(facts);
        Map<String, JsonNode> after = inputs(now);
        after.forEach((key, file) -> {
            if (!before.containsKey(key)) {
                reasons.add(file(file, names, "sent"));
            }
        });
        before.forEach((key, file) -> {
            if (!after.containsKey(key)) {
                reasons.add(file(file, names, "gone"));
            }
        });
    }

    private static Map<String, JsonNode> inputs(JsonNode facts) {
        Map<String, JsonNode> inputs = new TreeMap<>();
        facts.path("inputs")
                .forEach(i -> inputs.put(
                        String.join(
                                "\n",
                                i.path("period").asText(),
                                i.path("provider_code").asText(),
                                i.path("file_name").asText(),
                                i.path("received_at").asText()),
                        i));
        return inputs;
    }

    private static List<@Nullable String> file(JsonNode file, Map<String, String> names, String what) {
        String code = file.path("provider_code").asText();
        String name = names.get(code);
        return Arrays.asList(
                file.path("period").asText(),
                say(
                        what,
                        name == null ? code : say("called", name, code),
                        file.path("file_name").asText()));
    }

    private static void all(List<List<@Nullable String>> reasons, String what, List<String> names) {
        if (!names.isEmpty()) {
            String shown = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
            int more = names.size() - NAMED;
            reasons.add(Arrays.asList(null, say(what, more > 0 ? say("more", shown, more) : shown)));
        }
    }

    private List<String> differing(JsonNode now, String at) {
        Map<String, String> before = texts(facts.at(at));
        Map<String, String> after = texts(now.at(at));
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(n -> before.getOrDefault(n, "").equals(after.getOrDefault(n, "")));
        return List.copyOf(names);
    }

    private static Map<String, String> texts(JsonNode node) {
        return node.isObject() ? JSON.convertValue(node, new TypeReference<TreeMap<String, String>>() {}) : Map.of();
    }

    private static String say(String key, Object... values) {
        return new MessageFormat(WORDS.getString(key), Locale.UK).format(values);
    }
}
