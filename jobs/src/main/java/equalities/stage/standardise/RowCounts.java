package equalities.stage.standardise;

import equalities.lake.ReceivedFile;
import java.util.HashMap;
import java.util.Map;

/** How many rows of each submission had which outcome. */
final class RowCounts {
    private final Map<String, Map<String, Long>> counts = new HashMap<>();

    void add(RowCount count) {
        counts.computeIfAbsent(count.submission(), s -> new HashMap<>())
                .merge(count.outcome(), count.rows(), Long::sum);
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
