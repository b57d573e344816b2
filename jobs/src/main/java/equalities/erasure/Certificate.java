package equalities.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import equalities.lake.Durable;
import equalities.lake.Home;
import equalities.lake.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A certificate of erasure: what was touched, never whom it was about, signed. Its signature is over {@code certificate}
 * as JSON without blanks, the members of each object in the order of their names, in UTF-8.
 */
public final class Certificate {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private static final String END = ".json";

    private Certificate() {}

    /** Where the one of an identifier is. */
    static Path file(Home home, String id) {
        return folder(home).resolve(id + END);
    }

    /** The identifiers of all that a home has, in their order. */
    public static List<String> all(Home home) throws IOException {
        if (!Files.isDirectory(folder(home))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder(home))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(END))
                    .map(name -> name.substring(0, name.length() - END.length()))
                    .sorted()
                    .toList();
        }
    }

    private static Path folder(Home home) {
        return home.state().resolve("certificates");
    }

    /** Writes and signs one. */
    static void write(Map<String, Object> facts, SigningKey key, Path file) throws IOException {
        Map<String, Object> signed = new LinkedHashMap<>();
        signed.put("certificate", facts);
        signed.put("algorithm", "Ed25519");
        signed.put("public_key", key.publicText());
        byte[] signature = key.sign(canonical(JSON.valueToTree(facts)));
        signed.put("signature", Base64.getEncoder().encodeToString(signature));
        Files.createDirectories(file.resolveSibling("."));
        Durable.replace(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(signed) + "\n");
    }

    /** Whether a file is a certificate that was signed with this key and not changed since. */
    public static boolean isRight(Path file, PublicKey key) throws IOException {
        try {
            JsonNode all = JSON.readTree(Files.readAllBytes(file));
            JsonNode facts = all.path("certificate");
            byte[] signature = Base64.getDecoder().decode(all.path("signature").asText());
            return facts.isObject() && SigningKey.isRight(key, canonical(facts), signature);
        } catch (com.fasterxml.jackson.core.JsonProcessingException | IllegalArgumentException noJson) {
            return false;
        }
    }

    private static byte[] canonical(JsonNode facts) throws IOException {
        Object plain = JSON.treeToValue(facts, Object.class);
        Object sorted = plain instanceof Map<?, ?> map ? new TreeMap<>(map) : plain;
        return JSON.writeValueAsString(sorted).getBytes(StandardCharsets.UTF_8);
    }
}
