package equalities.record;

import equalities.spec.Field;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a sheet writes its dates.
 *
 * @param monthFirst names of the fields whose column shows that it has the month before the day
 * @param serials whether a bare number may be a day as workbooks count them
 */
record DateForms(Set<String> monthFirst, boolean serials) implements Serializable {
    /** The day before the month, and no numbers of workbooks. */
    static final DateForms BRITISH = new DateForms(Set.of(), false);

    private static final Pattern SERIAL = Pattern.compile("[2-7]\\d{4}(\\.\\d+)?");
    private static final Pattern NUMBERS = Pattern.compile("^([0-3]?\\d)[/.-]([0-3]?\\d)[/.-]\\d{4}\\b");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    DateForms {
        monthFirst = Set.copyOf(monthFirst);
    }

    Reading read(Field field, String written) {
        if (monthFirst.contains(field.name())) {
            return monthFirst(written);
        }
        LocalDate day = WrittenDate.day(written);
        if (day == null && serials && SERIAL.matcher(written).matches()) {
            day = DAY_ZERO.plusDays((long) Double.parseDouble(written));
        }
        return day != null ? Reading.of(day) : fault(written);
    }

    /** In such a column a date with two small numbers may be either, and stays where it is. */
    private static Reading monthFirst(String written) {
        LocalDate american = WrittenDate.monthFirst(written);
        LocalDate british = WrittenDate.day(written);
        if (american == null) {
            return british != null ? Reading.of(british) : fault(written);
        }
        if (british != null && !british.equals(american)) {
            return Reading.fault(
                    "day or month first",
                    "This column has dates with the month first, and this one may be read either way.",
                    "Write the dates of the column as 31/01/2025, or with the month in letters: 31 Jan 2025.");
        }
        return new Reading(
                american,
                british != null
                        ? null
                        : Fault.warning(
                                "month before day",
                                "This date has the month before the day, as its column shows.",
                                "Write the date as 31/01/2025."));
    }

    private static Reading fault(String written) {
        return Reading.fault("not a date", what(written), "Write the date as 31/01/2025.");
    }

    private static String what(String written) {
        if (WrittenDate.hasTwoDigitYear(written)) {
            return "The year has two digits, and which century is meant cannot be told.";
        }
        if (SERIAL.matcher(written).matches()) {
            return "This is a number as spreadsheets keep dates; where its count begins is not in the file.";
        }
        return WrittenDate.monthFirst(written) != null
                ? "This is a day only with the month first, and its column does not show that it is written so."
                : "This is not a day of the calendar with a year of four digits.";
    }

    /** A day of 1900 in the order that the date can only have; nothing where it tells no order. */
    static String evidence(String written) {
        Boolean monthFirst = Scan.order(written);
        return monthFirst == null ? "" : monthFirst ? "01/31/1900" : "31/01/1900";
    }

    /** Looks at all dates of a sheet, to see in which order its columns have them. */
    static final class Scan {
        private final Recognition.Recognised recognised;
        private final Map<String, Boolean> monthFirst = new HashMap<>();

        Scan(Recognition.Recognised recognised) {
            this.recognised = recognised;
        }

        void see(RawRow row) {
            recognised.columns().forEach((field, column) -> {
                Boolean order = field.type() == Field.Type.DATE ? order(row.cell(column)) : null;
                if (order != null) {
                    monthFirst.merge(field.name(), order, Boolean::logicalAnd);
                }
            });
        }

        /** Whether it can only have the month first; null where it tells nothing. */
        private static @Nullable Boolean order(String written) {
            Matcher numbers = NUMBERS.matcher(written);
            if (written.length() < 8 || !Character.isDigit(written.charAt(0)) || !numbers.find()) {
                return null;
            }
            boolean firstIsDay = Integer.parseInt(numbers.group(1)) > 12;
            boolean secondIsDay = Integer.parseInt(numbers.group(2)) > 12;
            return firstIsDay == secondIsDay ? null : Boolean.valueOf(secondIsDay);
        }

        DateForms forms(boolean delimited) {
            Set<String> fields = new HashSet<>();
            monthFirst.forEach((field, first) -> {
                if (first) {
                    fields.add(field);
                }
            });
            return new DateForms(fields, !delimited);
        }
    }
}
