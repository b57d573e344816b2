package equalities.record.text;

import equalities.record.text.RecordParser.Quotes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds another way to read a record that does not look like the others. Takes one only if it then looks like them. */
final class Mender {
    private static final int MOST_LINES = 50;

    private final CharacterWindow window;
    private final TableForm form;
    private final Dialect dialect;
    private final char otherQuote;

    Mender(CharacterWindow window, TableForm form) {
        this.window = window;
        this.form = form;
        this.dialect = form.dialect();
        this.otherQuote = dialect.quote() == '"' ? '\'' : '"';
    }

    /** Whether every cell that is filled, of two at least, stands in the quotation marks that the file does not use. */
    boolean otherwiseQuoted(List<String> cells) {
        String first = cells.get(0);
        if (!first.isEmpty() && first.charAt(0) != otherQuote) {
            return false;
        }
        long filled = cells.stream().filter(c -> !c.isEmpty()).count();
        return filled > 1 && cells.stream().allMatch(c -> c.isEmpty() || isIn(c, otherQuote));
    }

    /** Whether a record over several lines holds others: its second line by itself has the form of a record. */
    boolean swallows(RecordParser record) {
        if (!record.severalLines) {
            return false;
        }
        int second = lineEnd(window.from, record.next);
        RecordParser inside = new RecordParser(dialect);
        int end = lineEnd(second, record.next);
        inside.parse(window.characters, second, end, true, Quotes.LITERAL);
        boolean many = lines(second, record.next) > MOST_LINES;
        return form.fits(inside.cells) || (many && fits(inside));
    }

    /** The position behind the line that starts there, before a limit. */
    private int lineEnd(int start, int limit) {
        char[] c = window.characters;
        for (int i = start; i < limit; i++) {
            if (c[i] == '\n' || (c[i] == '\r' && !(i + 1 < limit && c[i + 1] == '\n'))) {
                return i + 1;
            }
        }
        return limit;
    }

    private int lines(int from, int limit) {
        int lines = 0;
        for (int i = from; i < limit && lines <= MOST_LINES; i = lineEnd(i, limit)) {
            lines++;
        }
        return lines;
    }

    private static boolean isIn(String cell, char quote) {
        return cell.length() > 1 && cell.charAt(0) == quote && cell.charAt(cell.length() - 1) == quote;
    }

    /**
     * Reads the record at the window's start.
     *
     * @param plain how it reads by the file's dialect, or null when it has no end
     * @param repairs where to say what was done
     */
    RecordParser mend(@Nullable RecordParser plain, Set<Repair> repairs) throws IOException {
        int line = window.behindLine(window.from);
        if (line == window.to && window.full()) {
            throw new RecordReader.TooLong();
        }
        RecordParser mended = inAnotherDialect(plain, repairs);
        if (mended == null && plain != null && plain.clean() && plain.loose == 0 && !plain.severalLines) {
            return plain;
        }
        boolean sure = plain != null && plain.openers == 0 && !plain.unclosed && !swallows(plain);
        if (mended == null && plain != null && sure && fits(plain)) {
            return told(plain, repairs);
        }
        mended = mended == null ? inAnotherSense(repairs) : mended;
        if (mended != null) {
            return mended;
        }
        if (plain != null && (sure || (!plain.unclosed && !plain.severalLines))) {
            return told(plain, repairs);
        }
        return told(parse(dialect, line, Quotes.LITERAL), repairs);
    }

    private @Nullable RecordParser inAnotherDialect(@Nullable RecordParser plain, Set<Repair> repairs) {
        boolean ordinary = plain != null && fits(plain) && plain.clean();
        if (dialect.escape() == Dialect.DOUBLED && !ordinary) {
            RecordParser escaped = parseOn(dialect.withEscape('\\'));
            if (escaped != null && escaped.escapes > 0) {
                repairs.add(Repair.OTHER_ESCAPE);
                return escaped;
            }
        }
        if (plain == null || !fits(plain) || otherwiseQuoted(plain.cells)) {
            RecordParser other = parseOn(dialect.withQuote(otherQuote));
            if (other != null && other.enclosed > 0) {
                repairs.add(Repair.OTHER_QUOTE);
                return other;
            }
        }
        boolean apart = plain != null && plain.clean() && plain.cells.size() >= form.width();
        return apart ? null : byAnotherDelimiter(repairs);
    }

    private @Nullable RecordParser byAnotherDelimiter(Set<Repair> repairs) {
        List<RecordParser> found = new ArrayList<>();
        for (String delimiter : DialectDetector.usual()) {
            RecordParser other =
                    delimiter.equals(dialect.delimiter()) ? null : parseOn(dialect.withDelimiter(delimiter));
            if (other != null && form.fits(other.cells)) {
                found.add(other);
            }
        }
        if (found.size() != 1) {
            return null;
        }
        repairs.add(Repair.OTHER_DELIMITER);
        return found.get(0);
    }

    /** The record in another dialect, if it then has no fault and as many cells as the others. */
    private @Nullable RecordParser parseOn(Dialect as) {
        RecordParser parser = new RecordParser(as);
        boolean complete = parser.parse(window.characters, window.from, window.to, window.last, Quotes.PLAIN);
        return complete && parser.clean() && parser.loose == 0 && fits(parser) ? parser : null;
    }

    /** By where quotation marks close, over as few lines as will do. */
    private @Nullable RecordParser inAnotherSense(Set<Repair> repairs) throws IOException {
        int behind = window.from;
        for (int lines = 0; lines < MOST_LINES && behind < window.to; lines++) {
            behind = window.behindLine(behind);
            for (Quotes quotes : Quotes.values()) {
                RecordParser tried = parse(dialect, behind, quotes);
                boolean whole = tried.next == behind && !tried.unclosed && tried.openers == 0;
                if (whole && fits(tried)) {
                    return told(tried, repairs);
                }
            }
        }
        return null;
    }

    private boolean fits(RecordParser parser) {
        return parser.cells.size() == form.width();
    }

    private RecordParser parse(Dialect as, int behind, Quotes quotes) {
        RecordParser parser = new RecordParser(as);
        parser.parse(window.characters, window.from, behind, true, quotes);
        return parser;
    }

    private static RecordParser told(RecordParser parser, Set<Repair> repairs) {
        if (parser.strays > 0) {
            repairs.add(Repair.STRAY_QUOTE);
        }
        if (parser.unclosed || parser.literals > 0) {
            repairs.add(Repair.UNCLOSED_QUOTE);
        }
        return parser;
    }
}
