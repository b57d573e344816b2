package equalities.record;

import equalities.spec.Constraints;
import equalities.spec.Field;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The constraints of a Table Schema, over the cells of one sheet. For one thread. */
final class ConstraintCheck {
    private final Map<String, Set<Object>> seen = new HashMap<>();
    private final Map<String, Pattern> patterns = new HashMap<>();

    /** The reading itself where the field allows it; {@code required} is the row's affair. */
    Reading check(Field field, String written, Reading typed) {
        Constraints c = field.constraints();
        Object value = typed.value();
        if (value == null || !c.limits()) {
            return typed;
        }
        if (c.minimum() != null && compare(value, c.minimum()) < 0) {
            return outOfRange("at least " + c.minimum());
        }
        if (c.maximum() != null && compare(value, c.maximum()) > 0) {
            return outOfRange("at most " + c.maximum());
        }
        String form = form(c, written);
        if (form != null) {
            return Reading.fault("not allowed", "This is not in a form that is allowed.", form);
        }
        if (c.unique()
                && !seen.computeIfAbsent(field.name(), n -> new HashSet<>()).add(value)) {
            return Reading.fault(
                    "not unique", "Another row of the file has the same '" + field.name() + "'.", "Give each its own.");
        }
        return typed;
    }

    /** As numbers or as days, by what the cell is. */
    private static int compare(Object value, String limit) {
        return value instanceof LocalDate day
                ? day.compareTo(LocalDate.parse(limit))
                : value instanceof Number number ? Double.compare(number.doubleValue(), Double.parseDouble(limit)) : 0;
    }

    private static Reading outOfRange(String allowed) {
        return Reading.fault("out of range", "This lies outside what is possible.", "It must be " + allowed + ".");
    }

    /** How to mend the form, or null when it is allowed. */
    private @Nullable String form(Constraints c, String written) {
        if (!c.enumeration().isEmpty() && !c.enumeration().contains(written)) {
            return "Write one of: " + String.join(", ", c.enumeration()) + ".";
        }
        if (c.minLength() != null && written.length() < c.minLength()) {
            return "Write at least " + c.minLength() + " characters.";
        }
        if (c.maxLength() != null && written.length() > c.maxLength()) {
            return "Write at most " + c.maxLength() + " characters.";
        }
        boolean matches = c.pattern() == null
                || patterns.computeIfAbsent(c.pattern(), Pattern::compile)
                        .matcher(written)
                        .matches();
        return matches ? null : "Write it in the form " + c.pattern() + ".";
    }
}
