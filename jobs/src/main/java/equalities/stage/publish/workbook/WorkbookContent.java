package equalities.stage.publish.workbook;

import equalities.stage.publish.content.OutputColumn;
import equalities.stage.publish.content.OutputTable;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sheets of the workbook: cover, contents, notes, what the columns mean, and one table a sheet.
 *
 * @param title of the whole
 */
record WorkbookContent(String title, List<SheetContent> sheets) {
    /** The same figures one a row, for programs; and lines that the cover has. */
    static final Set<String> LEFT_OUT = Set.of("figures", "headlines");

    private static final String MARK = "_mark";
    private static final String HIDDEN = "[c]";
    private static final String NOT_AVAILABLE = "[x]";
    private static final String NOT_APPLICABLE = "[z]";
    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("equalities/stage/publish/workbook/words", Locale.ROOT);
    private static final Locale LOCALE = Locale.forLanguageTag(WORDS.getString("language"));

    /** @param made the day of making, in words */
    static WorkbookContent of(List<OutputTable> all, String made, Map<String, @Nullable Object> facts) {
        List<OutputTable> tables =
                all.stream().filter(t -> !LEFT_OUT.contains(t.name())).toList();
        List<SheetContent> sheets = new ArrayList<>();
        sheets.add(cover(all, made, facts));
        sheets.add(contents(tables));
        sheets.add(notes());
        sheets.add(meanings(tables));
        tables.forEach(t -> sheets.add(table(t)));
        return new WorkbookContent(word("title"), sheets);
    }

    private static SheetContent cover(List<OutputTable> all, String made, Map<String, @Nullable Object> facts) {
        List<String> lines = new ArrayList<>(List.of(word("title"), word("subtitle"), word("made") + " " + made));
        if (Boolean.TRUE.equals(facts.get("invented"))) {
            lines.add(word("cover.invented"));
        }
        all.stream()
                .filter(t -> t.name().equals("headlines"))
                .flatMap(t -> t.relation().maps().stream())
                .forEach(r -> lines.add(String.valueOf(r.get("line"))));
        for (String key : List.of("how", "rounded", "contact", "reuse")) {
            lines.add(word("cover." + key));
        }
        if (facts.get("policy") instanceof Map<?, ?> policy) {
            lines.add(MessageFormat.format(
                    word("cover.policy"), policy.get("name"), policy.get("threshold"), policy.get("rounding_base")));
        }
        return SheetContent.text(word("sheet.cover"), lines);
    }

    private static SheetContent contents(List<OutputTable> tables) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(word("sheet.notes"), word("notes.title"), 1));
        rows.add(List.of(word("sheet.meanings"), word("meanings.title"), 1));
        tables.forEach(t -> rows.add(List.of(t.title(), t.caption(), 1)));
        return new SheetContent(
                word("sheet.contents"),
                "contents",
                List.of(word("contents.title"), word("one_table"), word("contents.links")),
                List.of(word("contents.sheet"), word("contents.holds"), word("contents.tables")),
                rows,
                true);
    }

    private static SheetContent notes() {
        List<List<Object>> rows = new ArrayList<>();
        for (String key : List.of(
                "c",
                "x",
                "z",
                "low",
                "interval",
                "ratio",
                "adjusted",
                "bounds",
                "verdict",
                "reason",
                "case",
                "basis")) {
            rows.add(List.of(word("note." + key), word("note." + key + ".means")));
        }
        return new SheetContent(
                word("sheet.notes"),
                "notes",
                List.of(word("notes.title"), word("one_table")),
                List.of(word("notes.what"), word("notes.means")),
                rows,
                false);
    }

    private static SheetContent meanings(List<OutputTable> tables) {
        Map<String, String> meanings = new TreeMap<>();
        tables.stream()
                .flatMap(t -> t.columns().stream())
                .filter(c -> !isMark(c.name()))
                .forEach(c -> meanings.put(c.name(), c.meaning()));
        List<List<Object>> rows = new ArrayList<>();
        meanings.forEach((name, meaning) -> rows.add(List.of(name, meaning)));
        return new SheetContent(
                word("sheet.meanings"),
                "column_meanings",
                List.of(word("meanings.title"), word("one_table")),
                List.of(word("meanings.column"), word("meanings.means")),
                rows,
                false);
    }

    private static SheetContent table(OutputTable table) {
        List<List<Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : table.relation().rows()) {
            rows.add(cells(table, row));
        }
        if (rows.isEmpty()) {
            rows.add(table.columns().stream()
                    .filter(c -> !isMark(c.name()))
                    .map(c -> (Object) NOT_APPLICABLE)
                    .toList());
        }
        return new SheetContent(
                table.title(),
                table.name(),
                List.of(table.title(), table.caption(), word("one_table"), word("shorthand")),
                table.columns().stream()
                        .map(OutputColumn::name)
                        .filter(n -> !isMark(n))
                        .toList(),
                rows,
                false);
    }

    private static List<Object> cells(OutputTable table, List<@Nullable Object> row) {
        List<String> names = table.relation().columns();
        int at = names.indexOf("hidden");
        boolean hidden = at >= 0 && Boolean.TRUE.equals(row.get(at));
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            int mark = names.indexOf(names.get(i) + MARK);
            if (mark >= 0 && row.get(mark) != null) {
                cells.add("[" + row.get(mark) + "]");
            } else if (!isMark(names.get(i))) {
                cells.add(cell(row.get(i), table.columns().get(i), hidden));
            }
        }
        return cells;
    }

    /** Here a mark stands in the cell of its figure, and not beside it. */
    private static boolean isMark(String column) {
        return column.endsWith(MARK);
    }

    private static Object cell(@Nullable Object value, OutputColumn column, boolean hidden) {
        if (value == null || value.toString().isBlank()) {
            return switch (column.kind()) {
                case INTEGER, NUMBER -> hidden ? HIDDEN : NOT_AVAILABLE;
                case STRING, BOOLEAN, DATE -> NOT_APPLICABLE;
            };
        }
        return value instanceof Number ? value : value instanceof Boolean b ? word(b ? "yes" : "no") : value.toString();
    }

    /** Of the language that the words are in. */
    static Locale locale() {
        return LOCALE;
    }

    static String word(String key) {
        return WORDS.getString(key);
    }
}
