package equalities.record;

import equalities.record.CellReader.Fault;
import equalities.record.CellReader.Reading;
import equalities.spec.Characteristic;
import equalities.spec.Field;
import equalities.spec.Field.Workforce;
import equalities.spec.Layout;
import equalities.spec.RowRule;
import equalities.spec.RowRule.Severity;
import equalities.spec.Specification;
import equalities.spec.Status;
import equalities.spec.Table;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of one sheet to canonical, validated, coded values, or to the reasons why not. For one thread. */
public final class RowStandardiser {
    private final Specification specification;
    private final Recognition.Recognised recognised;
    private final Layout layout;
    private final CellReader cells;
    private final List<String> columns;
    private final LocalDate firstDay;

    public RowStandardiser(
            Specification specification,
            Recognition.Recognised recognised,
            Register register,
            PersonKey key,
            String provider,
            LocalDate firstDay) {
        this.specification = specification;
        this.recognised = recognised;
        this.layout = recognised.layout();
        this.cells = new CellReader(specification, register, key, provider);
        this.columns = StandardColumns.of(layout, specification).stream()
                .map(Table.Column::name)
                .toList();
        this.firstDay = firstDay;
    }

    /** One row while it is read. */
    private static final class Work {
        final RawRow row;
        final Map<String, Object> values = new HashMap<>();
        final Map<Workforce, Long> workforce = new LinkedHashMap<>();
        final List<Reason> errors = new ArrayList<>();
        final List<Reason> warnings = new ArrayList<>();

        Work(RawRow row) {
            this.row = row;
        }
    }

    public RowOutcome standardise(RawRow row) {
        if (row.isBlank()) {
            return new RowOutcome.Blank(row);
        }
        Work work = new Work(row);
        work.values.putAll(layout.constants());
        layout.fields().stream()
                .filter(f -> f.ageOn() == null && f.codedBy() == null)
                .forEach(f -> read(work, f));
        layout.fields().stream().filter(f -> f.codedBy() != null).forEach(f -> readCount(work, f));
        layout.fields().stream().filter(f -> f.ageOn() != null).forEach(f -> readAge(work, f));
        layout.rules().forEach(rule -> check(work, rule));
        if (!work.errors.isEmpty()) {
            work.errors.addAll(work.warnings);
            return new RowOutcome.Held(row, work.errors);
        }
        List<@Nullable Object> values = new ArrayList<>();
        columns.forEach(c -> values.add(work.values.get(c)));
        return new RowOutcome.Accepted(row, values, work.workforce, work.warnings);
    }

    private void read(Work work, Field field) {
        Integer column = recognised.columns().get(field);
        String cell = column == null ? "" : work.row.cell(column);
        boolean missing = cell.isEmpty() || layout.missingValues().contains(cell);
        if (field.characteristic() != null) {
            readCharacteristic(work, field, column, cell, missing);
        } else if (missing) {
            required(work, field, column);
        } else {
            Reading reading = repaired(work, field, cells.plain(field, cell));
            tell(work, field, column, reading.fault());
            keep(work, field, reading.value());
        }
    }

    private static void keep(Work work, Field field, @Nullable Object value) {
        if (field.workforce() != null && value instanceof Long count) {
            work.workforce.put(field.workforce(), count);
        } else if (field.column() != null && value != null) {
            work.values.put(field.column(), value);
        }
    }

    private void readCharacteristic(Work work, Field field, @Nullable Integer column, String cell, boolean missing) {
        Characteristic c = specification.characteristic(String.valueOf(field.characteristic()));
        if (column == null) {
            String none = Status.NOT_COLLECTED.word();
            work.values.putIfAbsent(c.column(), c.many() ? List.of(none) : none);
            return;
        }
        Reading reading = cells.characteristic(field, cell, missing);
        tell(work, field, column, reading.fault());
        if (reading.value() != null) {
            work.values.put(c.column(), reading.value());
        }
    }

    /** What is not understood may be understood by another column, which is then said. */
    private Reading repaired(Work work, Field field, Reading reading) {
        if (reading.fault() == null || field.orElse() == null) {
            return reading;
        }
        Field other = layout.fields().stream()
                .filter(f -> f.name().equals(field.orElse()))
                .findFirst()
                .orElseThrow();
        Integer column = recognised.columns().get(other);
        Reading second = column == null ? reading : cells.plain(field, work.row.cell(column));
        return second.fault() != null
                ? reading
                : new Reading(
                        second.value(),
                        new Fault(
                                "understood by another column",
                                "This is not in the list; the row was understood by '" + other.name() + "'.",
                                reading.fault().fix(),
                                true));
    }

    private void required(Work work, Field field, @Nullable Integer column) {
        if (field.constraints().required()) {
            tell(work, field, column, new Fault("required", "'" + field.name() + "' is empty.", "Fill it in.", false));
        } else if (field.many() && field.column() != null) {
            work.values.put(field.column(), List.of());
        }
    }

    private void readCount(Work work, Field field) {
        Integer column = recognised.columns().get(field);
        String cell = column == null ? "" : work.row.cell(column);
        Object characteristic = work.values.get(field.codedBy());
        if (characteristic == null) {
            return;
        }
        Reading reading = cells.ofCount(characteristic.toString(), cell);
        tell(work, field, column, reading.fault());
        if (reading.value() instanceof List<?> both && field.column() != null) {
            work.values.put(field.column(), both.get(0));
            work.values.put(StandardColumns.LEVEL, both.get(1));
        }
    }

    private void readAge(Work work, Field field) {
        Integer column = recognised.columns().get(field);
        String cell = column == null ? "" : work.row.cell(column);
        Characteristic age = specification.characteristic("age");
        if (cell.isEmpty() || layout.missingValues().contains(cell)) {
            required(work, field, column);
            work.values.put(age.column(), column == null ? Status.NOT_COLLECTED.word() : age.notRecorded());
            return;
        }
        Reading reading = cells.plain(field, cell);
        tell(work, field, column, reading.fault());
        if (reading.value() instanceof LocalDate born && work.values.get(field.ageOn()) instanceof LocalDate on) {
            long years = ChronoUnit.YEARS.between(born, on.isBefore(firstDay) ? firstDay : on);
            if (born.isAfter(on) || years > 120) {
                tell(
                        work,
                        field,
                        column,
                        new Fault(
                                "age not possible",
                                "By this date of birth the person is not yet born or over 120.",
                                "Mend the date of birth.",
                                false));
            } else {
                work.values.put("age", years);
                work.values.put(age.column(), age.band((int) years));
            }
        }
    }

    private void check(Work work, RowRule rule) {
        boolean holds = rule.when().entrySet().stream()
                .allMatch(e -> e.getValue().contains(String.valueOf(work.values.get(e.getKey()))));
        Object value = work.values.get(rule.field());
        if (!holds || value == null) {
            return;
        }
        boolean early = rule.notBefore() != null
                && value instanceof LocalDate date
                && work.values.get(rule.notBefore()) instanceof LocalDate first
                && date.isBefore(first);
        boolean uneven = rule.multipleOf() != null && value instanceof Long number && number % rule.multipleOf() != 0;
        if (early || uneven) {
            Field field = layout.fields().stream()
                    .filter(f -> rule.field().equals(f.column()))
                    .findFirst()
                    .orElseThrow();
            tell(
                    work,
                    field,
                    recognised.columns().get(field),
                    new Fault(
                            rule.rule(),
                            "The rule of the return is broken: " + rule.rule() + ".",
                            early ? "Mend one of the two dates." : "Send the figure as it was published.",
                            rule.severity() == Severity.WARNING));
        }
    }

    private void tell(Work work, Field field, @Nullable Integer column, @Nullable Fault fault) {
        if (fault == null) {
            return;
        }
        Severity severity = fault.warning() ? Severity.WARNING : Severity.ERROR;
        Reason reason = new Reason(
                work.row.sheet(),
                work.row.rowNumber(),
                column == null ? "" : SourceFile.columnLetter(column),
                column == null ? field.name() : recognised.headings().get(column),
                fault.rule(),
                severity,
                fault.message(),
                fault.fix());
        (severity == Severity.ERROR ? work.errors : work.warnings).add(reason);
    }
}
