package equalities.record;

import equalities.record.PersonKey.Pseudonyms;
import equalities.spec.Characteristic;
import equalities.spec.Field;
import equalities.spec.Specification;
import equalities.spec.Spelling;
import equalities.spec.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one cell as its field says. */
final class CellReader {
    private final Specification specification;
    private final Register register;
    private final Pseudonyms pseudonyms;
    private final String provider;
    private final Map<String, Coder> coders = new HashMap<>();

    CellReader(Specification specification, Register register, PersonKey key, String provider) {
        this.specification = specification;
        this.register = register;
        this.pseudonyms = key.pseudonyms();
        this.provider = provider;
    }

    /** A value, or what is wrong with the cell; a fault may be a warning beside a value. */
    record Reading(@Nullable Object value, @Nullable Fault fault) {
        static Reading of(@Nullable Object value) {
            return new Reading(value, null);
        }

        static Reading fault(String rule, String message, String fix) {
            return new Reading(null, new Fault(rule, message, fix, false));
        }
    }

    /** What is wrong, in words without the value. */
    record Fault(String rule, String message, String fix, boolean warning) {}

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
        Coder coder = coder(field.codelist());
        if (field.many()) {
            Set<String> codes = new LinkedHashSet<>();
            for (String part : parts(coder, written, field.separators())) {
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
                        "Write one of: " + coder.allowed() + ".");
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

    /** The code of an answer, or all codes; what is not understood is 'unmapped', with a warning. */
    Reading characteristic(Field field, String cell, boolean missing) {
        Characteristic c = specification.characteristic(String.valueOf(field.characteristic()));
        String written = field.values().getOrDefault(cell, cell);
        if (missing) {
            return Reading.of(answer(c, c.notRecorded()));
        }
        Coder coder = coder(c.codelist());
        Set<String> codes = new LinkedHashSet<>();
        for (String part : c.many() ? parts(coder, written, c.separators()) : List.of(written)) {
            String code = status(c, coder.code(part));
            codes.add(field.reverse().getOrDefault(code, code));
        }
        Fault fault = codes.contains(Status.UNMAPPED.word())
                ? new Fault(
                        "not understood",
                        "This answer is not understood and counts as unmapped.",
                        "Write one of: " + coder.allowed() + "; or add the spelling to schemas/spellings.",
                        true)
                : contradiction(c, codes);
        return new Reading(c.many() ? List.copyOf(codes) : codes.iterator().next(), fault);
    }

    private static @Nullable Fault contradiction(Characteristic c, Set<String> codes) {
        boolean contradicts = codes.size() > 1 && c.excludes().stream().anyMatch(codes::contains);
        return contradicts
                ? new Fault(
                        "answers contradict each other",
                        "One of these answers rules out the others.",
                        "Ask the person again, or leave only what is right.",
                        true)
                : null;
    }

    private static Object answer(Characteristic c, String code) {
        return c.many() ? List.of(code) : code;
    }

    /** A spelling may say a kind of not knowing by its word; the characteristic has its own code for it. */
    private static String status(Characteristic c, @Nullable String code) {
        if (code == null || code.equals(Spelling.ALL)) {
            return Status.UNMAPPED.word();
        }
        return Status.ofWord(code).filter(s -> s != Status.KNOWN).map(c::codeOf).orElse(code);
    }

    /** Of a count: the code, the upper group or everybody, and which of these it is. */
    Reading ofCount(String characteristic, String cell) {
        Characteristic c = specification.characteristics().get(characteristic);
        if (c == null) {
            boolean all = cell.isBlank() || cell.equalsIgnoreCase(Spelling.ALL) || cell.equalsIgnoreCase("total");
            return all ? Reading.of(List.of(Spelling.ALL, "all")) : notOfTheList();
        }
        Coder coder = coder(c.codelist());
        String group = coder.group(cell);
        String code = coder.code(cell);
        if (code != null) {
            return code.equals(Spelling.ALL)
                    ? Reading.of(List.of(code, "all"))
                    : Reading.of(List.of(status(c, code), "code"));
        }
        return group != null ? Reading.of(List.of(group, "group")) : notOfTheList();
    }

    private static Reading notOfTheList() {
        return Reading.fault(
                "not in the list",
                "This is no group of that characteristic.",
                "Write a group of the characteristic named in the same row, or 'All'.");
    }

    private static List<String> parts(Coder coder, String written, List<String> separators) {
        if (coder.code(written) != null || separators.isEmpty()) {
            return List.of(written);
        }
        List<String> parts = new ArrayList<>(List.of(written));
        for (String separator : separators) {
            List<String> finer = new ArrayList<>();
            for (String part : parts) {
                boolean whole = coder.code(part) != null || !part.contains(separator);
                finer.addAll(whole ? List.of(part) : List.of(part.split(Pattern.quote(separator))));
            }
            parts = finer.stream().map(Blanks::strip).filter(p -> !p.isEmpty()).toList();
        }
        return parts.isEmpty() ? List.of(written) : parts;
    }

    private Coder coder(@Nullable String list) {
        return coders.computeIfAbsent(String.valueOf(list), name -> new Coder(specification.codeList(name), provider));
    }
}
