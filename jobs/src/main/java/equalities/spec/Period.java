package equalities.spec;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reporting period: {@code 2025-26} (financial year), {@code 2025-26-Q1} or {@code 2025-06}. Two digits that follow
 * the year's own are the financial year's end, so {@code 2004-05} is a year and not May.
 *
 * @param name as the landing folder is called
 * @param firstDay 1 April of a financial year
 * @param lastDay included
 */
public record Period(String name, LocalDate firstDay, LocalDate lastDay) {
    static final Pattern FORM = Pattern.compile("(\\d{4})-(\\d{2})(?:-Q([1-4]))?");

    /**
     * The days of a period.
     *
     * @throws IllegalArgumentException when the name is no period's
     */
    public static Period of(String name) {
        Matcher form = FORM.matcher(name);
        if (!form.matches()) {
            throw new IllegalArgumentException("a period is written 2025-26, 2025-26-Q1 or 2025-06");
        }
        int year = Integer.parseInt(form.group(1));
        int second = Integer.parseInt(form.group(2));
        if (form.group(3) != null) {
            return months(
                    name,
                    LocalDate.of(year, 4, 1).plusMonths(3L * (form.group(3).charAt(0) - '1')),
                    3);
        }
        return second == (year + 1) % 100
                ? months(name, LocalDate.of(year, 4, 1), 12)
                : months(name, LocalDate.of(year, Math.min(Math.max(second, 1), 12), 1), 1);
    }

    /** The period of the same length that follows this one. */
    public Period next() {
        LocalDate first = lastDay.plusDays(1);
        int year = first.minusMonths(3).getYear();
        String financialYear = "%d-%02d".formatted(year, (year + 1) % 100);
        if (name.contains("Q")) {
            return of(financialYear + "-Q" + (1 + (first.getMonthValue() + 8) % 12 / 3));
        }
        return lastDay.isAfter(firstDay.plusMonths(1))
                ? of(financialYear)
                : of("%d-%02d".formatted(first.getYear(), first.getMonthValue()));
    }

    private static Period months(String name, LocalDate first, int months) {
        return new Period(name, first, first.plusMonths(months).minusDays(1));
    }
}
