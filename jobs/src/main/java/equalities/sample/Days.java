package equalities.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Days as returns write them, and ages on them. */
final class Days {
    private static final DateTimeFormatter BRITISH = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Days() {}

    static String written(LocalDate day) {
        return day.format(BRITISH);
    }

    static LocalDate read(String written) {
        return LocalDate.parse(written, BRITISH);
    }

    /** In whole years on that day, or at the period's start where that is later. */
    static int age(LocalDate born, LocalDate on, LocalDate firstDay) {
        return (int) ChronoUnit.YEARS.between(born, on.isBefore(firstDay) ? firstDay : on);
    }
}
