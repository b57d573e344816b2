package equalities.record;

import equalities.spec.Characteristic;
import equalities.spec.Field;
import equalities.spec.Specification;
import equalities.spec.StandardColumns;
import equalities.spec.Status;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Makes an age and its band of a date of birth, which is then forgotten. */
final class AgeReader {
    private static final int OLDEST = 120;

    private final Specification specification;
    private final CellReader cells;
    private final LocalDate firstDay;

    /** @param firstDay of the period: the age is that of the later of it and the field's own day */
    AgeReader(Specification specification, CellReader cells, LocalDate firstDay) {
        this.specification = specification;
        this.cells = cells;
        this.firstDay = firstDay;
    }

    void read(RowWork work, Field field) {
        Characteristic age = StandardColumns.banded(field, specification).orElseThrow();
        if (work.isMissing(field)) {
            if (work.has(field)) {
                work.leaveBlank(age.column());
            }
            work.put(age.column(), work.has(field) ? age.notRecorded() : Status.NOT_COLLECTED.word());
            return;
        }
        Reading reading = born(work, field);
        work.tell(field, reading.fault());
        if (reading.value() instanceof LocalDate born && work.value(field.ageOn()) instanceof LocalDate on) {
            keep(work, field, age, ageOn(born, on));
        }
    }

    /** Of a year of two digits the century is told by the age, where one century alone makes an age that can be. */
    private Reading born(RowWork work, Field field) {
        Reading written = cells.plain(field, work.cell(field));
        if (written.value() == null && work.value(field.ageOn()) instanceof LocalDate on) {
            List<LocalDate> possible = WrittenDate.ofTwoDigits(work.cell(field), on).stream()
                    .filter(day -> ageOn(day, on) <= OLDEST)
                    .toList();
            if (possible.size() == 1) {
                return new Reading(
                        possible.get(0),
                        Fault.warning(
                                "year of two digits",
                                "The year has two digits; the person can only have been born in one century.",
                                "Write the year with four digits."));
            }
        }
        return written;
    }

    /** In whole years, on the day or at the period's start where that is later; negative before birth. */
    private long ageOn(LocalDate born, LocalDate on) {
        return born.isAfter(on) ? -1 : ChronoUnit.YEARS.between(born, on.isBefore(firstDay) ? firstDay : on);
    }

    private static void keep(RowWork work, Field field, Characteristic age, long years) {
        if (years < 0 || years > OLDEST) {
            work.tell(
                    field,
                    Fault.error(
                            "age not possible",
                            "By this date of birth the person is not yet born or over 120.",
                            "Mend the date of birth."));
        } else {
            work.put(String.valueOf(field.column()), years);
            work.put(age.column(), age.band((int) years));
        }
    }
}
