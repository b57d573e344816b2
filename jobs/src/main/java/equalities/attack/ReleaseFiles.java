package equalities.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import equalities.lake.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whether the files of a release are those that it was published with, by the SHA-256 of each in {@code release.json}. */
public final class ReleaseFiles {
    private static final String FACTS = "release.json";
    private static final Set<String> BESIDE = Set.of(FACTS, "complete");
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReleaseFiles() {}

    /** What is not as it was published, a sentence a file; none when nothing was touched. */
    public static List<String> touched(Path release) throws IOException {
        Path facts = release.resolve(FACTS);
        if (!Files.isRegularFile(facts)) {
            return List.of(FACTS + " is missing, so nothing says what the files were");
        }
        JsonNode files = JSON.readTree(facts.toFile()).path("files");
        List<String> touched = new ArrayList<>();
        Set<String> named = new TreeSet<>();
        files.fieldNames().forEachRemaining(named::add);
        for (String name : named) {
            Path file = release.resolve(name);
            if (!Files.isRegularFile(file)) {
                touched.add(name + " is missing");
            } else if (!Fingerprint.ofFile(file).equals(files.path(name).asText())) {
                touched.add(name + " was changed: its SHA-256 is not the one in " + FACTS);
            }
        }
        present(release).stream()
                .filter(n -> !named.contains(n) && !BESIDE.contains(n) && !n.startsWith(FACTS))
                .forEach(n -> touched.add(n + " was added: " + FACTS + " does not name it"));
        return touched;
    }

    private static Set<String> present(Path release) throws IOException {
        Set<String> present = new TreeSet<>();
        try (Stream<Path> paths = Files.list(release)) {
            paths.filter(Files::isRegularFile).forEach(p -> present.add(String.valueOf(p.getFileName())));
        }
        return present;
    }
}
