package equalities.record.text;

import java.util.ArrayList;
import java.util.List;

/** Divides the characters of one record into cells, in one way of understanding quotation marks. Reused, for one thread. */
final class RecordParser {
    /** When a quotation mark closes its cell. */
    enum Quotes {
        /** Before a delimiter or a line's end, unless doubled; one that is neither is text. */
        PLAIN,
        /** Also the second of two before a delimiter or a line's end. */
        NEAR,
        /** As PLAIN, but one that opens a cell with the start of another inside, or that nothing closes, is text. */
        LITERAL,
        /** Both. */
        NEAR_OR_LITERAL,
        /** Before a delimiter that another quotation mark follows, or before a line's end. */
        ENCLOSING;

        private boolean near() {
            return this == NEAR || this == NEAR_OR_LITERAL;
        }

        private boolean literal() {
            return this == LITERAL || this == NEAR_OR_LITERAL;
        }
    }

    private static final int CUT_OFF = -1;
    private static final int LITERALLY = -2;
    private static final int TWICE = -3;

    private final StringBuilder text = new StringBuilder();
    private final char[] delimiter;
    private final char quote;
    private final char escape;
    private final boolean spaced;

    private char[] buffer = {};
    private int to;
    private boolean end;
    private Quotes quotes = Quotes.PLAIN;
    private int straysBefore;
    private int openersBefore;
    private boolean linesBefore;

    List<String> cells = List.of();
    /** Where the next record starts. */
    int next;
    /** Quotation marks taken as text inside a quoted cell. */
    int strays;
    /** Of those, how many look as if they opened another cell. */
    int openers;
    /** Quotation marks that open a cell and were taken as text. */
    int literals;
    /** Quotation marks at an end of a cell that is not quoted. */
    int loose;
    /** Cells that stand in quotation marks, and marks in them behind an escape character. */
    int enclosed;

    int escapes;
    boolean unclosed;
    boolean severalLines;

    RecordParser(Dialect dialect) {
        this.delimiter = dialect.delimiter().toCharArray();
        this.quote = dialect.quote();
        this.escape = dialect.escape();
        this.spaced = delimiter[0] == ' ';
    }

    /**
     * Reads the record that starts at a position.
     *
     * @param limit where the characters end
     * @param last whether nothing comes behind them
     * @return whether the record is complete; more characters are needed otherwise
     */
    boolean parse(char[] characters, int from, int limit, boolean last, Quotes how) {
        buffer = characters;
        to = limit;
        end = last;
        quotes = how;
        cells = new ArrayList<>(Math.max(cells.size(), 8));
        strays = 0;
        openers = 0;
        loose = 0;
        literals = 0;
        enclosed = 0;
        escapes = 0;
        unclosed = false;
        severalLines = false;
        int at = from;
        while (true) {
            int behind = cell(at);
            if (behind < 0) {
                return false;
            }
            if (behind < to && !lineEnd(behind)) {
                at = behind + delimiter.length;
                continue;
            }
            if (behind + 1 >= to && !end) {
                return false;
            }
            boolean both = behind + 1 < to && buffer[behind] == '\r' && buffer[behind + 1] == '\n';
            next = Math.min(to, behind + (both ? 2 : 1));
            return true;
        }
    }

    /** Whether the record was read without taking any quotation mark in an unusual way. */
    boolean clean() {
        return strays == 0 && literals == 0 && !unclosed;
    }

    /** Reads a cell and returns the position behind it: of a delimiter, a line's end or the end; negative if cut off. */
    private int cell(int from) {
        int at = from;
        while (!spaced && at < to && buffer[at] == ' ') {
            at++;
        }
        if (at < to && buffer[at] == quote) {
            int behind = quoted(at);
            if (behind != LITERALLY) {
                return behind;
            }
        }
        return bare(from);
    }

    private int bare(int from) {
        char first = delimiter[0];
        boolean escaped = false;
        int at = from;
        while (at < to) {
            char c = buffer[at];
            if (c == '\n' || c == '\r' || (c == first && delimiterAt(at))) {
                break;
            }
            if (escape != Dialect.DOUBLED && c == escape && at + 1 < to && !lineEnd(at + 1)) {
                escaped = true;
                at++;
            }
            at++;
        }
        if (at >= to && !end) {
            return CUT_OFF;
        }
        at = Math.min(at, to);
        if (at > from && (buffer[from] == quote || buffer[at - 1] == quote)) {
            loose++;
        }
        String cell = new String(buffer, from, at - from);
        cells.add(escaped ? unescaped(cell) : cell);
        return at;
    }

    private String unescaped(String cell) {
        String separator = new String(delimiter);
        return cell.replace("" + escape + quote, "" + quote)
                .replace(escape + separator, separator)
                .replace("" + escape + escape, "" + escape);
    }

    private int quoted(int opening) {
        text.setLength(0);
        straysBefore = strays;
        openersBefore = openers;
        linesBefore = severalLines;
        for (int at = opening + 1; at < to; at++) {
            char c = buffer[at];
            if (c == '\n' || c == '\r') {
                severalLines = true;
            } else if (escape != Dialect.DOUBLED && c == escape && at + 1 < to && escapes(buffer[at + 1])) {
                at++;
                escapes++;
                c = buffer[at];
            } else if (c == quote) {
                int behind = mark(at);
                if (behind == CUT_OFF) {
                    return CUT_OFF;
                }
                if (behind >= 0) {
                    return closed(behind);
                }
                at += behind == TWICE ? 1 : 0;
            }
            text.append(c);
        }
        return end ? notClosed() : CUT_OFF;
    }

    /** What a quotation mark inside a quoted cell is: the position of what it closes the cell before, or a sign. */
    private int mark(int at) {
        if (at + 1 >= to && !end) {
            return CUT_OFF;
        }
        boolean doubled = at + 1 < to && buffer[at + 1] == quote;
        int behind = closing(at + (doubled ? 2 : 1));
        if (behind == CUT_OFF || (doubled && (!quotes.near() || behind < 0))) {
            return behind == CUT_OFF ? CUT_OFF : TWICE;
        }
        if (behind >= 0) {
            if (doubled) {
                strays++;
                text.append(quote);
            }
            return behind;
        }
        strays++;
        openers += opens(at) ? 1 : 0;
        return LITERALLY;
    }

    private int closed(int behind) {
        if (quotes.literal() && openers > openersBefore) {
            return literally();
        }
        enclosed++;
        cells.add(text.toString());
        return behind;
    }

    private int notClosed() {
        if (quotes.literal()) {
            return literally();
        }
        unclosed = true;
        cells.add(text.toString());
        return to;
    }

    /** The opening mark is text after all. */
    private int literally() {
        literals++;
        strays = straysBefore;
        openers = openersBefore;
        severalLines = linesBefore;
        return LITERALLY;
    }

    private boolean escapes(char c) {
        return c == quote || c == escape;
    }

    /** The position of what closes a cell, behind blanks; {@link #LITERALLY} when nothing does. */
    private int closing(int from) {
        int at = from;
        while (!spaced && at < to && buffer[at] == ' ') {
            at++;
        }
        if (at >= to) {
            return end ? to : CUT_OFF;
        }
        if (lineEnd(at)) {
            return at;
        }
        if (!delimiterAt(at)) {
            return !end && at + delimiter.length > to ? CUT_OFF : LITERALLY;
        }
        int behind = at + delimiter.length;
        boolean encloses = behind < to && buffer[behind] == quote;
        return quotes != Quotes.ENCLOSING || encloses ? at : LITERALLY;
    }

    /** Whether a quotation mark stands where a cell would start. */
    private boolean opens(int at) {
        int before = at - 1;
        int start = before - delimiter.length + 1;
        return start >= 0 && (lineEnd(before) || delimiterAt(start));
    }

    private boolean lineEnd(int at) {
        return buffer[at] == '\n' || buffer[at] == '\r';
    }

    private boolean delimiterAt(int at) {
        if (at + delimiter.length > to) {
            return false;
        }
        for (int i = 0; i < delimiter.length; i++) {
            if (buffer[at + i] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }
}
