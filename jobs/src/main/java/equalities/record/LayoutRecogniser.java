package equalities.record;

import equalities.spec.Layout;
import equalities.spec.Specification;
import equalities.spec.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Knows layouts by their headings, in any order, case and alias, behind titles and notes, over up to three rows; several
 * tables of a sheet, below or beside each other; and a table that lies on its side.
 */
public final class LayoutRecogniser {
    private static final int ROWS = 50;
    private static final int SIDE_ROWS = 120;
    /** How far down the last of them may stand. */
    private static final int SIDE_EXTENT = 10 * SIDE_ROWS;

    private static final int SIDE_COLUMNS = 3;
    private static final int HEADING_ROWS = 3;
    private static final int LONGEST_HEADING = 80;
    private static final int MOST_TABLES = 50;

    private final List<Layout> layouts;
    private final Set<String> names;

    public LayoutRecogniser(Specification specification) {
        this.layouts = specification.layouts();
        this.names = layouts.stream()
                .flatMap(l -> l.fields().stream())
                .flatMap(f -> f.headings().stream())
                .collect(Collectors.toSet());
    }

    /** Rows of headings, tried. */
    private record Found(long row, List<String> headings, HeadingMatch match) {}

    /** The first table of a sheet. */
    public Recognition recognise(Sheet sheet) throws IOException {
        Found best = best(sheet.head(ROWS));
        if (best != null && best.match().complete()) {
            return recognised(sheet, best, TableExtent.whole(sheet.delimited()));
        }
        Recognition.Recognised turned = onItsSide(sheet);
        return turned != null ? turned : notRecognised(sheet, best);
    }

    /** Every table of a sheet, read to its end; or, when it has none that is known, why. */
    public List<Recognition> recogniseAll(Sheet sheet) throws IOException {
        Recognition first = recognise(sheet);
        if (!(first instanceof Recognition.Recognised known)) {
            sheet.inspect();
            return List.of(first);
        }
        if (known.extent().onItsSide()) {
            return List.of(known);
        }
        List<Recognition> tables = new ArrayList<>();
        List<Recognition.Recognised> open = new ArrayList<>(beside(sheet, known));
        try (Rows rows = sheet.rows()) {
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                boolean further = row.rowNumber() > known.headerRow()
                        && mayBeHeading(row)
                        && !row.cells().equals(open.get(0).headings());
                Found next = further ? found(List.of(row)) : null;
                if (next != null && next.match().complete()) {
                    refuseTooMany(tables.size());
                    long last = row.rowNumber() - 1;
                    open.forEach(t -> tables.add(t.within(t.extent().upTo(last))));
                    open = new ArrayList<>(
                            beside(sheet, recognised(sheet, next, TableExtent.whole(sheet.delimited()))));
                }
            }
        }
        tables.addAll(open);
        return tables;
    }

    private static void refuseTooMany(int tables) throws UnreadableFile {
        if (tables >= MOST_TABLES) {
            throw new UnreadableFile(
                    "The sheet holds more than " + MOST_TABLES + " tables.", "Put all rows under one row of headings.");
        }
    }

    /** Whether the first two cells that are filled are headings of some layout. */
    private boolean mayBeHeading(RawRow row) {
        int seen = 0;
        for (String cell : row.cells()) {
            if (!cell.isEmpty() && !Blanks.isBlank(cell)) {
                boolean name = cell.length() <= LONGEST_HEADING
                        && Character.isLetter(Blanks.strip(cell).charAt(0));
                if (!name || !names.contains(Words.normalise(cell))) {
                    return false;
                }
                if (++seen == 2) {
                    return true;
                }
            }
        }
        return false;
    }

    private @Nullable Found best(List<RawRow> head) {
        Found best = null;
        for (int i = 0; i < head.size(); i++) {
            for (int rows = 1; rows <= HEADING_ROWS && i + rows <= head.size(); rows++) {
                Found found = found(head.subList(i, i + rows));
                if (found != null
                        && (best == null || found.match().rank() > best.match().rank())) {
                    best = found;
                }
            }
        }
        return best;
    }

    private @Nullable Found found(List<RawRow> rows) {
        List<String> headings = rows.size() == 1 ? rows.get(0).cells() : TableFinder.joined(rows);
        if (headings.stream().map(Words::normalise).noneMatch(names::contains)) {
            return null; // Rows of people, mostly, which are not held against every layout.
        }
        HeadingMatch match = HeadingMatch.best(layouts, headings, Set.of());
        return match == null ? null : new Found(rows.get(rows.size() - 1).rowNumber(), headings, match);
    }

    /** The table and those beside it: what is left of the headings makes another table. */
    private List<Recognition.Recognised> beside(Sheet sheet, Recognition.Recognised first) {
        List<Recognition.Recognised> all = new ArrayList<>(List.of(first));
        Set<Integer> taken = new HashSet<>(first.columns().values());
        while (true) {
            HeadingMatch next = HeadingMatch.best(layouts, first.headings(), taken);
            Recognition.Recognised before = all.get(all.size() - 1);
            int last = before.columns().values().stream()
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElse(0);
            if (next == null || !next.complete() || next.columns().size() < 2 || next.firstColumn() <= last) {
                return all;
            }
            int start = next.firstColumn();
            all.set(
                    all.size() - 1,
                    before.within(before.extent().columns(before.extent().firstColumn(), start - 1)));
            all.add(recognised(
                    sheet,
                    new Found(first.headerRow(), first.headings(), next),
                    first.extent().columns(start, Integer.MAX_VALUE)));
            taken.addAll(next.columns().values());
        }
    }

    private Recognition.@Nullable Recognised onItsSide(Sheet sheet) throws IOException {
        List<RawRow> head = sheet.head(SIDE_ROWS + 1);
        if (head.size() > SIDE_ROWS) {
            return null;
        }
        int rows = head.stream().mapToInt(r -> (int) r.rowNumber()).max().orElse(0);
        if (rows > SIDE_EXTENT) {
            return null;
        }
        for (int column = 0; column < SIDE_COLUMNS; column++) {
            String[] headings = new String[rows];
            java.util.Arrays.fill(headings, "");
            for (RawRow row : head) {
                headings[(int) row.rowNumber() - 1] = row.cell(column);
            }
            HeadingMatch match = HeadingMatch.best(layouts, List.of(headings), Set.of());
            if (match != null && match.complete()) {
                Found found = new Found(column + 1, List.of(headings), match);
                return recognised(sheet, found, TableExtent.whole(false).turned());
            }
        }
        return null;
    }

    private static Recognition.Recognised recognised(Sheet sheet, Found found, TableExtent extent) {
        HeadingMatch match = found.match();
        return new Recognition.Recognised(
                match.layout(),
                sheet.name(),
                found.row(),
                found.headings(),
                match.columns(),
                DateForms.BRITISH,
                extent,
                match.score());
    }

    private Recognition notRecognised(Sheet sheet, @Nullable Found best) throws IOException {
        TableFinder.Outline outline = new TableFinder(sheet.head(ROWS)).find();
        if (outline == null) {
            return new Recognition.NotRecognised("The sheet is empty.", "Send the file with its rows.", null);
        }
        if (best == null) {
            return new Recognition.NotRecognised(
                    "No return has any of these headings.",
                    "Use the headings of a return, or describe this layout in schemas/returns.",
                    new LayoutDraft(layouts).of(sheet, outline, null));
        }
        HeadingMatch match = best.match();
        String draft = new LayoutDraft(layouts).of(sheet, outline, match.layout());
        long percent = Math.round(100 * match.score());
        String title = "'" + match.layout().title() + "' (" + percent + " % of its headings)";
        return match.required() < 0.5
                ? new Recognition.NotRecognised(
                        "No return has these headings; the nearest is " + title + ".",
                        "Use the headings of that return, or describe this layout in schemas/returns. Missing are: "
                                + match.missingNames() + ".",
                        draft)
                : new Recognition.NotRecognised(
                        "This looks like " + title + ", but required columns are missing: " + match.missingNames()
                                + ".",
                        "Add the missing columns under these headings and send the file again.",
                        draft);
    }
}
