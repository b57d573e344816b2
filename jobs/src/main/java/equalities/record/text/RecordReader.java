package equalities.record.text;

import equalities.record.text.RecordParser.Quotes;
import java.io.Closeable;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The records of a text in turn. Holds one record in memory, and never more than four million characters. */
public final class RecordReader implements Closeable {
    private final CharacterWindow window;
    private final TableForm form;
    private final RecordParser parser;
    private final Mender mender;
    private long number;

    RecordReader(CharacterWindow window, TableForm form) {
        this.window = window;
        this.form = form;
        this.parser = new RecordParser(form.dialect());
        this.mender = new Mender(window, form);
    }

    /**
     * The next record, or null behind the last.
     *
     * @throws TooLong when a line is longer than any record can be
     */
    public @Nullable TextRecord next() throws IOException {
        if (!window.begin()) {
            return null;
        }
        number++;
        Set<Repair> repairs = EnumSet.noneOf(Repair.class);
        boolean complete = parsePlainly();
        RecordParser read = complete && isOrdinary() ? parser : mender.mend(complete ? parser : null, repairs);
        if (window.advance(read.next)) {
            repairs.add(Repair.OTHER_ENCODING);
        }
        if (read.cells.stream().anyMatch(c -> c.indexOf('\uFFFD') >= 0 || c.indexOf('\0') >= 0)) {
            repairs.add(Repair.LOST_CHARACTER);
        }
        return new TextRecord(number, read.cells, repairs);
    }

    private boolean parsePlainly() throws IOException {
        while (!parser.parse(window.characters, window.from, window.to, window.last, Quotes.PLAIN)) {
            if (!window.more() && !window.last) {
                return false;
            }
        }
        return true;
    }

    private boolean isOrdinary() {
        boolean blank = parser.cells.size() == 1 && parser.cells.get(0).isEmpty();
        boolean alike = parser.clean() && parser.cells.size() == form.width();
        return blank || (alike && !mender.otherwiseQuoted(parser.cells) && !mender.swallows(parser));
    }

    @Override
    public void close() throws IOException {
        window.close();
    }

    /** A line is longer than a record can be. */
    public static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;

        TooLong() {
            super("a line is longer than four million characters");
        }
    }
}
