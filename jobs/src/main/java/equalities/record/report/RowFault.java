package equalities.record.report;

import equalities.record.Reason;
import equalities.record.RowOutcome;
import java.util.List;

/**
 * One fault of one row, as its sender is told it.
 *
 * @param found what is written in the cell, or in the first filled one where the reason is about the whole row, cut to {@value #LONGEST} characters; only for the sender's own eyes
 * @param held whether the row is held, be it for this fault or for another
 */
public record RowFault(Reason reason, String found, boolean held) {
    private static final int LONGEST = 200;

    /** Cuts what is longer. */
    public RowFault {
        found = found.length() > LONGEST ? found.substring(0, LONGEST - 1) + "…" : found;
    }

    /** The faults of a row, in the order of its reasons; none when it is accepted without a word. */
    static List<RowFault> of(RowOutcome outcome) {
        List<String> cells = outcome.row().cells();
        if (outcome instanceof RowOutcome.Held row) {
            return row.reasons().stream()
                    .map(r -> new RowFault(r, cell(cells, r), true))
                    .toList();
        }
        return outcome instanceof RowOutcome.Accepted row
                ? row.warnings().stream()
                        .map(r -> new RowFault(r, cell(cells, r), false))
                        .toList()
                : List.of();
    }

    private static String cell(List<String> cells, Reason reason) {
        int column = columnOf(reason.columnLetter());
        if (column < 0) {
            return cells.stream()
                    .filter(c -> !c.isBlank())
                    .findFirst()
                    .orElse("")
                    .strip();
        }
        return column < cells.size() ? cells.get(column).strip() : "";
    }

    /**
     * A is 0, Z is 25, AA is 26; -1 where a reason is about the whole row. In a table on its side ({@code C3}) the row
     * stands for the column.
     */
    static int columnOf(String letters) {
        String digits = letters.replaceFirst("^[A-Z]+", "");
        if (!digits.isEmpty()) {
            return Integer.parseInt(digits) - 1;
        }
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }
}
