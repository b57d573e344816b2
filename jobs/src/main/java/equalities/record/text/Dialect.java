package equalities.record.text;

/**
 * How records are divided into cells. A line ends by CR LF, LF or CR, whichever stands there.
 *
 * @param delimiter one character or several
 * @param quote encloses cells
 * @param escape stands before a quotation mark inside a cell; {@link #DOUBLED} when it is doubled instead
 */
public record Dialect(String delimiter, char quote, char escape) {
    /** No escape character. */
    public static final char DOUBLED = 0;

    /** RFC 4180. */
    static final Dialect PLAIN = new Dialect(",", '"', DOUBLED);

    Dialect withDelimiter(String other) {
        return new Dialect(other, quote, escape);
    }

    Dialect withQuote(char other) {
        return new Dialect(delimiter, other, escape);
    }

    Dialect withEscape(char other) {
        return new Dialect(delimiter, quote, other);
    }
}
