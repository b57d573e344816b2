package equalities.record;

import equalities.record.PersonKey.Pseudonyms;
import equalities.spec.Field;
import equalities.spec.Status;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one cell as its field says: a typed, constrained or coded value; characteristics are {@link AnswerReader}'s. */
final class CellReader {
    private final Register register;
    private final Pseudonyms pseudonyms;
    private final Coders coders;

    CellReader(Coders coders, Register register, PersonKey key) {
        this.coders = coders;
        this.register = register;
        this.pseudonyms = key.pseudonyms();
    }

    /** Any field but characteristics and those coded by another column. */
    Reading plain(Field field, String cell) {
        String written = field.values().getOrDefault(cell, cell);
        if (field.codelist() != null) {
            return coded(field, written);
        }
        Reading typed = typed(field, written);
        return typed.fault() == null ? constrained(field, written, typed) : typed;
    }

    private Reading coded(Field field, String written) {
        Coder coder = coders.of(field.codelist());
        if (field.many()) {
            Set<String> codes = new LinkedHashSet<>();
            for (String part : coder.parts(written, field.separators())) {
                String code = coder.code(part);
                codes.add(code == null ? Status.UNMAPPED.word() : code);
            }
            return Reading.of(List.copyOf(codes));
        }
        String code = coder.code(written);
        return code != null
                ? Reading.of(code)
                : Reading.fault(
                        "not in the list",
                        "This is not in the list for '" + field.name() + "'.",
                        "Write one of: " + coder.allowed() + "." + coder.nearest(written));
    }

    private Reading typed(Field field, String written) {
        Object value = switch (field.type()) {
            case STRING -> formatted(field, written);
            case INTEGER, YEAR -> Parsers.integer(written);
            case NUMBER -> Parsers.number(written);
            case BOOLEAN -> Parsers.truth(written);
            case DATE -> Parsers.day(written);
        };
        return value != null ? Reading.of(value) : mistyped(field);
    }

    private static Reading mistyped(Field field) {
        return switch (field.type()) {
            case DATE ->
                Reading.fault(
                        "not a date",
                        "This is not a day of the calendar with a year of four digits.",
                        "Write the date as 31/01/2025.");
            case INTEGER, YEAR ->
                Reading.fault("not a whole number", "This is not a whole number.", "Write digits only.");
            case NUMBER -> Reading.fault("not a number", "This is not a number.", "Write digits and one point.");
            case BOOLEAN -> Reading.fault("neither yes nor no", "This is neither yes nor no.", "Write Yes or No.");
            case STRING ->
                "site_code".equals(field.format())
                        ? Reading.fault(
                                "site not registered",
                                "Nobody registered this site for the period.",
                                "Mend the code, or add the site to register/sites.csv.")
                        : Reading.fault(
                                "not an NHS number",
                                "This is not an NHS number of ten digits whose check digit fits.",
                                "Copy the number again from the record.");
        };
    }

    private @Nullable Object formatted(Field field, String written) {
        String text = "site_code".equals(field.format())
                ? register.siteCode(written)
                : "nhs_number".equals(field.format()) ? Parsers.nhsNumber(written) : written;
        return text != null && field.pseudonym() ? pseudonyms.of(text) : text;
    }

    private static Reading constrained(Field field, String written, Reading typed) {
        var c = field.constraints();
        boolean small = c.minimum() != null
                && typed.value() instanceof Number n
                && n.doubleValue() < Double.parseDouble(c.minimum());
        boolean large = c.maximum() != null
                && typed.value() instanceof Number n
                && n.doubleValue() > Double.parseDouble(c.maximum());
        boolean otherLength = (c.minLength() != null && written.length() < c.minLength())
                || (c.maxLength() != null && written.length() > c.maxLength());
        boolean otherForm = c.pattern() != null && !Pattern.matches(c.pattern(), written);
        boolean otherWord = !c.enumeration().isEmpty() && !c.enumeration().contains(written);
        if (small || large) {
            return Reading.fault(
                    "out of range",
                    "This number lies outside what is possible.",
                    "It must be " + (small ? "at least " + c.minimum() : "at most " + c.maximum()) + ".");
        }
        return otherLength || otherForm || otherWord
                ? Reading.fault(
                        "not allowed",
                        "This is not in a form that is allowed.",
                        otherWord ? "Write one of: " + String.join(", ", c.enumeration()) + "." : "Mend its form.")
                : typed;
    }
}
