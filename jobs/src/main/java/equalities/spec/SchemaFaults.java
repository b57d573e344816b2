package equalities.spec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What is wrong with a file, in words: the line, the place, what was found, and the mend, which is the description of
 * the format's own part.
 */
final class SchemaFaults {
    private final String file;
    private final JsonNode schema;
    private final Map<String, Integer> lines;

    /** @param lines JSON pointer to the line on which that part of the file starts */
    SchemaFaults(String file, JsonNode schema, Map<String, Integer> lines) {
        this.file = file;
        this.schema = schema;
        this.lines = lines;
    }

    String tell(List<Error> errors) {
        return errors.stream().map(this::tell).distinct().collect(Collectors.joining("\n"));
    }

    private String tell(Error error) {
        String place = error.getInstanceLocation().toString();
        String property = error.getProperty();
        boolean unknown = error.getKeyword().equals("additionalProperties") && property != null;
        boolean missing = error.getKeyword().equals("required") && property != null;
        String where = unknown || missing ? place + "/" + property : place;
        String what = unknown
                ? "is not known here"
                : missing ? "is missing" : "is wrong: " + error.getMessage().replaceFirst("^[^:]*: ", "");
        return file + ", line " + lines.getOrDefault(missing ? place : where, 1) + ", "
                + (where.isEmpty() ? "/" : where) + " " + what + ". " + mend(error, unknown, missing);
    }

    private String mend(Error error, boolean unknown, boolean missing) {
        List<String> path = path(error);
        JsonNode part = at(path);
        if (unknown) {
            List<String> known = new ArrayList<>();
            part.path("properties").fieldNames().forEachRemaining(known::add);
            return "Known are: " + String.join(", ", known) + ". Mend the name, or remove it.";
        }
        JsonNode told = missing ? part.path("properties").path(String.valueOf(error.getProperty())) : part;
        String description = told.path("description").asText("");
        return description.isEmpty() ? describedFrom(path) : description;
    }

    /** The nearest description around a part that has none of its own: that of whoever refers to it. */
    private String describedFrom(List<String> path) {
        for (int length = path.size() - 1; length > 0; length--) {
            String description = at(path.subList(0, length)).path("description").asText("");
            if (!description.isEmpty()) {
                return description;
            }
        }
        return "Mend the file, or schemas/meta when the format itself has grown.";
    }

    /** The steps from the schema's root to the part whose keyword failed, through references. */
    private List<String> path(Error error) {
        List<String> steps = new ArrayList<>();
        var evaluated = error.getEvaluationPath();
        for (int i = 0; i < evaluated.getNameCount() - 1; i++) {
            steps.add(Objects.toString(evaluated.getElement(i)));
        }
        return steps;
    }

    private JsonNode at(List<String> steps) {
        JsonNode here = schema;
        for (String step : steps) {
            here = step.equals("$ref")
                    ? schema.at(JsonPointer.compile(here.path("$ref").asText().substring(1)))
                    : here.isArray() ? here.path(Integer.parseInt(step)) : here.path(step);
        }
        return here;
    }
}
