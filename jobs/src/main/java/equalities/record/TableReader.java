package equalities.record;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** The tables of a sheet whatever they are about: headings and rows, without what stands above, between and below. */
public final class TableReader {
    private static final int HEAD = 200;
    private static final int MOST_WAITING = 1_000;

    private final Sheet sheet;
    private final Consumer<Part> to;
    private final Deque<RawRow> waiting = new ArrayDeque<>();
    private Set<String> names = Set.of();
    private int width;

    private TableReader(Sheet sheet, Consumer<Part> to) {
        this.sheet = sheet;
        this.to = to;
    }

    /** A part of a table, in the order of the sheet. */
    public sealed interface Part {
        /** The start of a table. */
        record Headings(List<String> names) implements Part {}

        /** A row of the table begun last, with as many cells as it has columns, or more if they are not blank. */
        record Body(RawRow row) implements Part {}
    }

    /** Reads a sheet to its end. */
    public static void read(Sheet sheet, Consumer<Part> to) throws IOException {
        new TableReader(sheet, to).read();
    }

    private void read() throws IOException {
        List<RawRow> head = sheet.head(HEAD);
        TableFinder.Outline outline = new TableFinder(head).find();
        if (outline == null) {
            return;
        }
        begin(outline.headings(), outline.width());
        try (Rows rows = sheet.rows()) {
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                if (row.rowNumber() >= outline.first()) {
                    take(row);
                }
            }
        }
    }

    private void begin(List<String> found, int columns) {
        width = columns;
        names = new HashSet<>();
        found.forEach(h -> names.add(h.toLowerCase(Locale.ROOT)));
        names.remove("");
        to.accept(new Part.Headings(found));
    }

    /** Notes and totals are rows after all when rows follow; blank rows never are. */
    private void take(RawRow row) {
        switch (RowKind.of(row, width)) {
            case BLANK, NOTE, TOTAL -> wait(row);
            case RECORD -> {
                if (isHeading(row)) {
                    waiting.clear();
                    begin(
                            row.cells().stream().map(Blanks::strip).toList().subList(0, TableFinder.width(row)),
                            TableFinder.width(row));
                } else {
                    release();
                    to.accept(new Part.Body(trimmed(row)));
                }
            }
        }
    }

    private void wait(RawRow row) {
        waiting.add(row);
        if (waiting.size() > MOST_WAITING) {
            release();
        }
    }

    private void release() {
        for (RawRow row : waiting) {
            if (!row.isBlank()) {
                to.accept(new Part.Body(trimmed(row)));
            }
        }
        waiting.clear();
    }

    /** Whether a second table starts: its names are those of the first, or it stands apart and has names only. */
    private boolean isHeading(RawRow row) {
        int filled = 0;
        int known = 0;
        for (String cell : row.cells()) {
            if (!Blanks.isBlank(cell)) {
                filled++;
                known += names.contains(Blanks.strip(cell).toLowerCase(Locale.ROOT)) ? 1 : 0;
                if (!TableFinder.isName(cell)) {
                    return false;
                }
            }
        }
        return filled > 1 && known * 2 > filled;
    }

    private RawRow trimmed(RawRow row) {
        List<String> cells = new ArrayList<>(row.cells());
        while (cells.size() > width && Blanks.isBlank(cells.get(cells.size() - 1))) {
            cells.remove(cells.size() - 1);
        }
        while (cells.size() < width) {
            cells.add("");
        }
        return new RawRow(row.sheet(), row.rowNumber(), cells, row.notes());
    }
}
