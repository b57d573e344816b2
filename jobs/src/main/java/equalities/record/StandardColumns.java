package equalities.record;

import equalities.spec.Characteristic;
import equalities.spec.Field;
import equalities.spec.Layout;
import equalities.spec.Specification;
import equalities.spec.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The canonical columns that a layout fills, in order. */
public final class StandardColumns {
    /** Whether a count is of a code, of an upper group or of everybody. */
    static final String LEVEL = "code_level";

    private StandardColumns() {}

    public static List<Table.Column> of(Layout layout, Specification specification) {
        Map<String, Table.Type> columns = new LinkedHashMap<>();
        for (Field field : layout.fields()) {
            add(field, specification, columns);
        }
        layout.constants().keySet().stream().sorted().forEach(c -> columns.putIfAbsent(c, Table.Type.STRING));
        List<Table.Column> all = new ArrayList<>();
        columns.forEach((name, type) -> all.add(new Table.Column(name, type, "", null, List.of())));
        return all;
    }

    private static void add(Field field, Specification specification, Map<String, Table.Type> columns) {
        if (field.characteristic() != null) {
            Characteristic c = specification.characteristic(field.characteristic());
            columns.put(c.column(), c.many() ? Table.Type.STRINGS : Table.Type.STRING);
        } else if (field.ageOn() != null) {
            columns.put("age", Table.Type.INTEGER);
            columns.put(specification.characteristic("age").column(), Table.Type.STRING);
        } else if (field.column() != null) {
            columns.put(field.column(), field.many() ? Table.Type.STRINGS : type(field));
            if (field.codedBy() != null) {
                columns.put(LEVEL, Table.Type.STRING);
            }
        }
    }

    private static Table.Type type(Field field) {
        return switch (field.type()) {
            case STRING -> Table.Type.STRING;
            case INTEGER, YEAR -> Table.Type.INTEGER;
            case NUMBER -> Table.Type.NUMBER;
            case DATE -> Table.Type.DATE;
            case BOOLEAN -> Table.Type.BOOLEAN;
        };
    }
}
