package equalities.record.text;

import org.jspecify.annotations.Nullable;

/** Text whose every cell is enclosed in quotation marks tells its delimiter, whatever else stands in its cells. */
final class EnclosedCells {
    private final char[] text;
    private int at;

    private EnclosedCells(char[] text) {
        this.text = text;
    }

    /** The one sign that stands between all cells; null where some cell is not enclosed, or no two stand in a line. */
    static @Nullable String delimiter(char[] text) {
        return new EnclosedCells(text).delimiter();
    }

    private @Nullable String delimiter() {
        String delimiter = null;
        while (at < text.length) {
            if (!passCell()) {
                return null;
            }
            if (at < text.length && !isEndOfLine(at)) {
                String sign = String.valueOf(text[at]);
                if (Character.isLetterOrDigit(text[at]) || delimiter != null && !delimiter.equals(sign)) {
                    return null;
                }
                delimiter = sign;
                at++;
            } else {
                while (at < text.length && isEndOfLine(at)) {
                    at++;
                }
            }
        }
        return delimiter;
    }

    /** Passes a cell and its marks, or what there is of one at the end; a mark inside stands twice. */
    private boolean passCell() {
        if (text[at] != '"') {
            return false;
        }
        at++;
        while (at < text.length) {
            boolean mark = text[at] == '"';
            boolean twice = mark && at + 1 < text.length && text[at + 1] == '"';
            at += twice ? 2 : 1;
            if (mark && !twice) {
                return true;
            }
        }
        return true;
    }

    private boolean isEndOfLine(int place) {
        return text[place] == '\n' || text[place] == '\r';
    }
}
