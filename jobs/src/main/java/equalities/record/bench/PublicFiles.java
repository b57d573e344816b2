package equalities.record.bench;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** Tables as public bodies put them on their pages: saved from spreadsheets, with titles, notes and whatever was in use. */
final class PublicFiles {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final byte[] NONE = {};
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final CleanTable table;
    private final int width;
    private final String text;
    private final List<Fixture> fixtures = new ArrayList<>();

    private PublicFiles(CleanTable table) {
        this.table = table;
        this.width = table.headings().size();
        this.text = CsvStyle.PLAIN.text(table);
    }

    static List<Fixture> all() {
        List<Fixture> all = new ArrayList<>();
        new PublicTables().all().forEach(t -> all.addAll(new PublicFiles(t).files()));
        return all;
    }

    private List<Fixture> files() {
        add("as saved", text, WINDOWS, NONE, table);
        add("with a mark and a title", "Published data\r\n\r\n" + text, StandardCharsets.UTF_8, MARK, table);
        titles();
        used();
        totals();
        dialects();
        blankColumns();
        groups();
        headings();
        ragged();
        return fixtures;
    }

    private void add(String kind, String written, CleanTable expected) {
        add(kind, written, StandardCharsets.UTF_8, NONE, expected);
    }

    private void add(String kind, String written, Charset charset, byte[] mark, CleanTable expected) {
        byte[] body = written.getBytes(charset);
        byte[] bytes = new byte[mark.length + body.length];
        System.arraycopy(mark, 0, bytes, 0, mark.length);
        System.arraycopy(body, 0, bytes, mark.length, body.length);
        String name = kind + ", " + table.headings().get(0) + " " + fixtures.size();
        fixtures.add(new Fixture("public: " + kind, name, bytes, expected));
    }

    private String blank() {
        return ",".repeat(width - 1) + "\r\n";
    }

    /** A line with one cell, and commas to the width of the table. */
    private String line(String cell) {
        return CsvStyle.PLAIN.cell(cell) + blank();
    }

    private void titles() {
        add(
                "titles and notes above",
                "Table 3 – People and payments, England\r\n\"Source: returns of providers, as at 31 March 2024\"\r\n"
                        + "Figures are provisional\r\n\r\n" + text,
                WINDOWS,
                NONE,
                table);
        add(
                "titles with commas behind",
                line("Table 3 – People and payments, England") + line("Published 11 July 2024") + blank() + text,
                WINDOWS,
                NONE,
                table);
        add(
                "names and values above",
                "Organisation," + "Northshire NHS Trust" + ",".repeat(width - 2) + "\r\nPeriod,2023/24"
                        + ",".repeat(width - 2) + "\r\n" + blank() + text,
                table);
    }

    /** A spreadsheet saves all that was ever in use: columns to the right, rows below. */
    private void used() {
        String right = text.replace("\r\n", ",,,\r\n");
        add("unused columns and rows", right + (",".repeat(width + 2) + "\r\n").repeat(12), WINDOWS, NONE, table);
    }

    private void totals() {
        String total = CsvStyle.PLAIN.line(total());
        add("total below", text + total, table);
        add(
                "total and notes below",
                text
                        + blank()
                        + total
                        + blank()
                        + line("Notes")
                        + line("1. Figures may not add up, because of rounding.")
                        + line("© Crown copyright 2024"),
                WINDOWS,
                NONE,
                table);
        add("notes below", text + "\r\n* fewer than five\r\nContact: statistics@example.org\r\n", table);
    }

    private List<String> total() {
        List<String> cells = new ArrayList<>(Collections.nCopies(width, ""));
        cells.set(0, "Total");
        cells.set(width - 1, "12,345");
        return cells;
    }

    private void dialects() {
        CleanTable continental = each(
                c -> c.matches("£?[0-9,]+\\.[0-9]+%?") ? c.replace(",", " ").replace('.', ',') : c);
        add(
                "semicolons and decimal commas",
                CsvStyle.PLAIN.delimiter(";").text(continental),
                WINDOWS,
                NONE,
                continental);
        add(
                "tabs, from a clipboard",
                CsvStyle.PLAIN.delimiter("\t").text(table),
                StandardCharsets.UTF_16LE,
                new byte[] {(byte) 0xFF, (byte) 0xFE},
                table);
        add("bars", CsvStyle.PLAIN.delimiter("|").lineEnd("\n").text(table), table);
        add("from a Macintosh", CsvStyle.PLAIN.lineEnd("\r").text(table), Charset.forName("x-MacRoman"), NONE, table);
        add("all enclosed", CsvStyle.ENCLOSED.lineEnd("\n").text(table), table);
    }

    private CleanTable each(UnaryOperator<String> change) {
        return new CleanTable(
                table.headings(),
                table.rows().stream().map(r -> r.stream().map(change).toList()).toList());
    }

    private void blankColumns() {
        CleanTable gap = with(2, "", "");
        add("a blank column between", CsvStyle.PLAIN.text(gap), gap);
        CleanTable left = with(0, "", "");
        add("a blank column at the left", CsvStyle.PLAIN.text(left), left);
    }

    private CleanTable with(int column, String heading, String cell) {
        List<String> headings = new ArrayList<>(table.headings());
        headings.add(column, heading);
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : table.rows()) {
            List<String> cells = new ArrayList<>(row);
            cells.add(column, cell);
            rows.add(cells);
        }
        return new CleanTable(headings, rows);
    }

    private void groups() {
        List<String> upper = new ArrayList<>(Collections.nCopies(width, ""));
        upper.set(width - 3, "2023/24");
        List<String> names = new ArrayList<>(table.headings());
        for (int i = width - 3; i < width; i++) {
            names.set(i, "2023/24 " + names.get(i));
        }
        CleanTable grouped = new CleanTable(names, table.rows());
        add("headings over two rows", CsvStyle.PLAIN.line(upper) + text, grouped);
        add(
                "title and headings over two rows",
                line("Table 3 – by group") + blank() + CsvStyle.PLAIN.line(upper) + text,
                WINDOWS,
                NONE,
                grouped);
    }

    private void headings() {
        List<String> names = new ArrayList<>(table.headings());
        names.set(1, names.get(1).replaceFirst("( |$)", "\n(note 1) "));
        CleanTable broken = new CleanTable(names.stream().map(String::strip).toList(), table.rows());
        add("line ends in headings", CsvStyle.PLAIN.text(broken), WINDOWS, NONE, broken);
    }

    /** Blank cells at a row's end are not always written. */
    private void ragged() {
        StringBuilder written = new StringBuilder("Return of the service\n\n");
        CleanTable spare = with(width, "Remarks", "");
        written.append(CsvStyle.PLAIN.lineEnd("\n").line(spare.headings()));
        for (int i = 0; i < spare.rows().size(); i++) {
            String line = CsvStyle.PLAIN.lineEnd("\n").line(spare.rows().get(i));
            written.append(i % 3 == 0 ? line : line.replaceFirst(",+\n$", "\n"));
        }
        add("rows that end early", written.toString(), spare);
    }
}
