package equalities.record;

import equalities.spec.Characteristic;
import equalities.spec.Field;
import equalities.spec.Layout;
import equalities.spec.Specification;
import equalities.spec.StandardColumns;
import equalities.spec.StandardColumns.StandardColumn;
import equalities.spec.Status;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Rows of one sheet to canonical, validated, coded values, or to the reasons why not. For one thread. */
final class RowStandardiser {
    private final Specification specification;
    private final Recognition.Recognised recognised;
    private final Layout layout;
    private final CellReader cells;
    private final AnswerReader answers;
    private final AgeReader ages;
    private final RowForm form;
    private final PseudonymWriter pseudonyms;
    private final List<String> columns;
    private final Map<Field, Integer> cellOf = new IdentityHashMap<>();
    private final List<Field> plain;
    private final List<Field> counts;
    private final List<Field> born;

    /** @param firstDay the first day of the period */
    RowStandardiser(
            Specification specification,
            Recognition.Recognised recognised,
            Register register,
            PersonKey key,
            Coders coders,
            LocalDate firstDay) {
        this.specification = specification;
        this.recognised = recognised;
        this.layout = recognised.layout();
        this.cells = new CellReader(coders, register, key, recognised.dates());
        this.answers = new AnswerReader(specification, coders);
        this.ages = new AgeReader(specification, cells, firstDay);
        this.form = new RowForm(recognised);
        this.pseudonyms = new PseudonymWriter(specification, cells, key);
        this.columns = StandardColumns.of(layout, specification).stream()
                .map(StandardColumn::name)
                .toList();
        for (Field field : layout.fields()) {
            Integer column = recognised.columns().get(field);
            if (column != null) {
                cellOf.put(field, column);
            }
        }
        this.plain = fields(f -> f.ageOn() == null && f.codedBy() == null);
        this.counts = fields(f -> f.codedBy() != null);
        this.born = fields(f -> f.ageOn() != null);
    }

    private List<Field> fields(Predicate<Field> wanted) {
        return layout.fields().stream().filter(wanted).toList();
    }

    RowOutcome standardise(RawRow row) {
        if (row.isBlank()) {
            return new RowOutcome.Blank(row);
        }
        RowWork work = new RowWork(row, recognised, cellOf);
        plain.forEach(f -> read(work, f));
        counts.forEach(f -> readCount(work, f));
        born.forEach(f -> readAge(work, f));
        layout.pseudonyms().forEach(p -> pseudonyms.write(work, p));
        layout.rules().forEach(rule -> RowRules.check(work, rule));
        return form.judge(work.outcome(columns));
    }

    private void read(RowWork work, Field field) {
        if (field.characteristic() != null) {
            readCharacteristic(work, field, specification.characteristic(field.characteristic()));
        } else if (work.isMissing(field)) {
            required(work, field);
        } else {
            work.keep(field, repaired(work, field, cells.plain(field, work.cell(field))));
        }
    }

    private void readCharacteristic(RowWork work, Field field, Characteristic c) {
        if (!work.has(field)) {
            String none = Status.NOT_COLLECTED.word();
            work.putIfAbsent(c.column(), c.many() ? List.of(none) : none);
            return;
        }
        if (work.isMissing(field)) {
            work.leaveBlank(c.column());
        }
        Reading reading = answers.ofPerson(field, c, work.cell(field), work.isMissing(field));
        work.tell(field, reading.fault());
        if (reading.value() != null) {
            work.put(c.column(), reading.value());
        }
    }

    /** What is not understood may be understood by another column, which is then said. */
    private Reading repaired(RowWork work, Field field, Reading reading) {
        Fault fault = reading.fault();
        if (fault == null || field.orElse() == null) {
            return reading;
        }
        Field other = layout.fields().stream()
                .filter(f -> f.name().equals(field.orElse()))
                .findFirst()
                .orElseThrow();
        Reading second = work.has(other) ? cells.plain(field, work.cell(other)) : reading;
        String message = "This is not in the list; the row was understood by '" + other.name() + "'.";
        return second.fault() != null
                ? reading
                : new Reading(second.value(), Fault.warning("understood by another column", message, fault.fix()));
    }

    private static void required(RowWork work, Field field) {
        if (field.constraints().required()) {
            work.tell(field, Fault.error("required", "'" + field.name() + "' is empty.", "Fill it in."));
        } else if (field.many() && field.column() != null) {
            work.put(field.column(), List.of());
        }
    }

    private void readCount(RowWork work, Field field) {
        Object characteristic = work.value(field.codedBy());
        if (characteristic == null) {
            return;
        }
        Reading reading = answers.ofCount(field, characteristic.toString(), work.cell(field));
        work.tell(field, reading.fault());
        if (reading.value() instanceof List<?> both && field.column() != null) {
            work.put(field.column(), both.get(0));
            work.put(StandardColumns.CODE_LEVEL, both.get(1));
        }
    }

    private void readAge(RowWork work, Field field) {
        if (work.isMissing(field)) {
            required(work, field);
        }
        ages.read(work, field);
    }
}
