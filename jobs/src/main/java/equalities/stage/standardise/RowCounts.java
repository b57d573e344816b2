package equalities.stage.standardise;

import equalities.lake.ReceivedFile;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How many rows of each submission had which outcome. */
final class RowCounts {
    private final Map<String, Map<String, Long>> counts = new HashMap<>();

    void add(Dataset<Row> rows) {
        for (Row row : rows.groupBy("period", "provider_code", "submission_id", "_outcome")
                .count()
                .collectAsList()) {
            String identity = row.getString(0) + "/" + row.getString(1) + "/" + row.getString(2);
            counts.computeIfAbsent(identity, i -> new HashMap<>()).merge(row.getString(3), row.getLong(4), Long::sum);
        }
    }

    long of(ReceivedFile file, String outcome) {
        return counts.getOrDefault(file.identity(), Map.of()).getOrDefault(outcome, 0L);
    }

    long all(ReceivedFile file) {
        return counts.getOrDefault(file.identity(), Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
