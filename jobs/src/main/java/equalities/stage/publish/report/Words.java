package equalities.stage.publish.report;

import equalities.spec.Period;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The report's words in one language, and numbers as people read them. */
final class Words {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("equalities/stage/publish/report/words", Locale.ROOT);
    private static final Locale LOCALE = Locale.forLanguageTag(BUNDLE.getString("language"));

    private Words() {}

    /** Of the language that the words are in. */
    static Locale locale() {
        return LOCALE;
    }

    /** What stands under a key, its places filled. */
    static String say(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), LOCALE).format(values);
    }

    /** What stands under a key, or the text itself where no words of our own are needed for it. */
    static String name(String kind, String text) {
        String key = kind + "." + text.replace(' ', '_');
        return BUNDLE.containsKey(key) ? BUNDLE.getString(key) : text.replace('_', ' ');
    }

    static String percent(@Nullable Object share, Map<String, @Nullable Object> row) {
        return percent(share, row, "");
    }

    /** A share, or why there is none. */
    static String percent(@Nullable Object share, Map<String, @Nullable Object> row, String column) {
        return share instanceof Number n
                ? String.format(LOCALE, "%.0f\u00a0%%", 100 * n.doubleValue())
                : Shorthand.of(row, column);
    }

    static String forEvery100(@Nullable Object ratio, Map<String, @Nullable Object> row) {
        return forEvery100(ratio, row, "");
    }

    /** A ratio, as so many for every 100. */
    static String forEvery100(@Nullable Object ratio, Map<String, @Nullable Object> row, String column) {
        return ratio instanceof Number n
                ? String.format(LOCALE, "%.0f", 100 * n.doubleValue())
                : Shorthand.of(row, column);
    }

    /** @param column what the count is called in the row, by which its mark is found */
    static String count(@Nullable Object number, Map<String, @Nullable Object> row, String column) {
        return number instanceof Number n && !Shorthand.isLow(row, column)
                ? String.format(LOCALE, "%,d", n.longValue())
                : Shorthand.of(row, column);
    }

    /** {@code 3 May 2025}. */
    static String day(@Nullable Object day) {
        return day == null
                ? ""
                : LocalDate.parse(day.toString().substring(0, 10))
                        .format(DateTimeFormatter.ofPattern("d MMMM yyyy", LOCALE));
    }

    /** {@code April to June 2025}; a text that names no period is left as it is. */
    static String period(@Nullable Object name) {
        return period(name, "LLLL");
    }

    /** {@code Apr to Jun 2025}. */
    static String months(@Nullable Object name) {
        return period(name, "LLL");
    }

    private static String period(@Nullable Object name, String month) {
        String text = name == null ? "" : name.toString();
        if (!text.matches("\\d{4}-\\d{2}(-Q[1-4])?")) {
            return text;
        }
        Period period = Period.of(text);
        return period(period.firstDay(), period.lastDay(), month);
    }

    /** From the one day to the other, both as {@code 2025-04-01}. */
    static String period(String firstDay, String lastDay) {
        return period(LocalDate.parse(firstDay.substring(0, 10)), LocalDate.parse(lastDay.substring(0, 10)), "LLLL");
    }

    private static String period(LocalDate first, LocalDate last, String month) {
        String until = last.format(DateTimeFormatter.ofPattern(month + " yyyy", LOCALE));
        boolean sameYear = first.getYear() == last.getYear();
        String from = first.format(DateTimeFormatter.ofPattern(sameYear ? month : month + " yyyy", LOCALE));
        return sameYear && first.getMonth() == last.getMonth() ? until : say("period.from_to", from, until);
    }

    /** {@code 47 to 51 %}: the ends of the interval of a share, or once why there is none. */
    static String between(@Nullable Object lower, @Nullable Object upper, Map<String, @Nullable Object> row) {
        return lower == null || upper == null
                ? percent(null, row)
                : say("between", forEvery100(lower, row), percent(upper, row));
    }

    /** What a finding's sentence says before it says how sure it is. */
    static String firstClause(@Nullable Object sentence) {
        return sentence == null ? "" : sentence.toString().split(" \\(95 %|; |\\. ", 2)[0] + ".";
    }

    /** {@code a, b and c}. */
    static String list(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " " + say("and") + " " + parts.get(last);
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(LOCALE) + text.substring(1);
    }
}
