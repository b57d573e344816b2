package equalities.spec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the YAML files of a folder, each against its format, {@code meta/<kind>.schema.json}. */
final class YamlFiles {
    private static final ObjectMapper YAML = JsonMapper.builder(YAMLFactory.builder()
                    .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
                    .disable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Path root;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final Map<String, Format> formats = new HashMap<>();

    /** The format of a kind of file, as JSON and ready to check with. */
    private record Format(JsonNode json, Schema schema) {}

    YamlFiles(Path root) {
        this.root = root;
    }

    Part read(Path file, String kind) {
        JsonNode node = tree(file);
        Format format = formats.computeIfAbsent(kind, this::format);
        List<Error> errors = format.schema().validate(node);
        if (!errors.isEmpty()) {
            throw new SpecificationException(new SchemaFaults(name(file), format.json(), lines(file)).tell(errors));
        }
        return new Part(name(file), "", node);
    }

    /** How a file is called in messages: below the folder's own name. */
    String name(Path file) {
        return root.getFileName() + "/" + root.relativize(file).toString().replace('\\', '/');
    }

    /** The files of one folder with this ending, by name; none when the folder is missing. */
    List<Path> list(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new SpecificationException(name(folder) + " cannot be read.", e);
        }
    }

    /** The file name without its ending. */
    static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.lastIndexOf('.'));
    }

    private JsonNode tree(Path file) {
        @Nullable JsonNode node;
        try {
            node = YAML.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new SpecificationException(name(file) + " is not YAML: " + firstLine(e) + ". Mend the file.", e);
        }
        if (node == null || !node.isObject()) {
            throw new SpecificationException(name(file) + " is not a mapping of names to values. Mend the file.");
        }
        return node;
    }

    private Format format(String kind) {
        Path file = root.resolve("meta").resolve(kind + ".schema.json");
        if (!Files.exists(file)) {
            throw new SpecificationException("There is no " + name(file) + ". Put the format of these files back.");
        }
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            return new Format(json, registry.getSchema(json));
        } catch (IOException e) {
            throw new SpecificationException(name(file) + " is not JSON. Mend the file.", e);
        }
    }

    /** JSON pointer to the line on which that part of the file starts. */
    private Map<String, Integer> lines(Path file) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = YAML.createParser(Files.readString(file))) {
            while (parser.nextToken() != null) {
                lines.putIfAbsent(
                        parser.getParsingContext().pathAsPointer().toString(),
                        parser.currentTokenLocation().getLineNr());
            }
            return lines;
        } catch (IOException e) {
            throw new SpecificationException(name(file) + " cannot be read.", e);
        }
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
    }
}
