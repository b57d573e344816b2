package equalities.record;

import equalities.record.PersonKey.Pseudonyms;
import equalities.spec.Field;
import equalities.spec.Status;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one cell as its field says: a typed, constrained or coded value; characteristics are {@link AnswerReader}'s. */
final class CellReader {
    private final Register register;
    private final Pseudonyms pseudonyms;
    private final Coders coders;
    private final DateForms dates;
    private final ConstraintCheck constraints = new ConstraintCheck();

    CellReader(Coders coders, Register register, PersonKey key, DateForms dates) {
        this.coders = coders;
        this.dates = dates;
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
        return typed.fault() == null ? constraints.check(field, written, typed) : typed;
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
        if (field.type() == Field.Type.DATE) {
            return dates.read(field, written);
        }
        Object value = switch (field.type()) {
            case STRING, DATE -> formatted(field, written);
            case INTEGER, YEAR -> Parsers.integer(written);
            case NUMBER -> Parsers.number(written);
            case BOOLEAN -> Parsers.truth(written);
        };
        return value != null ? Reading.of(value) : mistyped(field, written);
    }

    private static Reading mistyped(Field field, String written) {
        return switch (field.type()) {
            case INTEGER, YEAR ->
                Reading.fault("not a whole number", "This is not a whole number.", "Write digits only.");
            case NUMBER -> Reading.fault("not a number", "This is not a number.", "Write digits and one point.");
            case BOOLEAN -> Reading.fault("neither yes nor no", "This is neither yes nor no.", "Write Yes or No.");
            case STRING, DATE ->
                "site_code".equals(field.format())
                        ? Reading.fault(
                                "site not registered",
                                "Nobody registered this site for the period.",
                                "Mend the code, or add the site to register/sites.csv.")
                        : notAnNhsNumber(written);
        };
    }

    private static Reading notAnNhsNumber(String written) {
        return Parsers.isRounded(written)
                ? Reading.fault(
                        "not an NHS number",
                        "A spreadsheet has made a rounded number of this NHS number; its last digits are lost.",
                        "Format the column as text and copy the number again from the record.")
                : Reading.fault(
                        "not an NHS number",
                        "This is not an NHS number of ten digits whose check digit fits.",
                        "Copy the number again from the record.");
    }

    private @Nullable Object formatted(Field field, String written) {
        String text = "site_code".equals(field.format())
                ? register.siteCode(written)
                : "nhs_number".equals(field.format()) ? Parsers.nhsNumber(written) : written;
        return text != null && field.pseudonym() ? pseudonyms.of(text) : text;
    }
}
