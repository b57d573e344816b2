package equalities.sql;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value in one form, whether it was written on a page or answered by the database. */
final class Cell {
    private Cell() {}

    static String normal(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Objects::toString).collect(Collectors.joining("; "));
        }
        String text = value.toString();
        try {
            double number = Double.parseDouble(text);
            return text.matches("0\\d+") ? text : String.format(Locale.ROOT, "%.6g", number == 0 ? 0.0 : number);
        } catch (NumberFormatException words) {
            return text;
        }
    }

    /** Whether a number that is written with more than six digits is answered to nine of them; iterated ones are written with fewer. */
    static boolean agrees(String written, @Nullable Object answered) {
        if (!(answered instanceof Number number)
                || written.replaceAll("[eE].*|\\D", "").replaceAll("^0+", "").length() <= 6) {
            return true;
        }
        double expected = Double.parseDouble(written);
        return Math.abs(number.doubleValue() - expected) <= 1e-9 * Math.abs(expected);
    }
}
