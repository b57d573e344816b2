package equalities.record.bench;

import java.util.List;

/**
 * A way to write a table as text.
 *
 * @param quoteAll whether every cell is enclosed, or only those that need it
 * @param escape put before a quotation mark inside a cell; the mark itself to double it; nothing to leave it as it is
 */
record CsvStyle(String delimiter, String quote, String escape, String lineEnd, boolean quoteAll) {
    static final CsvStyle PLAIN = new CsvStyle(",", "\"", "\"", "\r\n", false);
    static final CsvStyle ENCLOSED = new CsvStyle(",", "\"", "\"", "\r\n", true);

    CsvStyle delimiter(String other) {
        return new CsvStyle(other, quote, escape, lineEnd, quoteAll);
    }

    CsvStyle quote(String other) {
        return new CsvStyle(delimiter, other, other, lineEnd, quoteAll);
    }

    CsvStyle escape(String other) {
        return new CsvStyle(delimiter, quote, other, lineEnd, quoteAll);
    }

    CsvStyle lineEnd(String other) {
        return new CsvStyle(delimiter, quote, escape, other, quoteAll);
    }

    /** One cell as it is written. */
    String cell(String text) {
        boolean needed = text.contains(delimiter) || text.contains(quote) || text.contains("\n") || text.contains("\r");
        return quoteAll || needed ? quote + text.replace(quote, escape + quote) + quote : text;
    }

    /** One record with its line end. */
    String line(List<String> cells) {
        return String.join(delimiter, cells.stream().map(this::cell).toList()) + lineEnd;
    }

    /** Headings and rows. */
    String text(CleanTable table) {
        StringBuilder text = new StringBuilder(table.headings().isEmpty() ? "" : line(table.headings()));
        table.rows().forEach(r -> text.append(line(r)));
        return text.toString();
    }
}
