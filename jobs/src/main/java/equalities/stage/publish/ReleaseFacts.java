package equalities.stage.publish;

import equalities.lake.Fingerprint;
import equalities.stage.publish.machine.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code release.json}: what a release follows from, and the SHA-256 of each of its files. */
final class ReleaseFacts {
    private ReleaseFacts() {}

    static void write(Path release, Map<String, String> facts) throws IOException {
        Map<String, Object> all = new TreeMap<>(facts);
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(release)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(String.valueOf(path.getFileName()), Fingerprint.ofFile(path));
            }
        }
        all.put("files", files);
        Json.write(all, release.resolve("release.json"));
    }
}
