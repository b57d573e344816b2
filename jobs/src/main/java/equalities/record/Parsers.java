package equalities.record;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Written dates, numbers, truths and NHS numbers as values; null for what is none. */
final class Parsers {
    private static final List<DateTimeFormatter> DATES = List.of(
            date("d/M/uuuu"),
            date("uuuu-M-d"),
            date("d-M-uuuu"),
            date("d.M.uuuu"),
            date("d MMM uuuu"),
            date("d MMMM uuuu"));
    private static final Map<String, Boolean> TRUTHS = Map.of(
            "y", true, "yes", true, "true", true, "1", true, "n", false, "no", false, "false", false, "0", false);

    private Parsers() {}

    private static DateTimeFormatter date(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.UK)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** A day of the calendar in one of the forms people write; a year of two digits is none. */
    static @Nullable LocalDate day(String written) {
        String day = written.replaceFirst("[T ]00:00(:00(\\.0+)?)?$", "");
        for (DateTimeFormatter form : DATES) {
            try {
                return LocalDate.parse(day, form);
            } catch (DateTimeParseException another) {
                // The next form may fit.
            }
        }
        return null;
    }

    static @Nullable Long integer(String written) {
        String digits = written.replaceAll("(?<=\\d),(?=\\d{3}(\\D|$))", "").replaceFirst("\\.0+$", "");
        return digits.matches("[-+]?\\d{1,18}") ? Long.valueOf(digits) : null;
    }

    static @Nullable Double number(String written) {
        String digits = written.replaceAll("(?<=\\d),(?=\\d{3}(\\D|$))", "");
        return digits.matches("[-+]?\\d{1,18}(\\.\\d{1,18})?") ? Double.valueOf(digits) : null;
    }

    static @Nullable Boolean truth(String written) {
        return TRUTHS.get(written.toLowerCase(Locale.ROOT));
    }

    /** The ten digits of an NHS number whose check digit fits (NHS Data Dictionary, NHS NUMBER), or null. */
    static @Nullable String nhsNumber(String written) {
        String digits = written.replaceAll("[ -]", "");
        if (!digits.matches("\\d{10}")) {
            return null;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (digits.charAt(i) - '0') * (10 - i);
        }
        int check = (11 - sum % 11) % 11;
        return check == digits.charAt(9) - '0' ? digits : null;
    }
}
