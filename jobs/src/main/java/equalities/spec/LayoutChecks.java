package equalities.spec;

import equalities.spec.StandardColumns.StandardColumn;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether every name in a layout leads to a list, a characteristic, a table or a column. */
final class LayoutChecks {
    private final Specification specification;
    private final Layout layout;
    private final String file;

    LayoutChecks(Specification specification, Layout layout) {
        this.specification = specification;
        this.layout = layout;
        this.file = "schemas/returns/" + layout.returnName() + "/" + layout.name() + ".yaml";
    }

    void check() {
        layout.fields().forEach(this::checkNames);
        checkHeadings();
        Map<String, StandardColumn> columns = columns();
        columns.values().forEach(this::checkTable);
        layout.key().forEach(column -> mustHave(columns, column, "key"));
        for (Field field : layout.fields()) {
            mustHave(columns, field.ageOn(), field.name() + ", age_on");
            mustHave(columns, field.codedBy(), field.name() + ", coded_by");
        }
        for (Layout.Pseudonym pseudonym : layout.pseudonyms()) {
            mustHave(columns, pseudonym.requiredWithout(), pseudonym.column() + ", required_without");
            for (String heading : pseudonym.of()) {
                if (layout.fields().stream().noneMatch(f -> f.name().equals(heading))) {
                    throw fault(
                            pseudonym.column(), "is of the heading '" + heading + "', which no field has", "Mend it.");
                }
            }
        }
        for (RowRule rule : layout.rules()) {
            mustHave(columns, rule.field(), "rule '" + rule.rule() + "', field");
            mustHave(columns, rule.notBefore(), "rule '" + rule.rule() + "', not_before");
            rule.when().keySet().forEach(column -> mustHave(columns, column, "rule '" + rule.rule() + "', when"));
        }
    }

    private void checkNames(Field field) {
        if (field.codelist() != null) {
            specification.codeList(field.codelist());
        }
        if (field.characteristic() != null) {
            specification.characteristic(field.characteristic());
        }
        if (field.workforce() != null) {
            specification.characteristic(field.workforce().characteristic());
        }
        if (field.ageOn() != null
                && StandardColumns.banded(field, specification).isEmpty()) {
            throw fault(field.name(), "gives an age, but no characteristic has bands", "Add bands to one.");
        }
        if (field.pseudonym() && field.column() == null) {
            throw fault(field.name(), "is a pseudonym without a column", "Add column.");
        }
    }

    private void checkHeadings() {
        Set<String> seen = new HashSet<>();
        for (Field field : layout.fields()) {
            for (String heading : field.headings()) {
                if (!seen.add(heading)) {
                    throw fault(field.name(), "goes by the heading '" + heading + "' of another field", "Keep one.");
                }
            }
        }
        for (Field field : layout.fields()) {
            if (field.orElse() != null && !seen.contains(Words.normalise(field.orElse()))) {
                throw fault(field.name(), "has or_else " + field.orElse() + ", which is no heading here", "Mend it.");
            }
        }
    }

    private Map<String, StandardColumn> columns() {
        List<StandardColumn> all = StandardColumns.of(layout, specification);
        return all.stream().collect(Collectors.toMap(StandardColumn::name, Function.identity(), (a, b) -> {
            if (a.equals(b)) {
                return a;
            }
            throw fault(a.name(), "is filled twice", "Keep one of the fields or constants that fill it.");
        }));
    }

    private void checkTable(StandardColumn column) {
        Table.Column target = specification
                .table(layout.fills())
                .column(column.name())
                .orElseThrow(() -> fault(
                        column.name(),
                        "is not a column of " + layout.fills(),
                        "Add it to schemas/tables/" + layout.fills() + ".yaml."));
        if (target.type() != column.type()) {
            throw fault(
                    column.name(),
                    "is " + word(column.type()) + " here and " + word(target.type()) + " in " + layout.fills(),
                    "Mend one of the two.");
        }
    }

    private static String word(Table.Type type) {
        return type.name().toLowerCase(java.util.Locale.ROOT);
    }

    private void mustHave(Map<String, StandardColumn> columns, @Nullable String column, String where) {
        if (column != null && !columns.containsKey(column)) {
            throw fault(
                    where,
                    "names the column " + column + ", which no field fills",
                    "Name one of: " + columns.keySet().stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
    }

    private SpecificationException fault(String where, String what, String mend) {
        return CrossChecks.fault(file + ", " + where, what, mend);
    }
}
