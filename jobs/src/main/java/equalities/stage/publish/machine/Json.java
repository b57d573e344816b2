package equalities.stage.publish.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import equalities.lake.Durable;
import java.io.IOException;
import java.nio.file.Path;

/** Writes JSON for people and programs: indented, days as ISO 8601. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Json() {}

    /** Writes a value to a file that is not there yet. */
    public static void write(Object value, Path file) throws IOException {
        Durable.write(file, text(value));
    }

    public static String text(Object value) throws IOException {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    /** A value as a program reads it back. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }
}
