package equalities.spec;

import java.time.LocalDate;

/** Reporting periods as days: {@code 2025-26} (financial year), {@code 2025-26-Q1} or {@code 2025-06}. */
public final class Periods {
    private Periods() {}

    /** {@code 2025-26}: 1 April; {@code 2025-26-Q3}: 1 October; {@code 2025-06}: the month's first. */
    public static LocalDate firstDay(String period) {
        int year = Integer.parseInt(period.substring(0, 4));
        int second = Integer.parseInt(period.substring(5, 7));
        if (second == (year + 1) % 100) {
            int quarter = period.length() > 8 ? period.charAt(9) - '1' : 0;
            return LocalDate.of(year, 4, 1).plusMonths(3L * quarter);
        }
        return LocalDate.of(year, Math.min(Math.max(second, 1), 12), 1);
    }
}
