package equalities.record.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much a sample looks like a table under one dialect. */
final class SampleScore {
    private static final int MOST_TYPED = 120;
    private static final double FAULTS_COUNT = 0.7;
    private static final double SAME_SHAPE = 0.9;

    private final Dialect dialect;
    private final double prior;
    private final Map<String, CellShape> shapes;
    private final List<List<String>> records = new ArrayList<>();
    private int faulty;
    private double value;
    private int valued = -1;

    /** @param shapes of the cells seen so far, whichever dialect they were seen under: most are the same under the next */
    SampleScore(Dialect dialect, double prior, Map<String, CellShape> shapes) {
        this.dialect = dialect;
        this.prior = prior;
        this.shapes = shapes;
    }

    void add(RecordParser parser) {
        List<String> cells = parser.cells;
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        records.add(cells);
        faulty += !parser.clean() || parser.loose > 0 ? 1 : 0;
    }

    int records() {
        return records.size();
    }

    /** Worked out once for the records there are: each score is compared with many. */
    double value() {
        if (valued != records.size()) {
            value = work();
            valued = records.size();
        }
        return value;
    }

    private double work() {
        double agreement = agreement();
        return agreement == 0 ? 0 : prior * agreement * sense() * (1 - FAULTS_COUNT * faulty / records.size());
    }

    /** The chance that two records agree on their number of cells, weighed by that number. */
    private double agreement() {
        double all = 0;
        for (Map.Entry<Integer, Integer> width : widths().entrySet()) {
            double share = (double) width.getValue() / records.size();
            all += share * share * (width.getKey() - 1) / width.getKey();
        }
        return all;
    }

    /** The share of cells that look like one thing; text counts a little less than a number or a date. */
    private double sense() {
        double sum = 0;
        int cells = 0;
        for (List<String> record : records.subList(0, Math.min(MOST_TYPED, records.size()))) {
            for (String cell : record) {
                CellShape shape = shape(cell);
                if (shape != CellShape.EMPTY) {
                    cells++;
                    sum += shape.strong() ? 1 : shape == CellShape.TEXT ? 0.9 : 0.1;
                }
            }
        }
        return cells == 0 ? 0.5 : sum / cells;
    }

    private CellShape shape(String cell) {
        return shapes.computeIfAbsent(cell, CellShape::of);
    }

    private Map<Integer, Integer> widths() {
        Map<Integer, Integer> widths = new HashMap<>();
        records.forEach(r -> widths.merge(r.size(), 1, Integer::sum));
        return widths;
    }

    /** Whether this longer delimiter stands wherever the shorter one does. */
    boolean explains(SampleScore shorter, double share) {
        int times = dialect.delimiter().length()
                - dialect.delimiter().replace(shorter.dialect.delimiter(), "").length();
        int same = 0;
        int several = 0;
        for (int i = 0; i < Math.min(records.size(), shorter.records.size()); i++) {
            int theirs = shorter.records.get(i).size() - 1;
            several += theirs > 0 ? 1 : 0;
            same += theirs > 0 && (records.get(i).size() - 1) * times == theirs ? 1 : 0;
        }
        return several > 0 && records.size() == shorter.records.size() && same >= share * several;
    }

    TableForm form() {
        int width = widths().entrySet().stream()
                .max(java.util.Comparator.comparingDouble(e -> e.getValue() * Math.log(1.0 + e.getKey())))
                .map(Map.Entry::getKey)
                .orElse(0);
        List<CellShape> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            columns.add(usual(i, width));
        }
        return new TableForm(dialect, width, columns);
    }

    private CellShape usual(int column, int width) {
        Map<CellShape, Integer> shapes = new EnumMap<>(CellShape.class);
        int filled = 0;
        for (List<String> record : records) {
            CellShape shape = record.size() == width ? shape(record.get(column)) : CellShape.EMPTY;
            if (shape != CellShape.EMPTY) {
                filled++;
                shapes.merge(shape, 1, Integer::sum);
            }
        }
        int least = filled <= 10 ? filled - 1 : (int) (filled * SAME_SHAPE);
        return shapes.entrySet().stream()
                .filter(e -> e.getValue() >= Math.max(1, least))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(CellShape.OTHER);
    }
}
