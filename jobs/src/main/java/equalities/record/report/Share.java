package equalities.record.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Percentages that never round something to nothing, nor nearly all to all. */
final class Share {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Share() {}

    /** With two decimals: {@code 0.37 %}, {@code under 0.01 %}, {@code over 99.99 %}; blank of nothing. */
    static String of(long part, long whole) {
        if (whole == 0) {
            return "";
        }
        BigDecimal percent =
                BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
        if (part > 0 && percent.signum() == 0) {
            return "under 0.01 %";
        }
        return part < whole && percent.compareTo(HUNDRED) >= 0
                ? "over 99.99 %"
                : percent.stripTrailingZeros().toPlainString() + " %";
    }
}
