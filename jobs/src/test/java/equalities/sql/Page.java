package equalities.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One given / expect page: cases of a sentence, the tables it is given, and what it expects.
 *
 * @param cases in the order of the page
 */
record Page(List<Case> cases) {
    private static final Pattern GIVEN = Pattern.compile("^Given `([a-z_]+)`.*$", Pattern.CASE_INSENSITIVE);

    /** A Markdown table. */
    record Grid(List<String> columns, List<List<String>> rows) {}

    /**
     * @param query the SQL asked, or empty for the relation itself
     * @param where a condition on the relation, or empty
     */
    record Case(String sentence, Map<String, Grid> given, String query, String where, Grid expect) {}

    static Page parse(String text) {
        List<Case> cases = new ArrayList<>();
        for (String section : text.split("(?m)^## ")) {
            if (section.contains("\nExpect")) {
                cases.add(parseCase(section));
            }
        }
        return new Page(cases);
    }

    private static Case parseCase(String section) {
        List<String> lines = section.lines().toList();
        Map<String, Grid> given = new LinkedHashMap<>();
        String query = "";
        String where = "";
        Grid expect = new Grid(List.of(), List.of());
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher matcher = GIVEN.matcher(line);
            if (matcher.matches()) {
                given.put(matcher.group(1), grid(lines, i + 1));
            } else if (line.startsWith("```sql")) {
                query = fenced(lines, i + 1);
            } else if (line.startsWith("Where ")) {
                where = line.substring(6).replaceAll("^`|`$", "");
            } else if (line.startsWith("Expect")) {
                expect = grid(lines, i + 1);
                where = where.isEmpty() ? whereAfter(lines, i + 1) : where;
            }
        }
        return new Case(lines.get(0).strip(), given, query, where, expect);
    }

    private static String whereAfter(List<String> lines, int from) {
        return lines.stream()
                .skip(from)
                .takeWhile(l -> !l.startsWith("|"))
                .filter(l -> l.startsWith("Where "))
                .map(l -> l.substring(6).strip().replaceAll("^`|`$", ""))
                .findFirst()
                .orElse("");
    }

    private static String fenced(List<String> lines, int from) {
        return String.join(
                "\n",
                lines.stream().skip(from).takeWhile(l -> !l.startsWith("```")).toList());
    }

    private static Grid grid(List<String> lines, int from) {
        List<List<String>> rows = lines.stream()
                .skip(from)
                .dropWhile(l -> !l.startsWith("|"))
                .takeWhile(l -> l.startsWith("|"))
                .map(Page::cells)
                .toList();
        return rows.isEmpty() ? new Grid(List.of(), List.of()) : new Grid(rows.get(0), rows.subList(2, rows.size()));
    }

    private static List<String> cells(String line) {
        String inner = line.strip().replaceAll("^\\||\\|$", "");
        return Arrays.stream(inner.split("(?<!\\\\)\\|", -1))
                .map(c -> c.strip().replace("\\|", "|"))
                .toList();
    }
}
