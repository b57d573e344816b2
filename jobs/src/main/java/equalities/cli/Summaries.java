package equalities.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a command tells at its end: a sentence for people, one line of JSON for machines. */
final class Summaries {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private Summaries() {}

    static String sentence(Map<String, Object> summary) {
        return summary.entrySet().stream()
                .filter(e -> e.getValue() instanceof Number || e.getValue() instanceof String)
                .map(e -> e.getValue() instanceof Number n
                        ? String.format(Locale.ROOT, "%s %,d", e.getKey(), n.longValue())
                        : e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    /** As {@link #json} writes it. */
    static JsonNode tree(Map<String, ?> summary) {
        return JSON.valueToTree(summary);
    }

    static String json(Map<String, ?> summary) {
        try {
            return JSON.writeValueAsString(summary);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a summary holds texts, numbers and maps only", e);
        }
    }
}
