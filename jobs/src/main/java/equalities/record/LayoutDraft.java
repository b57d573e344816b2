package equalities.record;

import equalities.record.text.CellShape;
import equalities.spec.Constraints;
import equalities.spec.Field;
import equalities.spec.Layout;
import equalities.spec.RowRule;
import equalities.spec.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A layout for a table that none is known for: the nearest one, with the headings that the table has. What had to be
 * guessed, and what nothing was found for, stands in it as a comment.
 */
final class LayoutDraft {
    private static final double ALIKE = 0.5;
    private static final int ROWS = 100;

    private final List<Layout> layouts;

    LayoutDraft(List<Layout> layouts) {
        this.layouts = layouts;
    }

    /** The text of a YAML file. */
    String of(Sheet sheet, TableFinder.Outline outline, @Nullable Layout nearest) throws IOException {
        List<String> headings = outline.headings();
        Layout layout = nearest == null ? layouts.get(0) : nearest;
        Map<Field, Integer> exact = HeadingMatch.of(layout, headings, Set.of()).columns();
        Set<Integer> left = new HashSet<>();
        for (int i = 0; i < headings.size(); i++) {
            if (!exact.containsValue(i) && !headings.get(i).isBlank()) {
                left.add(i);
            }
        }
        Map<Field, Integer> guessed = new LinkedHashMap<>();
        for (Field field : layout.fields()) {
            Integer guess = exact.containsKey(field) ? null : alike(field, headings, left);
            if (guess != null) {
                left.remove(guess);
                guessed.put(field, guess);
            }
        }
        Map<String, String> names = new LinkedHashMap<>();
        exact.forEach((field, column) -> names.put(field.name(), headings.get(column)));
        guessed.forEach((field, column) -> names.put(field.name(), headings.get(column)));
        List<String> lines = new ArrayList<>();
        lines.add("# A draft made from the headings of " + word(sheet.name()) + ".");
        lines.add("# Save it as schemas/returns/" + layout.returnName()
                + "/<name>.yaml, check every line, and add an example.");
        head(layout, lines);
        lines.add("fields:");
        for (Field field : layout.fields()) {
            if (names.containsKey(field.name())) {
                String doubt = guessed.containsKey(field) ? "  # taken for '" + field.name() + "': check" : "";
                lines.add("  - " + field(field, names) + doubt);
            } else if (!field.optionalHeading()) {
                lines.add("  # no heading was found for this required column; put the right one in its place:");
                lines.add("  # - " + field(field, names));
            }
        }
        List<RawRow> body = sheet.head(ROWS).stream()
                .filter(r -> r.rowNumber() >= outline.first())
                .toList();
        left.stream()
                .sorted()
                .forEach(i -> lines.add("  # not read: " + word(headings.get(i)) + ", which holds " + kind(body, i)));
        rules(layout, names, lines);
        return String.join("\n", lines) + "\n";
    }

    /** What most cells of a column are. */
    private static String kind(List<RawRow> body, int column) {
        Map<CellShape, Long> shapes = body.stream()
                .map(row -> CellShape.of(row.cell(column)))
                .filter(shape -> shape != CellShape.EMPTY)
                .collect(Collectors.groupingBy(shape -> shape, Collectors.counting()));
        return shapes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> switch (most.getKey()) {
                    case NUMBER -> "numbers";
                    case DATE -> "dates";
                    case TEXT, OTHER -> "words";
                    case EMPTY -> "nothing";
                })
                .orElse("nothing");
    }

    private static void head(Layout layout, List<String> lines) {
        lines.add("title: " + word(layout.title() + ", another form"));
        lines.add("fills: " + word(layout.fills()));
        lines.add("provider_kind: " + layout.providerKind().name().toLowerCase(Locale.ROOT));
        lines.add("key: " + words(layout.key()));
        if (layout.sameKeyInOneFile() == Layout.SameKey.HOLD) {
            lines.add("same_key_in_one_file: hold");
        }
        if (!layout.missingValues().isEmpty()) {
            lines.add("missing_values: " + words(layout.missingValues()));
        }
        if (!layout.constants().isEmpty()) {
            lines.add("constants: " + mapping(new LinkedHashMap<>(layout.constants())));
        }
    }

    /** The rules about columns that the table has. */
    private static void rules(Layout layout, Map<String, String> names, List<String> lines) {
        Set<String> filled = new HashSet<>(layout.constants().keySet());
        layout.fields().stream()
                .filter(f -> f.column() != null && names.containsKey(f.name()))
                .forEach(f -> filled.add(String.valueOf(f.column())));
        List<RowRule> rules = layout.rules().stream()
                .filter(r -> filled.contains(r.field())
                        && filled.containsAll(r.when().keySet()))
                .filter(r -> r.notBefore() == null || filled.contains(r.notBefore()))
                .toList();
        if (!rules.isEmpty()) {
            lines.add("rules:");
        }
        for (RowRule rule : rules) {
            Map<String, Object> parts = new LinkedHashMap<>();
            parts.put("rule", rule.rule());
            parts.put("field", rule.field());
            put(parts, "not_before", rule.notBefore());
            put(parts, "multiple_of", rule.multipleOf());
            if (!rule.when().isEmpty()) {
                parts.put("when", rule.when());
            }
            if (rule.severity() == RowRule.Severity.WARNING) {
                parts.put("severity", "warning");
            }
            lines.add("  - " + mapping(parts));
        }
    }

    private static String field(Field field, Map<String, String> names) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("name", names.getOrDefault(field.name(), field.name()));
        put(parts, "column", field.column());
        put(
                parts,
                "type",
                field.type() == Field.Type.STRING ? null : field.type().name().toLowerCase(Locale.ROOT));
        put(parts, "format", field.format());
        put(parts, "pseudonym", field.pseudonym() ? true : null);
        put(parts, "age_on", field.ageOn());
        put(parts, "codelist", field.codelist());
        put(parts, "characteristic", field.characteristic());
        put(parts, "coded_by", field.codedBy());
        put(parts, "or_else", field.orElse() == null ? null : names.get(field.orElse()));
        put(parts, "values", field.values().isEmpty() ? null : field.values());
        put(parts, "reverse", field.reverse().isEmpty() ? null : field.reverse());
        boolean own = field.characteristic() == null;
        put(parts, "separators", own && !field.separators().isEmpty() ? field.separators() : null);
        put(parts, "many", own && field.many() ? true : null);
        Field.Workforce staff = field.workforce();
        put(
                parts,
                "workforce",
                staff == null
                        ? null
                        : new LinkedHashMap<>(Map.of("characteristic", staff.characteristic(), "code", staff.code())));
        put(parts, "optional_heading", field.optionalHeading() ? true : null);
        Map<String, Object> constraints = constraints(field.constraints());
        put(parts, "constraints", constraints.isEmpty() ? null : constraints);
        return mapping(parts);
    }

    private static Map<String, Object> constraints(Constraints c) {
        Map<String, Object> parts = new LinkedHashMap<>();
        put(parts, "required", c.required() ? true : null);
        put(parts, "unique", c.unique() ? true : null);
        put(parts, "minimum", c.minimum());
        put(parts, "maximum", c.maximum());
        put(parts, "minLength", c.minLength());
        put(parts, "maxLength", c.maxLength());
        put(parts, "pattern", c.pattern());
        put(parts, "enum", c.enumeration().isEmpty() ? null : c.enumeration());
        return parts;
    }

    private static void put(Map<String, Object> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.put(name, value);
        }
    }

    /** The heading that is most like one of the field's, if one is like it at all. */
    private static @Nullable Integer alike(Field field, List<String> headings, Set<Integer> left) {
        Integer best = null;
        double most = ALIKE;
        for (Integer i : left) {
            for (String name : field.headings()) {
                double likeness = likeness(Words.normalise(headings.get(i)), name);
                if (likeness > most) {
                    most = likeness;
                    best = i;
                }
            }
        }
        return best;
    }

    /** The share of pairs of letters that two texts have in common (Dice's coefficient). */
    private static double likeness(String one, String other) {
        List<String> left = pairs(one);
        List<String> right = new ArrayList<>(pairs(other));
        int all = left.size() + right.size();
        long same = left.stream().filter(right::remove).count();
        return all == 0 ? 0 : 2.0 * same / all;
    }

    private static List<String> pairs(String text) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }

    private static String mapping(Map<String, ?> parts) {
        List<String> written = new ArrayList<>();
        parts.forEach((name, value) -> written.add(word(name) + ": " + value(value)));
        return "{" + String.join(", ", written) + "}";
    }

    private static String value(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> texts = new LinkedHashMap<>();
            map.forEach((k, v) -> texts.put(String.valueOf(k), v));
            return mapping(texts);
        }
        if (value instanceof Collection<?> list) {
            return words(list);
        }
        return value instanceof Boolean || value instanceof Number ? value.toString() : word(String.valueOf(value));
    }

    private static String words(Collection<?> values) {
        return "[" + String.join(", ", values.stream().map(v -> value(v)).toList()) + "]";
    }

    /** Bare where YAML cannot take it for anything else. */
    private static String word(String text) {
        boolean bare = text.matches("[A-Za-z][A-Za-z0-9_/()-]*( [A-Za-z0-9_/()-]+)*")
                && !text.toLowerCase(Locale.ROOT).matches("y|n|yes|no|on|off|true|false|null");
        return bare
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ") + '"';
    }
}
