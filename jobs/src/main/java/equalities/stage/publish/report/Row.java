package equalities.stage.publish.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a table with what is drawn beside it. */
public record Row(
        Map<String, @Nullable Object> cells, @Nullable Strip strip) {

    static @Nullable Double number(Map<String, @Nullable Object> cells, String column) {
        return cells.get(column) instanceof Number n ? n.doubleValue() : null;
    }

    static double number(Map<String, @Nullable Object> cells, String column, double otherwise) {
        Double value = number(cells, column);
        return value == null ? otherwise : value;
    }

    static String text(Map<String, @Nullable Object> cells, String column) {
        Object value = cells.get(column);
        return value == null ? "" : value.toString();
    }

    static boolean is(Map<String, @Nullable Object> cells, String column, String value) {
        return text(cells, column).equals(value);
    }
}
