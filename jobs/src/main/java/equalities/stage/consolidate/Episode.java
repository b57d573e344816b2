package equalities.stage.consolidate;

import equalities.stage.consolidate.Episodes.Stay;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An unbroken stretch of days of one person in one kind of legal status.
 *
 * @param stays at least one, by their first days
 */
record Episode(List<Stay> stays) {
    private static final Comparator<Stay> FIRST =
            Comparator.comparing(Stay::start).thenComparing(Stay::last).thenComparing(Stay::site);
    private static final Comparator<Stay> LAST =
            Comparator.comparing(Stay::last).thenComparing(Stay::start).thenComparing(Stay::site);

    LocalDate start() {
        return stays.get(0).start();
    }

    LocalDate last() {
        return stays.stream().map(Stay::last).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** Its columns in the table {@code episode}, but for whose it is and in which period. */
    Map<String, @Nullable Object> columns() {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("kind", stays.get(0).kind());
        columns.put("start_date", start());
        columns.put("end_date", last().equals(Episodes.OPEN) ? null : last());
        columns.put("first_site", stays.stream().min(FIRST).orElseThrow().site());
        columns.put("last_site", stays.stream().max(LAST).orElseThrow().site());
        columns.put("sites", each(Stay::site));
        columns.put("legal_statuses", each(Stay::legalStatus));
        columns.put("records", (long) stays.size());
        columns.put("qualifies", stays.stream().anyMatch(Stay::qualifies));
        return columns;
    }

    private List<String> each(Function<Stay, String> of) {
        return stays.stream().map(of).distinct().sorted().toList();
    }
}
