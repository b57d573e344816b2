package equalities.record.text;

import java.util.regex.Pattern;

/** What a cell looks like. */
public enum CellShape {
    EMPTY,
    NUMBER,
    DATE,
    TEXT,
    /** Looks like nothing that one cell holds: separators of cells stand in it, or half of a pair of quotation marks. */
    OTHER;

    private static final Pattern NUMBERS =
            Pattern.compile("[-+(]?\\s?[£$€]?\\s?[-+]?(\\d{1,3}([,.\\u00a0 '’]\\d{3})+|\\d+)"
                    + "([.,]\\d+)?([eE][-+]?\\d{1,3})?\\s?[%£$€]?\\)?");
    private static final Pattern DATES = Pattern.compile("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}([ T]+\\d{1,2}:\\d{2}\\S*)?"
            + "|\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(\\s?[aApP][mM])?"
            + "|(?i:\\d{1,2}(st|nd|rd|th)?[- ]?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- ,]*\\d{2,4})");
    private static final int LONGEST = 40;

    /** The shape of a text. */
    public static CellShape of(String cell) {
        String text = cell.strip();
        if (text.isEmpty()) {
            return EMPTY;
        }
        if (text.length() <= LONGEST && text.chars().anyMatch(c -> c >= '0' && c <= '9')) {
            if (NUMBERS.matcher(text).matches()) {
                return NUMBER;
            }
            if (DATES.matcher(text).matches()) {
                return DATE;
            }
        }
        return isText(text) ? TEXT : OTHER;
    }

    /** Whether no text would look like it by chance. */
    public boolean strong() {
        return this == NUMBER || this == DATE;
    }

    private static boolean isText(String text) {
        int quotes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean tight = i + 1 < text.length() && text.charAt(i + 1) > ' ' && i > 0;
            if (c == '\t' || c == '|' || (c == ';' && tight) || (c == ',' && tight && !betweenDigits(text, i))) {
                return false;
            }
            quotes += c == '"' ? 1 : 0;
        }
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        boolean wrapped = text.length() > 1 && first == last && (first == '\'' || first == '"');
        return quotes % 2 == 0 && !wrapped && first != ',' && first != ';' && last != ',' && last != ';';
    }

    private static boolean betweenDigits(String text, int i) {
        return Character.isDigit(text.charAt(i - 1)) && Character.isDigit(text.charAt(i + 1));
    }
}
