package equalities.operate;

import equalities.engine.duckdb.Database;
import java.time.Instant;
import java.util.List;

/**
 * The ledger of submissions, summed.
 *
 * @param rows by period and outcome
 * @param newest each provider's newest submission
 */
public record Ledger(List<Rows> rows, List<Newest> newest) {
    /** Of a home without a warehouse. */
    public static final Ledger EMPTY = new Ledger(List.of(), List.of());

    private static final String ROWS = """
            unpivot (
                select period, sum(rows_accepted)::bigint as accepted, sum(rows_held)::bigint as held,
                    sum(rows_repeated)::bigint as repeated, sum(rows_superseded)::bigint as superseded, sum(rows_blank)::bigint as blank
                from submission group by period)
            on accepted, held, repeated, superseded, blank into name outcome value rows
            order by period, outcome""";

    private static final String NEWEST =
            "select provider_code, max(received_at) from submission group by provider_code order by provider_code";

    /** How many rows of a period became what. */
    public record Rows(String period, String outcome, long count) {}

    /** When a provider last sent something. */
    public record Newest(String provider, Instant receivedAt) {}

    /** Reads it. */
    public static Ledger of(Database warehouse) {
        return new Ledger(
                warehouse.query(ROWS).rows().stream()
                        .map(r -> new Rows(text(r, 0), text(r, 1), Long.parseLong(text(r, 2))))
                        .toList(),
                warehouse.query(NEWEST).rows().stream()
                        .map(r -> new Newest(text(r, 0), Instant.parse(text(r, 1))))
                        .toList());
    }

    private static String text(List<?> row, int column) {
        return String.valueOf(row.get(column));
    }
}
