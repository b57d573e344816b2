package equalities.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a release's folder is as it was sealed. {@link ReleaseSeal} wrote three witnesses of one thing, so that what was
 * touched can be told from what was not: where the signature does not fit, the sums say whether it is that or what was signed.
 */
public final class ReleaseCheck {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path release;
    private final List<String> touched = new ArrayList<>();

    private ReleaseCheck(Path release) {
        this.release = release;
    }

    /**
     * What is not as it was published, a sentence a file; none when nothing was touched.
     *
     * @param key the publisher's public key as it was got from elsewhere; without one the release's own is taken, which
     *     whoever makes a whole release anew could replace too
     */
    public static List<String> touched(Path release, @Nullable PublicKey key) throws IOException {
        ReleaseCheck check = new ReleaseCheck(release);
        check.run(key);
        return List.copyOf(check.touched);
    }

    /** The SHA-256 of the key that a release names as its signer's; empty where it names none that can be read. */
    public static String keyFingerprint(Path release) {
        try {
            return SigningKey.fingerprint(SigningKey.readPublic(release.resolve(ReleaseSeal.KEY)));
        } catch (IOException unreadable) {
            return "";
        }
    }

    private void run(@Nullable PublicKey key) throws IOException {
        for (String name : List.of(ReleaseSeal.FACTS, ReleaseSeal.SIGNATURE, ReleaseSeal.SUMS)) {
            if (!isFile(name)) {
                touched.add(name + " is missing, so that nothing says what the files were");
            }
        }
        if (!touched.isEmpty()) {
            return;
        }
        Map<String, String> sums = sums();
        JsonNode facts = facts();
        boolean signed = isSigned(key);
        if (signed) {
            trusted(facts, files(facts));
        } else {
            unsigned(sums, key);
            files(sums);
        }
        marker(facts, signed);
        added(signed ? files(facts).keySet() : sums.keySet());
    }

    private boolean isSigned(@Nullable PublicKey given) throws IOException {
        try {
            PublicKey key = given == null ? SigningKey.readPublic(release.resolve(ReleaseSeal.KEY)) : given;
            return SigningKey.isRight(key, bytes(ReleaseSeal.FACTS), bytes(ReleaseSeal.SIGNATURE));
        } catch (IOException noKey) {
            return false;
        }
    }

    /** What release.json says is what was signed. */
    private void trusted(JsonNode facts, Map<String, String> files) throws IOException {
        files(files);
        String sums = ReleaseSeal.sums(files, Fingerprint.ofFile(release.resolve(ReleaseSeal.FACTS)));
        if (!Arrays.equals(sums.getBytes(StandardCharsets.UTF_8), bytes(ReleaseSeal.SUMS))) {
            touched.add(ReleaseSeal.SUMS + " was changed: it is not what " + ReleaseSeal.FACTS + " says");
        }
    }

    /** The signature does not fit: which of the three that it needs is another than it was? */
    private void unsigned(Map<String, String> sums, @Nullable PublicKey key) throws IOException {
        boolean sameFacts = isSame(ReleaseSeal.FACTS, sums);
        boolean sameKey = isSame(ReleaseSeal.KEY, sums);
        if (!sameFacts) {
            touched.add(ReleaseSeal.FACTS + " was changed: its signature does not fit");
        } else if (sameKey && key != null && !SigningKey.fingerprint(key).equals(keyFingerprint(release))) {
            touched.add(ReleaseSeal.SIGNATURE + " was made with another key than the one you named");
        } else if (sameKey) {
            touched.add(ReleaseSeal.SIGNATURE + " was changed: it does not fit " + ReleaseSeal.FACTS);
        }
    }

    private boolean isSame(String name, Map<String, String> sums) throws IOException {
        return isFile(name) && Fingerprint.ofFile(release.resolve(name)).equals(sums.get(name));
    }

    private void files(Map<String, String> wanted) throws IOException {
        for (Map.Entry<String, String> file : wanted.entrySet()) {
            String name = file.getKey();
            if (name.equals(ReleaseSeal.FACTS)) {
                continue;
            }
            if (!isFile(name)) {
                touched.add(name + " is missing");
            } else if (!isSame(name, wanted)) {
                touched.add(name + " was changed: its SHA-256 is not the one that was signed");
            }
        }
    }

    /** The zone's own mark that the folder is whole. */
    private void marker(JsonNode facts, boolean signed) throws IOException {
        if (signed
                && isFile(ReleaseSeal.COMPLETE)
                && !text(ReleaseSeal.COMPLETE)
                        .equals(facts.path(ReleaseSeal.MADE_FROM).asText())) {
            touched.add(ReleaseSeal.COMPLETE + " was changed: it is not what " + ReleaseSeal.FACTS + " says");
        }
    }

    private void added(Set<String> named) throws IOException {
        Set<String> known = new TreeSet<>(named);
        known.addAll(ReleaseSeal.BESIDE);
        try (Stream<Path> paths = Files.list(release)) {
            paths.map(p -> String.valueOf(p.getFileName()))
                    .filter(n -> !known.contains(n))
                    .sorted()
                    .forEach(n -> touched.add(n + " was added: " + ReleaseSeal.FACTS + " does not name it"));
        }
    }

    private JsonNode facts() throws IOException {
        try {
            return JSON.readTree(bytes(ReleaseSeal.FACTS));
        } catch (JsonProcessingException notJson) {
            return JSON.createObjectNode();
        }
    }

    private static Map<String, String> files(JsonNode facts) {
        Map<String, String> files = new TreeMap<>();
        facts.path("files")
                .fields()
                .forEachRemaining(f -> files.put(f.getKey(), f.getValue().asText()));
        return files;
    }

    private Map<String, String> sums() throws IOException {
        Map<String, String> sums = new TreeMap<>();
        text(ReleaseSeal.SUMS).lines().forEach(line -> {
            String[] parts = line.split("  ", 2);
            if (parts.length == 2) {
                sums.put(parts[1], parts[0]);
            }
        });
        return sums;
    }

    private String text(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(release.resolve(name));
    }

    /** A link to a file elsewhere is none of the release. */
    private boolean isFile(String name) {
        return Files.isRegularFile(release.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }
}
