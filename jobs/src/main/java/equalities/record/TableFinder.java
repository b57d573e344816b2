package equalities.record;

import equalities.record.text.CellShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the table among the first rows of a sheet, whatever stands above it and whatever it is about. */
final class TableFinder {
    private static final double LIKE_THE_TABLE = 0.6;
    private static final double A_GOOD_PART = 0.34;
    private static final Set<String> NO_VALUE = Set.of("n/a", "na", "null", "none", "nil", "nan", "unknown", "tbc");

    private final List<RawRow> rows;
    private final int[] filled;

    TableFinder(List<RawRow> head) {
        rows = head;
        filled = head.stream().mapToInt(TableFinder::filled).toArray();
    }

    /**
     * Where a table starts.
     *
     * @param headings one for each column, those of several rows in one; empty when the table has none
     * @param firstHeading the number of the first row of headings; 0 when there is none
     * @param first the number of the first row of the body
     * @param width columns
     */
    record Outline(List<String> headings, long firstHeading, long first, int width) {
        Outline {
            headings = List.copyOf(headings);
        }

        boolean hasHeadings() {
            return !headings.isEmpty();
        }
    }

    static int filled(RawRow row) {
        return (int) row.cells().stream().filter(c -> !Blanks.isBlank(c)).count();
    }

    /** The first table, or null when every row is blank. */
    @Nullable
    Outline find() {
        int start = start();
        if (start < 0) {
            return null;
        }
        if (!isHeading(start)) {
            return new Outline(List.of(), 0, rows.get(start).rowNumber(), width(start));
        }
        int first = isGroups(start - 1) ? start - 1 : start;
        int last = start;
        while (last + 1 < rows.size() && last - first < 2 && continuesHeading(first, last + 1)) {
            last++;
        }
        List<String> headings = joined(rows.subList(first, last + 1));
        long body = rows.get(last).rowNumber() + 1;
        return new Outline(headings, rows.get(first).rowNumber(), body, headings.size());
    }

    /** The first row that is as full as the rows of the table are. */
    private int start() {
        int usual = usual(0);
        if (usual == 0) {
            return -1;
        }
        double least = usual == 1 ? 1 : Math.max(2, LIKE_THE_TABLE * usual);
        for (int i = 0; i < rows.size(); i++) {
            if (filled[i] >= least && (usual > 3 || !isSetApart(i, usual))) {
                return i;
            }
        }
        return -1;
    }

    /** A line of a preamble above a narrow table: less full, and followed by a blank row or another such line. */
    private boolean isSetApart(int i, int usual) {
        if (filled[i] >= usual) {
            return false;
        }
        for (int j = i + 1; j < rows.size() && filled[j] < usual; j++) {
            if (filled[j] == 0) {
                return true;
            }
        }
        return false;
    }

    /** How full rows are: the median of those with two cells or more, if there are such. */
    private int usual(int from) {
        int[] several = java.util.Arrays.stream(filled, from, filled.length)
                .filter(f -> f > 1)
                .sorted()
                .toArray();
        long single = java.util.Arrays.stream(filled, from, filled.length)
                .filter(f -> f == 1)
                .count();
        if (several.length == 0 || (several.length < 2 && single > 8)) {
            return single > 0 || several.length > 0 ? 1 : 0;
        }
        return several[several.length / 2];
    }

    private int width(int from) {
        int[] widths = rows.subList(from, rows.size()).stream()
                .filter(r -> !r.isBlank())
                .mapToInt(TableFinder::width)
                .sorted()
                .toArray();
        return widths[widths.length / 2];
    }

    /** Cells up to the last that is filled. */
    static int width(RawRow row) {
        int width = row.cells().size();
        while (width > 0 && Blanks.isBlank(row.cells().get(width - 1))) {
            width--;
        }
        return width;
    }

    private boolean isHeading(int i) {
        RawRow row = rows.get(i);
        List<CellShape> below = shapesBelow(i);
        int numbers = 0;
        int named = 0;
        int over = 0;
        for (int c = 0; c < row.cells().size(); c++) {
            CellShape shape = CellShape.of(row.cells().get(c));
            boolean strongBelow = c < below.size() && below.get(c).strong();
            numbers += shape.strong() && !isYear(row.cells().get(c)) ? 1 : 0;
            named += isName(row.cells().get(c)) ? 1 : 0;
            over += strongBelow && isName(row.cells().get(c)) ? 1 : 0;
        }
        if (numbers > 0) {
            return over > 0 && numbers <= A_GOOD_PART * filled[i] && numbers < over;
        }
        return named > 0 && (over > 0 || !recurs(i));
    }

    /** Whether cells of the row stand again further down in their columns: then it is data. */
    private boolean recurs(int i) {
        RawRow row = rows.get(i);
        int again = 0;
        for (int c = 0; c < row.cells().size(); c++) {
            String cell = Blanks.strip(row.cells().get(c));
            int column = c;
            boolean found = !cell.isEmpty()
                    && rows.subList(i + 1, rows.size()).stream()
                            .anyMatch(r -> r.cell(column).equals(cell));
            again += found ? 1 : 0;
        }
        boolean whole = again == filled[i]
                && rows.subList(i + 1, rows.size()).stream()
                        .anyMatch(r -> r.cells().equals(row.cells()));
        return !whole && again > A_GOOD_PART * filled[i];
    }

    private boolean continuesHeading(int first, int i) {
        if (filled[i] == 0 || filled[i] == 1 && filled[first] > 1) {
            return false;
        }
        if (rows.get(i).cells().equals(rows.get(first).cells())) {
            return true;
        }
        List<CellShape> below = shapesBelow(i);
        int strong = 0;
        int named = 0;
        for (int c = 0; c < below.size(); c++) {
            String cell = rows.get(i).cell(c);
            if (CellShape.of(cell).strong() && !isYear(cell)) {
                return false;
            }
            strong += below.get(c).strong() ? 1 : 0;
            named += below.get(c).strong() && isName(cell) ? 1 : 0;
        }
        boolean fillsGaps = gaps(i - 1) > 0 && filled[i - 1] < filled[i] && !recurs(i);
        return (strong > 0 && named * 2 >= strong && named > 0) || fillsGaps;
    }

    /** Blank cells of a row over filled ones of the next. */
    private int gaps(int i) {
        int gaps = 0;
        for (int c = 0; c < rows.get(i + 1).cells().size(); c++) {
            gaps += rows.get(i).cell(c).isEmpty() && !rows.get(i + 1).cell(c).isEmpty() ? 1 : 0;
        }
        return gaps;
    }

    /** A row of headings over groups of columns: names with gaps between them, not only at the left. */
    private boolean isGroups(int i) {
        if (i < 0 || filled[i] == 0 || gaps(i) == 0) {
            return false;
        }
        boolean right = false;
        for (int c = 0; c < rows.get(i).cells().size(); c++) {
            String cell = rows.get(i).cell(c);
            if (CellShape.of(cell).strong() && !isYear(cell)) {
                return false;
            }
            right |= c > 1
                    && !cell.isEmpty()
                    && (filled[i] > 1 || rows.get(i).cell(0).isEmpty());
        }
        return right;
    }

    private List<CellShape> shapesBelow(int i) {
        List<CellShape> shapes = new ArrayList<>();
        List<RawRow> body = rows.subList(i + 1, rows.size()).stream()
                .filter(r -> filled(r) > 1 || rows.get(i).cells().size() == 1)
                .toList();
        for (int c = 0; c < rows.get(i).cells().size(); c++) {
            int column = c;
            List<CellShape> cells = body.stream()
                    .map(r -> CellShape.of(r.cell(column)))
                    .filter(s -> s != CellShape.EMPTY)
                    .toList();
            CellShape first =
                    cells.stream().filter(CellShape::strong).findFirst().orElse(CellShape.TEXT);
            long same = cells.stream().filter(s -> s == first).count();
            shapes.add(same * 10 >= cells.size() * 6 && !cells.isEmpty() ? first : CellShape.TEXT);
        }
        return shapes;
    }

    /** The names of the columns, from one or several rows: a name over several columns is put before each of theirs. */
    static List<String> joined(List<RawRow> headings) {
        int width = headings.stream().mapToInt(TableFinder::width).max().orElse(0);
        List<String> names = new ArrayList<>();
        String[] group = new String[headings.size()];
        for (int c = 0; c < width; c++) {
            Set<String> parts = new java.util.LinkedHashSet<>();
            Set<String> folded = new HashSet<>();
            for (int r = 0; r < headings.size(); r++) {
                String cell = headings.get(r).cell(c);
                boolean last = r == headings.size() - 1;
                group[r] = !cell.isEmpty() || last ? cell : underAny(headings, r, c) ? group[r] : "";
                String part = group[r] == null ? "" : group[r];
                if (!part.isEmpty() && folded.add(part.toLowerCase(Locale.ROOT))) {
                    parts.add(part);
                }
            }
            names.add(String.join(" ", parts));
        }
        return names;
    }

    private static boolean underAny(List<RawRow> headings, int row, int column) {
        return headings.subList(row + 1, headings.size()).stream()
                .anyMatch(h -> !h.cell(column).isEmpty());
    }

    static boolean isName(String cell) {
        String text = Blanks.strip(cell);
        return text.codePoints().anyMatch(Character::isLetter)
                && !NO_VALUE.contains(text.toLowerCase(Locale.ROOT))
                && !CellShape.of(text).strong();
    }

    private static boolean isYear(String cell) {
        return Blanks.strip(cell).matches("(19|20)\\d\\d");
    }
}
