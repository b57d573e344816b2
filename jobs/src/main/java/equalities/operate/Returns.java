package equalities.operate;

import equalities.engine.duckdb.Database;
import equalities.spec.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was expected and what came, as the warehouse knows it.
 *
 * @param periods every period in the warehouse, the newest first
 * @param due periods that have ended and of which nobody sent anything, not even the register, the oldest first
 * @param awaited returns that have not come and may still
 * @param silent returns that should have come by now, those that are late longest first
 */
public record Returns(List<InPeriod> periods, List<Due> due, List<Missing> awaited, List<Missing> silent) {
    /** Of a home without a warehouse. */
    public static final Returns NONE = new Returns(List.of(), List.of(), List.of(), List.of());

    private static final String IN_PERIOD = """
            select e.period, max(e.due_on)::varchar as due_on, count(*) as expected,
                count(*) filter (e.state = 'submitted') as submitted,
                any_value(s.seen) as seen, any_value(s.accepted) as accepted, any_value(s.held) as held
            from silence e left join (
                select period, sum(rows_seen) as seen, sum(rows_accepted) as accepted, sum(rows_held - rows_mended) as held
                from submission group by period) s using (period)
            group by e.period order by max(e.due_on) desc, e.period""";

    private static final String MISSING = """
            select period, provider_code, name, state, due_on::varchar as due_on
            from silence where state <> 'submitted' order by due_on, period, provider_code""";

    /**
     * A period in the warehouse.
     *
     * @param expected providers that were expected to submit
     * @param submitted those of them who sent something usable
     * @param held rows that wait to be mended
     */
    public record InPeriod(
            String period, LocalDate dueOn, long expected, long submitted, long seen, long accepted, long held) {}

    /** A period of which nothing came, and the day by which it should. */
    public record Due(String period, LocalDate dueOn) {}

    /**
     * A return that has not come.
     *
     * @param daysLate negative while there is still time
     */
    public record Missing(String period, String provider, String name, String state, LocalDate dueOn, long daysLate) {}

    /** Reads them. */
    public static Returns of(Database warehouse, LocalDate today) {
        if (warehouse.count("select count(*) from duckdb_views() where view_name = 'silence'") == 0) {
            return NONE;
        }
        List<InPeriod> periods =
                warehouse.query(IN_PERIOD).maps().stream().map(Returns::period).toList();
        List<Missing> missing = warehouse.query(MISSING).maps().stream()
                .map(row -> missing(row, today))
                .toList();
        return new Returns(
                periods,
                due(periods, today),
                missing.stream().filter(m -> m.daysLate() <= 0).toList(),
                missing.stream().filter(m -> m.daysLate() > 0).toList());
    }

    /** After the newest period of each length: those that have ended since. */
    private static List<Due> due(List<InPeriod> known, LocalDate today) {
        Map<Long, InPeriod> newest = new TreeMap<>();
        known.forEach(k -> newest.putIfAbsent(months(Period.of(k.period())), k));
        List<Due> due = new ArrayList<>();
        for (InPeriod last : newest.values()) {
            Period period = Period.of(last.period());
            long days = ChronoUnit.DAYS.between(period.lastDay(), last.dueOn());
            for (Period next = period.next(); next.lastDay().isBefore(today); next = next.next()) {
                due.add(new Due(next.name(), next.lastDay().plusDays(days)));
            }
        }
        return List.copyOf(due);
    }

    private static long months(Period period) {
        return ChronoUnit.MONTHS.between(period.firstDay(), period.lastDay().plusDays(1));
    }

    private static InPeriod period(Map<String, @Nullable Object> row) {
        return new InPeriod(
                text(row, "period"),
                LocalDate.parse(text(row, "due_on")),
                number(row, "expected"),
                number(row, "submitted"),
                number(row, "seen"),
                number(row, "accepted"),
                number(row, "held"));
    }

    private static Missing missing(Map<String, @Nullable Object> row, LocalDate today) {
        LocalDate dueOn = LocalDate.parse(text(row, "due_on"));
        return new Missing(
                text(row, "period"),
                text(row, "provider_code"),
                text(row, "name"),
                text(row, "state"),
                dueOn,
                ChronoUnit.DAYS.between(dueOn, today));
    }

    private static String text(Map<String, @Nullable Object> row, String column) {
        return String.valueOf(row.get(column));
    }

    private static long number(Map<String, @Nullable Object> row, String column) {
        return row.get(column) instanceof Number number ? number.longValue() : 0;
    }
}
