package equalities.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A mapping inside a YAML file that knows where it stands, so that a fault can name its place. */
record Part(String file, String path, JsonNode node) {

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    String text(String name) {
        String found = textOrNull(name);
        if (found == null) {
            throw fault(name, "is missing", "Add it.");
        }
        return found;
    }

    String text(String name, String otherwise) {
        return Objects.requireNonNullElse(textOrNull(name), otherwise);
    }

    /** Text only: a code such as 01 that YAML has read as a number has lost its zero. */
    @Nullable
    String textOrNull(String name) {
        return has(name) ? text(at(name), node.get(name)) : null;
    }

    boolean flag(String name) {
        if (has(name) && !node.get(name).isBoolean()) {
            throw fault(name, "is neither true nor false", "Write true or false.");
        }
        return has(name) && node.get(name).booleanValue();
    }

    int number(String name) {
        Integer found = numberOrNull(name);
        if (found == null) {
            throw fault(name, "is missing", "Add a whole number.");
        }
        return found;
    }

    @Nullable
    Integer numberOrNull(String name) {
        if (has(name) && !node.get(name).isInt()) {
            throw fault(name, "is not a whole number", "Write digits without quotes.");
        }
        return has(name) ? node.get(name).intValue() : null;
    }

    /** A limit: a number, or a date as text. */
    @Nullable
    String scalarOrNull(String name) {
        return has(name) ? node.get(name).asText() : null;
    }

    /** A list of texts, a single text for a list of one, or an empty list. */
    List<String> texts(String name) {
        if (!has(name)) {
            return List.of();
        }
        JsonNode found = node.get(name);
        if (!found.isArray()) {
            return List.of(text(at(name), found));
        }
        List<String> all = new ArrayList<>();
        found.forEach(one -> all.add(text(at(name) + "/" + all.size(), one)));
        return all;
    }

    /** A mapping of text to text; numbers and booleans as they are written. */
    Map<String, String> textMap(String name) {
        Map<String, String> all = new LinkedHashMap<>();
        if (has(name)) {
            node.get(name)
                    .properties()
                    .forEach(e -> all.put(e.getKey(), e.getValue().asText()));
        }
        return all;
    }

    Map<String, List<String>> textsMap(String name) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        if (has(name)) {
            Part inner = part(name);
            inner.node.fieldNames().forEachRemaining(key -> all.put(key, inner.texts(key)));
        }
        return all;
    }

    Part part(String name) {
        if (!has(name)) {
            throw fault(name, "is missing", "Add it.");
        }
        return new Part(file, at(name), node.get(name));
    }

    List<Part> parts(String name) {
        List<Part> all = new ArrayList<>();
        if (has(name)) {
            node.get(name).forEach(one -> all.add(new Part(file, at(name) + "/" + all.size(), one)));
        }
        return all;
    }

    /** The named mappings below a name, in their order. */
    Map<String, Part> named(String name) {
        Map<String, Part> all = new LinkedHashMap<>();
        Part inner = part(name);
        inner.node.fieldNames().forEachRemaining(key -> all.put(key, inner.part(key)));
        return all;
    }

    /** One of the words of an enum, in small letters with blanks for underscores. */
    <E extends Enum<E>> E word(String name, Class<E> words, @Nullable E otherwise) {
        if (!has(name) && otherwise != null) {
            return otherwise;
        }
        String written = text(name);
        List<String> allowed = new ArrayList<>();
        for (E constant : Objects.requireNonNull(words.getEnumConstants())) {
            String word = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            if (word.equals(written)) {
                return constant;
            }
            allowed.add(word);
        }
        throw fault(name, "is '" + written + "'", "Write one of: " + String.join(", ", allowed) + ".");
    }

    SpecificationException fault(String name, String what, String mend) {
        return new SpecificationException(file + ", " + at(name) + " " + what + ". " + mend);
    }

    private String at(String name) {
        return name.isEmpty() ? path : path + "/" + name;
    }

    private String text(String where, JsonNode found) {
        if (!found.isTextual()) {
            throw new SpecificationException(
                    file + ", " + where + " is not text (YAML reads it as " + kind(found) + "). Put it in quotes.");
        }
        return found.textValue();
    }

    private static String kind(JsonNode found) {
        return "a " + found.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
