package equalities.record.bench;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One table in the ways a whole file can differ from RFC 4180. */
final class FilePollutions {
    private static final List<String> DELIMITERS =
            List.of(";", "\t", "|", " ", ":", "~", "^", ", ", "; ", "||", "\t\t", "::", "~|~", " | ");

    private final CleanTable table;
    private final List<CsvStyle> styles = List.of(CsvStyle.PLAIN, CsvStyle.ENCLOSED);
    private final List<Fixture> fixtures = new ArrayList<>();

    FilePollutions(CleanTable table) {
        this.table = table;
    }

    List<Fixture> all() {
        fixtures.add(new Fixture("no payload", "empty", new byte[0], new CleanTable(List.of(), List.of())));
        for (CsvStyle style : styles) {
            add("standard", style, style.text(table), table);
            dialects(style);
            ends(style);
            headings(style);
            surroundings(style);
            encodings(style);
        }
        return fixtures;
    }

    private void add(String kind, CsvStyle style, String text, CleanTable expected) {
        add(kind, style, text, StandardCharsets.UTF_8, new byte[0], expected);
    }

    private void add(String kind, CsvStyle style, String text, Charset charset, byte[] mark, CleanTable expected) {
        byte[] written = text.getBytes(charset);
        byte[] bytes = new byte[mark.length + written.length];
        System.arraycopy(mark, 0, bytes, 0, mark.length);
        System.arraycopy(written, 0, bytes, mark.length, written.length);
        String name = kind + (style.quoteAll() ? ", all enclosed " : " ") + fixtures.size();
        fixtures.add(new Fixture(kind, name, bytes, expected));
    }

    private void dialects(CsvStyle style) {
        for (String delimiter : DELIMITERS) {
            CsvStyle other = style.delimiter(delimiter);
            add("field delimiter", other, other.text(table), table);
        }
        add("field delimiter", style, "sep=;\r\n" + style.delimiter(";").text(table), table);
        add("quotation character", style, style.quote("'").text(table), table);
        add("escape character", style, style.escape("\\").text(table), table);
        if (style.quoteAll()) {
            add("escape character missing", style, style.escape("").text(table), table);
        }
        add("record delimiter", style, style.lineEnd("\n").text(table), table);
        add("record delimiter", style, style.lineEnd("\r").text(table), table);
        StringBuilder mixed = new StringBuilder(style.line(table.headings()));
        List<String> lineEnds = List.of("\n", "\r", "\r\n");
        for (int i = 0; i < table.rows().size(); i++) {
            mixed.append(style.lineEnd(lineEnds.get(i % 3)).line(table.rows().get(i)));
        }
        add("record delimiters mixed", style, mixed.toString(), table);
    }

    private void ends(CsvStyle style) {
        String text = style.text(table);
        add("no trailing newline", style, text.substring(0, text.length() - 2), table);
        add("double trailing newline", style, text + "\r\n", table);
        add("header only", style, style.line(table.headings()), new CleanTable(table.headings(), List.of()));
        CleanTable one = new CleanTable(table.headings(), table.rows().subList(0, 1));
        add("one data row", style, style.text(one), one);
    }

    private void headings(CsvStyle style) {
        CleanTable none = new CleanTable(List.of(), table.rows());
        add("no header", style, style.text(none), none);
        String head = style.line(table.headings());
        String body = style.text(table).substring(head.length());
        add("header over two rows", style, head + head + body, table);
        add("header over three rows", style, head + head + head + body, table);
        List<String> groups = List.of("Case", "Case", "Case", "Work", "Work", "Work", "Work", "Work", "Work");
        List<String> upper = List.of("Case", "", "", "Work", "", "", "", "", "");
        List<String> both = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            boolean repeats = table.headings().get(i).startsWith("Case");
            both.add(
                    repeats && i > 0
                            ? table.headings().get(i)
                            : groups.get(i) + " " + table.headings().get(i));
        }
        add("header over two rows", style, style.line(upper) + head + body, new CleanTable(both, table.rows()));
    }

    private void surroundings(CsvStyle style) {
        int width = table.headings().size();
        String blank = String.join(style.delimiter(), Collections.nCopies(width, "")) + style.lineEnd();
        String commas = blank.strip();
        String text = style.text(table);
        String ten = style.cell("R1010");
        add("preamble", style, "Return of the service\r\nQuarter 1, 2025-26\r\n\r\n" + text, table);
        add(
                "preamble",
                style,
                "Return of the service" + commas + "\r\nQuarter 1" + commas + "\r\n" + blank + text,
                table);
        add("preamble", style, "Return of the service\r\n" + text, table);
        add("footnote", style, text + "\r\nSource: the service's own records\r\n", table);
        add(
                "footnote",
                style,
                text + "Total" + commas.substring(2) + "412,\r\n" + blank + "Note: provisional" + commas,
                table);
        add(
                "blank rows and trailing delimiters",
                style,
                text.replace("\r\n", ",,\r\n").replace(ten, ",,\r\n" + ten),
                table);
        add("two tables", style, text + "\r\n" + style.text(less()), table.and(less()));
        add("two tables", style, text + style.text(table), table.and(table));
        add("two tables", style, text + "\r\n" + style.text(more()), table.and(more()));
    }

    private CleanTable less() {
        return new CleanTable(
                table.headings().subList(0, 6),
                table.rows().stream().limit(10).map(r -> r.subList(0, 6)).toList());
    }

    private CleanTable more() {
        List<String> headings = new ArrayList<>(table.headings());
        headings.addAll(List.of("Region", "Team"));
        List<List<String>> rows = new ArrayList<>();
        table.rows().stream().limit(10).forEach(r -> {
            List<String> row = new ArrayList<>(r);
            row.addAll(List.of("North", "Red"));
            rows.add(row);
        });
        return new CleanTable(headings, rows);
    }

    private void encodings(CsvStyle style) {
        String text = style.text(table);
        Map<String, byte[]> marks = new TreeMap<>(Map.of(
                "UTF-8", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
                "UTF-16LE", new byte[] {(byte) 0xFF, (byte) 0xFE},
                "UTF-16BE", new byte[] {(byte) 0xFE, (byte) 0xFF}));
        for (Map.Entry<String, byte[]> mark : marks.entrySet()) {
            Charset charset = Charset.forName(mark.getKey());
            add("encoding " + mark.getKey(), style, text, charset, mark.getValue(), table);
            add("encoding " + mark.getKey(), style, text, charset, new byte[0], table);
        }
        for (String charset : List.of("windows-1252", "x-MacRoman")) {
            add("encoding " + charset, style, text, Charset.forName(charset), new byte[0], table);
        }
    }
}
