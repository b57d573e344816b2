package equalities.attack;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Rates and their intervals beside the two counts that they are of. They tell nothing where all of a column follow, to
 * their last digit, from the counts that are shown; otherwise all of the column may be of the true ones.
 */
final class PrintedRatios {
    private final PrintedTable table;
    private final Release release;

    PrintedRatios(PrintedTable table, Release release) {
        this.table = table;
        this.release = release;
    }

    Map<Series, List<PrintedRatio>> read() {
        Map<Series, List<PrintedRatio>> ratios = new HashMap<>();
        Map<RatioRelation.Statistic, Double> halves = new EnumMap<>(RatioRelation.Statistic.class);
        for (RatioRelation.Statistic statistic : RatioRelation.Statistic.values()) {
            double half = half(statistic.column());
            if (table.rows().stream().anyMatch(r -> tells(r, statistic, half))) {
                halves.put(statistic, half);
            }
        }
        if (!halves.isEmpty()) {
            for (Map<String, String> row : table.rows()) {
                read(row, halves, ratios);
            }
        }
        return ratios;
    }

    private void read(
            Map<String, String> row,
            Map<RatioRelation.Statistic, Double> halves,
            Map<Series, List<PrintedRatio>> ratios) {
        List<RatioRelation.Printed> printed = new ArrayList<>();
        List<String> figures = new ArrayList<>();
        halves.forEach((statistic, half) -> PrintedTable.number(row, statistic.column())
                .ifPresent(value -> {
                    printed.add(new RatioRelation.Printed(statistic, value, half));
                    figures.add(statistic.column() + " " + row.get(statistic.column()));
                }));
        Optional<RowKeys> keys = RowKeys.of(row, table.name(), release);
        if (!printed.isEmpty() && keys.isPresent()) {
            String rule = String.join(", ", figures) + " in " + table.name();
            Cell part = keys.get().cell("numerator");
            ratios.computeIfAbsent(keys.get().series(), s -> new ArrayList<>())
                    .add(new PrintedRatio(rule, part, part.part("denominator"), printed));
        }
    }

    /** Whether a printed figure is not what the counts beside it give, or stands where one of them is hidden. */
    private static boolean tells(Map<String, String> row, RatioRelation.Statistic statistic, double half) {
        String part = PrintedTable.first(row, "numerator", "seen");
        String whole = PrintedTable.first(row, "denominator", "entitled");
        OptionalDouble value = PrintedTable.number(row, statistic.column());
        if (part.isEmpty() || whole.isEmpty() || value.isEmpty()) {
            return false;
        }
        OptionalDouble n = PrintedTable.number(row, part);
        OptionalDouble d = PrintedTable.number(row, whole);
        return n.isEmpty()
                || d.isEmpty()
                || !new RatioRelation.Printed(statistic, value.getAsDouble(), half)
                        .allows(n.getAsDouble(), d.getAsDouble());
    }

    /** Half a unit of the last digit that any row of the column prints. */
    private double half(String column) {
        int digits = table.rows().stream()
                .map(r -> r.getOrDefault(column, ""))
                .mapToInt(t -> t.indexOf('.') < 0 ? 0 : t.length() - t.indexOf('.') - 1)
                .max()
                .orElse(0);
        return 0.5 * Math.pow(10, -digits);
    }
}
