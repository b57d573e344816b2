package equalities.record;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Written numbers, truths and NHS numbers as values; null for what is none, or may be one of two. */
final class Parsers {
    private static final Pattern THOUSANDS = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern SPACED = Pattern.compile("[-+]?\\d{1,3}([ \u00a0\u202f]\\d{3})+(\\.\\d+)?");
    private static final Pattern DECIMAL_COMMA =
            Pattern.compile("[-+]?(\\d+,(\\d{1,2}|\\d{4,})|\\d{1,3}(\\.\\d{3})+,\\d+)");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Cf}'\u2019`.]");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d([.,]\\d+)?\\s*[eE]\\+?\\d+");
    private static final Map<String, Boolean> TRUTHS = Map.of(
            "y", true, "yes", true, "true", true, "1", true, "n", false, "no", false, "false", false, "0", false);

    private Parsers() {}

    /** Thousands may be set off by commas or blanks, and a fraction of noughts is none. */
    static @Nullable Long integer(String written) {
        String digits = plain(written).replaceFirst("\\.0+$", "");
        return digits.matches("[-+]?\\d{1,18}") ? Long.valueOf(digits) : null;
    }

    /** {@code 1,234.5}; and {@code 1234,5} or {@code 1.234,5}, where the comma can only stand before the fraction. */
    static @Nullable Double number(String written) {
        String digits = DECIMAL_COMMA.matcher(written).matches()
                ? written.replace(".", "").replace(',', '.')
                : plain(written);
        return digits.matches("[-+]?\\d{1,18}(\\.\\d{1,18})?") ? Double.valueOf(digits) : null;
    }

    private static String plain(String written) {
        return THOUSANDS.matcher(written).matches() || SPACED.matcher(written).matches()
                ? written.replaceAll("[, \u00a0\u202f]", "")
                : written;
    }

    static @Nullable Boolean truth(String written) {
        return TRUTHS.get(written.toLowerCase(Locale.ROOT));
    }

    /** Whether a spreadsheet has made it a rounded number, so that its last digits are lost. */
    static boolean isRounded(String written) {
        return SCIENTIFIC.matcher(written).matches();
    }

    /**
     * The ten digits of an NHS number whose check digit fits (NHS Data Dictionary, NHS NUMBER), or null. One digit ten
     * times over fits too, and is nobody's number.
     */
    static @Nullable String nhsNumber(String written) {
        String digits = isTenDigits(written)
                ? written
                : BETWEEN_DIGITS.matcher(written.replaceFirst("\\.0+$", "")).replaceAll("");
        if (!isTenDigits(digits) || digits.chars().allMatch(c -> c == digits.charAt(0))) {
            return null;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (digits.charAt(i) - '0') * (10 - i);
        }
        int check = (11 - sum % 11) % 11;
        return check == digits.charAt(9) - '0' ? digits : null;
    }

    private static boolean isTenDigits(String text) {
        return text.length() == 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
