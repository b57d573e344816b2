package equalities.record;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A date in one of the forms people write. The British order is read, day before month; what is written in letters or
 * starts with the year has one order only.
 */
final class WrittenDate {
    private static final Pattern TIME = Pattern.compile(
            "(t|,? +)\\d{1,2}[:.]\\d{2}([:.]\\d{2}([.,]\\d+)?)?( ?[ap]\\.?m\\.?)?( ?(z|utc|gmt|bst|[+-]\\d{2}:?\\d{2}))?$");
    private static final Pattern WEEKDAY =
            Pattern.compile("^(mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(day|sday|nesday|rsday|urday)?[., ]+");
    private static final Pattern ORDINAL = Pattern.compile("\\b(\\d{1,2})(st|nd|rd|th)\\b( of\\b)?");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})([/.\\- ])(\\d{1,2})\\2(\\d{4}|\\d{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([/.\\- ]?)(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern NAMED = Pattern.compile("(\\d{1,2})[ /.\\-]*([a-z]{3,9})[., /\\-]*(\\d{4}|\\d{2})");
    private static final Pattern NAME_FIRST = Pattern.compile("([a-z]{3,9})[. ]+(\\d{1,2})[, ]+(\\d{4})");
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private WrittenDate() {}

    /** Two numbers and a year, before anything is said of their order. */
    private record Parts(int first, int second, String year) {
        @Nullable
        LocalDate dayFirst(int ofYear) {
            return date(ofYear, second, first);
        }
    }

    /** The day of the calendar, or null: no such day, no date, a weekday that is not its own, or a year of two digits. */
    static @Nullable LocalDate day(String written) {
        Parts numbers = numbers(written);
        if (numbers != null) {
            return numbers.year().length() == 4 ? numbers.dayFirst(Integer.parseInt(numbers.year())) : null;
        }
        String text = cleaned(written);
        LocalDate named = named(text);
        return named != null ? withItsWeekday(written, named) : yearFirst(text);
    }

    /** The same two numbers with the month before the day, or null where it is written otherwise or is no day. */
    static @Nullable LocalDate monthFirst(String written) {
        Parts numbers = numbers(written);
        return numbers == null || numbers.year().length() != 4
                ? null
                : date(Integer.parseInt(numbers.year()), numbers.first(), numbers.second());
    }

    /** The days that a date with a year of two digits may be, the latest first, none after a last day. */
    static List<LocalDate> ofTwoDigits(String written, LocalDate last) {
        return Stream.of(2000, 1900)
                .map(century -> inCentury(written, century))
                .flatMap(Optional::stream)
                .filter(day -> !day.isAfter(last))
                .toList();
    }

    /** Whether it is a date but for the century. */
    static boolean hasTwoDigitYear(String written) {
        return inCentury(written, 2000).isPresent();
    }

    private static Optional<LocalDate> inCentury(String written, int century) {
        Parts numbers = numbers(written);
        if (numbers != null) {
            return numbers.year().length() != 2
                    ? Optional.empty()
                    : Optional.ofNullable(numbers.dayFirst(century + Integer.parseInt(numbers.year())));
        }
        Matcher named = NAMED.matcher(cleaned(written));
        return named.matches() && named.group(3).length() == 2
                ? Optional.ofNullable(
                        date(century + number(named.group(3)), month(named.group(2)), number(named.group(1))))
                : Optional.empty();
    }

    private static @Nullable Parts numbers(String written) {
        Matcher matcher = NUMBERS.matcher(cleaned(written));
        return matcher.matches()
                ? new Parts(number(matcher.group(1)), number(matcher.group(3)), matcher.group(4))
                : null;
    }

    private static @Nullable LocalDate named(String text) {
        Matcher named = NAMED.matcher(text);
        if (named.matches()) {
            return named.group(3).length() == 4
                    ? date(number(named.group(3)), month(named.group(2)), number(named.group(1)))
                    : null;
        }
        Matcher nameFirst = NAME_FIRST.matcher(text);
        return nameFirst.matches()
                ? date(number(nameFirst.group(3)), month(nameFirst.group(1)), number(nameFirst.group(2)))
                : null;
    }

    /** Eight digits in a row are a date only where nobody can read them with the day first. */
    private static @Nullable LocalDate yearFirst(String text) {
        Matcher matcher = YEAR_FIRST.matcher(text);
        if (!matcher.matches() || (matcher.group(2).isEmpty() && text.length() != 8)) {
            return null;
        }
        LocalDate day = date(number(matcher.group(1)), number(matcher.group(3)), number(matcher.group(4)));
        boolean plausible = day != null && day.getYear() >= 1850 && day.getYear() <= 2150;
        return matcher.group(2).isEmpty() && !plausible ? null : day;
    }

    private static String cleaned(String written) {
        if (written.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '/' || c == '-' || c == '.')) {
            return written;
        }
        String text = written.toLowerCase(Locale.ROOT).replace('\u2013', '-').replace('\u2011', '-');
        text = TIME.matcher(Blanks.strip(text).replaceAll("[\\s\\p{Z}]+", " ")).replaceFirst("");
        text = WEEKDAY.matcher(text).replaceFirst("");
        return Blanks.strip(ORDINAL.matcher(text).replaceAll("$1"));
    }

    private static @Nullable LocalDate withItsWeekday(String written, LocalDate day) {
        Matcher weekday = WEEKDAY.matcher(Blanks.strip(written).toLowerCase(Locale.ROOT));
        return weekday.find() && !isNamed(day.getDayOfWeek(), weekday.group(1)) ? null : day;
    }

    private static boolean isNamed(DayOfWeek day, String name) {
        return day.name().toLowerCase(Locale.ROOT).startsWith(name.substring(0, 3));
    }

    /** 1 to 12, or 0. */
    private static int month(String name) {
        String full = name.equals("sept") ? "september" : name;
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).equals(full) || MONTHS.get(i).substring(0, 3).equals(full)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
