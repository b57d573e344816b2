package equalities.lake;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What makes a release one that anybody can check, without us or with {@code sha256sum} and {@code openssl}: {@code
 * release.json} says what it follows from and the SHA-256 of each file, {@code release.json.sig} is its signature (64 bytes),
 * {@code signing_key.pem} the public half of the key, {@code SHA256SUMS} the sum of everything but itself and the signature.
 */
public final class ReleaseSeal {
    static final String FACTS = "release.json";
    static final String SIGNATURE = "release.json.sig";
    static final String SUMS = "SHA256SUMS";
    static final String KEY = "signing_key.pem";
    static final String MADE_FROM = "made_from";

    /** The zone's own mark that a folder is whole. */
    static final String COMPLETE = "complete";

    /** What no facts can name the sum of. */
    static final Set<String> BESIDE = Set.of(FACTS, SIGNATURE, SUMS, COMPLETE);

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReleaseSeal() {}

    /**
     * Seals a folder in which all other files are.
     *
     * @param facts what the release follows from, among it {@code made_from}, the fingerprint that the zone knows it by
     */
    public static void write(Path release, Map<String, ?> facts, SigningKey key) throws IOException {
        Durable.write(release.resolve(KEY), key.publicPem());
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(release)) {
            for (Path path : paths.filter(p -> !BESIDE.contains(String.valueOf(p.getFileName())))
                    .toList()) {
                files.put(String.valueOf(path.getFileName()), Fingerprint.ofFile(path));
            }
        }
        Map<String, Object> all = new LinkedHashMap<>(facts);
        all.put("files", files);
        Path written = release.resolve(FACTS);
        Durable.write(written, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
        Durable.write(release.resolve(SUMS), sums(files, Fingerprint.ofFile(written)));
        Files.write(release.resolve(SIGNATURE), key.sign(Files.readAllBytes(written)));
        Durable.sync(release.resolve(SIGNATURE));
    }

    /** The lines that {@code sha256sum --check} reads. */
    static String sums(Map<String, String> files, String facts) {
        Map<String, String> all = new TreeMap<>(files);
        all.put(FACTS, facts);
        StringBuilder lines = new StringBuilder();
        all.forEach((name, sum) -> lines.append(sum).append("  ").append(name).append('\n'));
        return lines.toString();
    }
}
