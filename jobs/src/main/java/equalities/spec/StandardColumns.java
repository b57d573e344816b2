package equalities.spec;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns of a standardised row, in order: what the fields of a layout fill, its pseudonyms, its constants. */
public final class StandardColumns {
    /** The level of a count's code: {@code code}, {@code group} or {@code all}. */
    public static final String CODE_LEVEL = "code_level";

    /** The columns of characteristics that a row leaves blank, where the table's contract has it. */
    public static final String LEFT_BLANK = "left_blank";

    private StandardColumns() {}

    /** One column of a standardised row. */
    public record StandardColumn(String name, Table.Type type) implements Serializable {}

    public static List<StandardColumn> of(Layout layout, Specification specification) {
        List<StandardColumn> columns = new ArrayList<>();
        for (Field field : layout.fields()) {
            columns.addAll(of(field, specification));
        }
        layout.pseudonyms().forEach(p -> columns.add(new StandardColumn(p.column(), Table.Type.STRING)));
        layout.constants().keySet().stream()
                .sorted()
                .forEach(name -> columns.add(new StandardColumn(name, Table.Type.STRING)));
        if (specification.table(layout.fills()).column(LEFT_BLANK).isPresent()) {
            columns.add(new StandardColumn(LEFT_BLANK, Table.Type.STRINGS));
        }
        return columns.stream().distinct().toList();
    }

    /** The characteristic whose bands a date of birth fills besides the age. */
    public static Optional<Characteristic> banded(Field field, Specification specification) {
        return field.ageOn() == null
                ? Optional.empty()
                : specification.personCharacteristics().stream()
                        .filter(c -> !c.bands().isEmpty())
                        .findFirst();
    }

    private static List<StandardColumn> of(Field field, Specification specification) {
        List<StandardColumn> columns = new ArrayList<>();
        if (field.characteristic() != null) {
            Characteristic c = specification.characteristic(field.characteristic());
            columns.add(new StandardColumn(c.column(), text(c.many())));
        } else if (field.column() != null) {
            columns.add(new StandardColumn(field.column(), type(field)));
        }
        banded(field, specification).ifPresent(c -> columns.add(new StandardColumn(c.column(), Table.Type.STRING)));
        if (field.codedBy() != null) {
            columns.add(new StandardColumn(CODE_LEVEL, Table.Type.STRING));
        }
        return columns;
    }

    private static Table.Type type(Field field) {
        if (field.ageOn() != null) {
            return Table.Type.INTEGER;
        }
        if (field.codelist() != null || field.many()) {
            return text(field.many());
        }
        return switch (field.type()) {
            case STRING -> Table.Type.STRING;
            case INTEGER, YEAR -> Table.Type.INTEGER;
            case NUMBER -> Table.Type.NUMBER;
            case DATE -> Table.Type.DATE;
            case BOOLEAN -> Table.Type.BOOLEAN;
        };
    }

    private static Table.Type text(boolean many) {
        return many ? Table.Type.STRINGS : Table.Type.STRING;
    }
}
