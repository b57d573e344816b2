package equalities.spec;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The data dictionary: every table of the warehouse and the findings, and every code, as one page made of {@code schemas/}. */
public final class Dictionary {
    private static final String HEAD =
            "# Data dictionary\n\nMade of `schemas/` by `equalities dictionary`; a test compares them. "
                    + "To change it, change the contract in `schemas/tables`, a characteristic or a code list.\n";

    private Dictionary() {}

    /** The page in Markdown. */
    public static String of(Specification specification) {
        String tables = specification.tables().values().stream()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .map(Dictionary::table)
                .collect(Collectors.joining());
        String codes = specification.characteristics().values().stream()
                .map(c -> codes(c, specification.codeList(c.codelist())))
                .collect(Collectors.joining());
        return HEAD + "\n## Tables\n" + tables + "\n## Codes\n" + codes;
    }

    private static String table(Table table) {
        return "\n### " + table.name() + "\n\n" + table.purpose() + " One row: " + table.grain() + ".\n\n"
                + rows(
                        List.of("column", "type", "meaning"),
                        table.columns().stream()
                                .map(c -> List.of(
                                        "`" + c.name() + "`", c.type().name().toLowerCase(Locale.ROOT), c.meaning()))
                                .toList());
    }

    private static String codes(Characteristic characteristic, CodeList list) {
        return "\n### " + characteristic.name() + "\n\n" + characteristic.title() + ". " + characteristic.standard()
                + ".\n\n"
                + rows(
                        List.of("code", "label", "group"),
                        list.codes().stream()
                                .map(c -> List.of("`" + c.code() + "`", c.label(), c.group()))
                                .toList());
    }

    private static String rows(List<String> heading, List<List<String>> rows) {
        return line(heading)
                + "|" + "---|".repeat(heading.size()) + "\n"
                + rows.stream().map(Dictionary::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(c -> c.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
