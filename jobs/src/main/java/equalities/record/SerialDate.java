package equalities.record;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as spreadsheets keep them: a count of days, and a format that says to show it as a date (ECMA-376, 18.8.30). */
final class SerialDate {
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|\\[(?!h|m|s)[^\\]]*\\]|_.|\\*.");
    private static final Pattern DAYS = Pattern.compile("(?i).*[yd].*|(?i).*m{3,}.*");
    private static final Pattern TIMES = Pattern.compile("(?i).*(h|s|\\[m).*");
    /** Excel believes that 1900 had a 29 February; serial numbers from here on are right. */
    private static final int AFTER_THE_FALSE_DAY = 60;

    private SerialDate() {}

    /** The date, time or both that a format shows for a number; null when it shows a number. */
    static @Nullable String shown(double serial, @Nullable String format, boolean from1904) {
        String signs =
                format == null ? "" : LITERALS.matcher(format.split(";")[0]).replaceAll("");
        boolean general = signs.toLowerCase(java.util.Locale.ROOT).contains("general");
        boolean days = !general && DAYS.matcher(signs).matches();
        boolean times = !general && TIMES.matcher(signs).matches();
        boolean outside = serial < 0 || serial > 2_958_466;
        if (outside || signs.indexOf('#') >= 0 || signs.indexOf('0') >= 0 && !times || !(days || times)) {
            return null;
        }
        LocalDateTime moment = moment(serial, from1904);
        boolean midnight = moment.toLocalTime().toSecondOfDay() == 0;
        if (!days) {
            return serial < 1 ? moment.toLocalTime().toString() : null;
        }
        return midnight || !times ? moment.toLocalDate().toString() : moment.toLocalDate() + " " + moment.toLocalTime();
    }

    private static LocalDateTime moment(double serial, boolean from1904) {
        LocalDate first = from1904
                ? LocalDate.of(1904, 1, 1)
                : serial < AFTER_THE_FALSE_DAY ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
        long day = (long) Math.floor(serial);
        long seconds = Math.round((serial - day) * ChronoUnit.DAYS.getDuration().toSeconds());
        return first.plusDays(day).atStartOfDay().plusSeconds(seconds);
    }
}
