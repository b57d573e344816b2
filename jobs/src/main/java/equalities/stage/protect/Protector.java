package equalities.stage.protect;

import equalities.spec.DisclosurePolicy;
import equalities.spec.Table;
import equalities.spec.Table.Column;
import equalities.spec.Table.Protect;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hides and rounds the figures of one table by a disclosure policy, row by row. A count below the threshold is hidden
 * and others are rounded; what is worked out of counts is shown only when all of these are.
 */
final class Protector {
    private final DisclosurePolicy policy;
    private final List<Column> columns;

    Protector(DisclosurePolicy policy, Table table) {
        this.policy = policy;
        this.columns = table.columns();
    }

    /** A row as it may be published. */
    record ProtectedRow(List<@Nullable Object> values, boolean hidden) {}

    ProtectedRow protect(List<@Nullable Object> row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add(value(columns.get(i), row.get(i), row));
        }
        return new ProtectedRow(values, anyHidden(row));
    }

    private @Nullable Object value(Column column, @Nullable Object value, List<@Nullable Object> row) {
        Protect protect = column.protect();
        if (value == null || protect == null || protect == Protect.OPEN) {
            return value;
        }
        return switch (protect) {
            case COUNT -> isHidden(value) ? null : rounded(value);
            case PERCENT -> partsShown(column, row) ? decimals(value, policy.percentDecimals() + 2) : null;
            case RATIO -> partsShown(column, row) ? decimals(value, policy.ratioDecimals()) : null;
            case PROBABILITY -> partsShown(column, row) ? decimals(value, policy.probabilityDecimals()) : null;
            case TEXT -> partsShown(column, row) ? value : null;
            case OPEN -> value;
        };
    }

    private boolean anyHidden(List<@Nullable Object> row) {
        return countColumns().stream().anyMatch(i -> row.get(i) != null && isHidden(row.get(i)));
    }

    /** Whether every count that the column is worked out of may be shown, and so may what is left of the whole. */
    private boolean partsShown(Column column, List<@Nullable Object> row) {
        List<Integer> parts = countColumns().stream()
                .filter(i -> column.of().isEmpty()
                        || column.of().contains(columns.get(i).name()))
                .toList();
        boolean shown = parts.stream().noneMatch(i -> row.get(i) == null || isHidden(row.get(i)));
        return shown && !(policy.smallComplement() && parts.size() == 2 && isComplementSmall(row, parts));
    }

    private boolean isComplementSmall(List<@Nullable Object> row, List<Integer> parts) {
        long left = Math.abs(number(row.get(parts.get(1))) - number(row.get(parts.get(0))));
        return left < policy.threshold();
    }

    private List<Integer> countColumns() {
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).protect() == Protect.COUNT) {
                counts.add(i);
            }
        }
        return counts;
    }

    private boolean isHidden(@Nullable Object count) {
        long number = number(count);
        return number < policy.threshold() && (number != 0 || policy.suppressZero());
    }

    private long rounded(Object count) {
        long base = policy.roundingBase();
        return Math.floorDiv(2 * number(count) + base, 2 * base) * base;
    }

    private static long number(@Nullable Object count) {
        return count instanceof Number number ? number.longValue() : 0;
    }

    private static Object decimals(Object value, int decimals) {
        if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
            return value;
        }
        return BigDecimal.valueOf(number.doubleValue())
                .setScale(decimals, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
