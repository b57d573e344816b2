package equalities.record.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One table with one row that is written unlike the others, each row and each cell in turn. */
final class RowPollutions {
    private final CleanTable table;
    private final CsvStyle style;
    private final List<Fixture> fixtures = new ArrayList<>();

    RowPollutions(CleanTable table, CsvStyle style) {
        this.table = table;
        this.style = style;
    }

    List<Fixture> all() {
        for (int row = 0; row < table.rows().size(); row++) {
            List<String> cells = table.rows().get(row);
            add("row with another field delimiter", row, style.delimiter(" ").line(cells));
            add("row with another field delimiter", row, style.delimiter(";").line(cells));
            add("row with another record delimiter", row, style.lineEnd("\n").line(cells));
            add("row with another quotation character", row, new CsvStyle(",", "'", "'", "\r\n", true).line(cells));
            add("row with another escape character", row, style.escape("\\").line(cells));
            otherEncoding(row);
            for (int column = 0; column < cells.size(); column++) {
                add("extra delimiter", row, extraDelimiter(cells, column));
                if (column > 0) {
                    add("missing delimiter", row, missingDelimiter(cells, column));
                }
                extraQuote(row, column);
            }
        }
        return fixtures;
    }

    private String name(String kind, int row) {
        return kind + ", row " + (row + 1) + (style.quoteAll() ? ", all enclosed " : " ") + fixtures.size();
    }

    private void add(String kind, int row, String line) {
        add(kind, row, line, table);
    }

    private void add(String kind, int row, String line, CleanTable expected) {
        byte[] bytes = text(row, line).getBytes(StandardCharsets.UTF_8);
        fixtures.add(new Fixture(kind, name(kind, row), bytes, expected));
    }

    private String text(int row, String line) {
        StringBuilder text = new StringBuilder(style.line(table.headings()));
        for (int i = 0; i < table.rows().size(); i++) {
            text.append(i == row ? line : style.line(table.rows().get(i)));
        }
        return text.toString();
    }

    private String extraDelimiter(List<String> cells, int column) {
        List<String> written = new ArrayList<>(cells.stream().map(style::cell).toList());
        written.set(column, style.delimiter() + written.get(column));
        return String.join(style.delimiter(), written) + style.lineEnd();
    }

    private String missingDelimiter(List<String> cells, int column) {
        List<String> written = new ArrayList<>(cells.stream().map(style::cell).toList());
        written.set(column - 1, written.get(column - 1) + written.remove(column));
        return String.join(style.delimiter(), written) + style.lineEnd();
    }

    /** What is written is what is expected: the mark is part of the cell. */
    private void extraQuote(int row, int column) {
        List<String> cells = new ArrayList<>(table.rows().get(row));
        List<String> written = new ArrayList<>(cells.stream().map(style::cell).toList());
        String cell = written.get(column);
        written.set(column, style.quote() + cell);
        cells.set(column, style.quote() + cells.get(column));
        List<List<String>> rows = new ArrayList<>(table.rows());
        rows.set(row, cells);
        add(
                "extra quotation character",
                row,
                String.join(style.delimiter(), written) + style.lineEnd(),
                new CleanTable(table.headings(), rows));
    }

    private void otherEncoding(int row) {
        List<String> cells = new ArrayList<>(table.rows().get(row));
        cells.set(cells.size() - 1, "Café – £5");
        List<List<String>> rows = new ArrayList<>(table.rows());
        rows.set(row, cells);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(style.line(table.headings()).getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < rows.size(); i++) {
            Charset charset = i == row ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
            bytes.writeBytes(style.line(rows.get(i)).getBytes(charset));
        }
        String kind = "row in another encoding";
        fixtures.add(new Fixture(kind, name(kind, row), bytes.toByteArray(), new CleanTable(table.headings(), rows)));
    }
}
