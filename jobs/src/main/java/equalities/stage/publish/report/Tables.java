package equalities.stage.publish.report;

import static equalities.stage.publish.report.Row.text;

import equalities.engine.duckdb.Relation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables of a release, as the report reads them: the newest period, unless it asks for all. */
public final class Tables {
    private final Map<String, Relation> relations;
    private final String period;

    Tables(Map<String, Relation> relations) {
        this.relations = relations;
        this.period = all("uptake_by_characteristic").stream()
                .map(r -> text(r, "period"))
                .max(String::compareTo)
                .orElse("");
    }

    /** The newest period that was judged. */
    String period() {
        return period;
    }

    List<Map<String, @Nullable Object>> all(String table) {
        Relation relation = relations.get(table);
        return relation == null ? List.of() : relation.maps();
    }

    public List<Map<String, @Nullable Object>> newest(String table) {
        return all(table).stream()
                .filter(r -> !r.containsKey("period") || text(r, "period").equals(period))
                .toList();
    }

    public List<Map<String, @Nullable Object>> newest(String table, String column, String value) {
        return newest(table).stream().filter(r -> Row.is(r, column, value)).toList();
    }

    /** Rows by the value of a column, in their order. */
    static Map<String, List<Map<String, @Nullable Object>>> by(
            String column, List<Map<String, @Nullable Object>> rows) {
        Function<Map<String, @Nullable Object>, String> key = r -> text(r, column);
        return rows.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }
}
