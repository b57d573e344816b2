package equalities.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import equalities.lake.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One line of the log.
 *
 * @param text the line, without its end; its last member is the Ed25519 signature (RFC 8032) of all before it
 * @param line its place, from 1
 * @param log random, so that the logs of several homes are told apart where their ends are kept together
 * @param before the SHA-256 of the line before, half lines after that included; of nothing in the first
 */
record Entry(String text, long line, String log, String before, JsonNode members) {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final String SIGNATURE = ",\"signature\":\"";

    /** Writes one and signs it. */
    static Entry sign(long line, String log, String at, Actor actor, Event event, String before, SigningKey key) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("line", line);
        members.put("log", log);
        members.put("at", at);
        members.put("user", actor.user());
        members.put("host", actor.host());
        members.put("process", actor.process());
        members.put("run", actor.run());
        members.put("what", event.what().word());
        members.put("facts", event.facts());
        members.put("before", before);
        members.put("key", key.publicText());
        String signed = json(members);
        String signature = Base64.getEncoder().encodeToString(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
        String text = signed.substring(0, signed.length() - 1) + SIGNATURE + signature + "\"}";
        return read(text).orElseThrow();
    }

    private static String json(Map<String, Object> members) {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("events hold texts and numbers only", impossible);
        }
    }

    /** Reads a line; empty when it is none of a log, such as one that was cut off while it was written. */
    static Optional<Entry> read(String text) {
        try {
            JsonNode members = JSON.readTree(text);
            boolean whole = members.path("line").isIntegralNumber()
                    && members.path("log").isTextual()
                    && members.path("before").isTextual()
                    && text.endsWith("\"}");
            return whole
                    ? Optional.of(new Entry(
                            text,
                            members.path("line").asLong(),
                            members.path("log").asText(),
                            members.path("before").asText(),
                            members))
                    : Optional.empty();
        } catch (JsonProcessingException half) {
            return Optional.empty();
        }
    }

    String what() {
        return members.path("what").asText();
    }

    JsonNode facts() {
        return members.path("facts");
    }

    /** The public half of the key that it says it was signed with, as {@link SigningKey#publicText}. */
    String key() {
        return members.path("key").asText();
    }

    /** Whether it is as it was signed. */
    boolean isRight() {
        int end = text.lastIndexOf(SIGNATURE);
        if (end < 0) {
            return false;
        }
        try {
            PublicKey key = SigningKey.publicOf(key());
            byte[] signature = Base64.getDecoder()
                    .decode(text.substring(end + SIGNATURE.length(), text.length() - "\"}".length()));
            return SigningKey.isRight(
                    key, (text.substring(0, end) + "}").getBytes(StandardCharsets.ISO_8859_1), signature);
        } catch (IllegalArgumentException noKeyOrSignature) {
            return false;
        }
    }
}
