package equalities.record;

import equalities.spec.Field;
import equalities.spec.Field.Workforce;
import equalities.spec.Layout;
import equalities.spec.StandardColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row while it is read: what stands in it by now, and what was found wrong. */
final class RowWork {
    private final RawRow row;
    private final Recognition.Recognised recognised;
    private final Map<Field, Integer> columns;
    private final Map<String, Object> values = new HashMap<>();
    private final Map<Workforce, Long> workforce = new LinkedHashMap<>();
    private final List<String> leftBlank = new ArrayList<>();
    private final List<Reason> errors = new ArrayList<>();
    private final List<Reason> warnings = new ArrayList<>();
    private boolean keyIsWrong;

    /** @param columns those of what was recognised, which are looked up for every cell: by the field itself */
    RowWork(RawRow row, Recognition.Recognised recognised, Map<Field, Integer> columns) {
        this.row = row;
        this.recognised = recognised;
        this.columns = columns;
        values.putAll(recognised.layout().constants());
    }

    /** Whether the file has the field's column. */
    boolean has(Field field) {
        return columns.containsKey(field);
    }

    /** What is written in the field's cell; empty where the file has no such column. */
    String cell(Field field) {
        Integer column = columns.get(field);
        return column == null ? "" : row.cell(column);
    }

    /** Whether the cell is blank, or says by a word of the layout that it is. */
    boolean isMissing(Field field) {
        String cell = cell(field);
        return cell.isEmpty() || layout().missingValues().contains(cell);
    }

    Layout layout() {
        return recognised.layout();
    }

    @Nullable
    Object value(@Nullable String column) {
        return values.get(column);
    }

    void put(String column, Object value) {
        values.put(column, value);
    }

    /** A column that another field of the same layout may have filled already. */
    void putIfAbsent(String column, Object value) {
        values.putIfAbsent(column, value);
    }

    /** The column of a characteristic that the row was asked for and has nothing of. */
    void leaveBlank(String column) {
        leftBlank.add(column);
    }

    /** Keeps a reading's value where the field says, and tells its fault. */
    void keep(Field field, Reading reading) {
        tell(field, reading.fault());
        Object value = reading.value();
        if (field.workforce() != null && value instanceof Long count) {
            workforce.put(field.workforce(), count);
        } else if (field.column() != null && value != null) {
            values.put(field.column(), value);
        }
    }

    void tell(Field field, @Nullable Fault fault) {
        if (fault == null) {
            return;
        }
        Integer column = columns.get(field);
        Reason reason = new Reason(
                row.sheet(),
                row.rowNumber(),
                column == null ? "" : recognised.place(row, column),
                column == null ? field.name() : recognised.headings().get(column),
                fault.rule(),
                fault.severity(),
                fault.message(),
                fault.fix());
        (fault.warning() ? warnings : errors).add(reason);
        keyIsWrong |=
                !fault.warning() && field.column() != null && layout().key().contains(field.column());
    }

    /** @param canonical the canonical columns, in order */
    RowOutcome outcome(List<String> canonical) {
        if (!errors.isEmpty()) {
            List<Reason> all = new ArrayList<>(errors);
            all.addAll(warnings);
            return new RowOutcome.Held(row, all, keyIsWrong ? null : key());
        }
        values.put(StandardColumns.LEFT_BLANK, List.copyOf(leftBlank));
        List<@Nullable Object> inOrder = new ArrayList<>();
        canonical.forEach(c -> inOrder.add(values.get(c)));
        return new RowOutcome.Accepted(row, inOrder, workforce, warnings, key());
    }

    private String key() {
        return Print.of(layout().key().stream()
                        .map(k -> String.valueOf(values.get(k)))
                        .toList())
                .hex();
    }
}
