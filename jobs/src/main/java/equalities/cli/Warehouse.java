package equalities.cli;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.Relation;
import equalities.lake.Home;
import equalities.lake.WrongKey;
import equalities.lake.Zone;
import equalities.lake.ZoneFiles;
import equalities.lake.ZoneState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The finished warehouse, as the command reads it to tell about it. */
final class Warehouse {
    private static final String TOTALS = """
            select sum(rows_seen) as rows_seen, sum(rows_accepted) as rows_accepted, sum(rows_held) as rows_held,
                   sum(rows_repeated) as rows_repeated, sum(rows_superseded) as rows_superseded,
                   sum(rows_blank) as rows_blank, count(*) filter (status = 'set aside') as files_set_aside
            from submission""";

    private static final String SUBMISSIONS = """
            select columns(lambda c: c in ('period', 'provider_code', 'submission_id', 'status') or c like 'rows\\_%' escape '\\')
            from submission order by period, provider_code, submission_id""";

    private static final String TO_MEND = """
            with
              first_fault as (
                select period, provider_code, submission_id, min_by(rule, row_number) as rule, min_by(fix, row_number) as fix
                from held_row where severity = 'error' and status = 'held' group by all
              )
            select s.period, s.provider_code, p.name, s.file_name, s.status, s.rows_held - s.rows_mended as rows,
                   coalesce(s.reason, f.rule) as reason, coalesce(s.fix, f.fix) as fix
            from submission s
            left join first_fault f using (period, provider_code, submission_id)
            left join provider p using (period, provider_code)
            where s.status in ('partly held', 'set aside')
            order by all""";

    private final Home home;

    Warehouse(Settings settings) throws IOException {
        this.home = WarehouseKey.home(settings);
    }

    /**
     * Opens the analysts' database, which cannot be changed through it.
     *
     * @throws UsageException when nothing was consolidated yet
     */
    Database open() throws IOException {
        checkThere();
        ZoneFiles tables = home.zone(Zone.WAREHOUSE).tables();
        Database database = Database.readOnly(home.catalogue()).reading(tables);
        database.execute("set variable home = " + Database.literal(home.root().toString()));
        return database;
    }

    /**
     * Refuses a home without a warehouse.
     *
     * @throws UsageException when nothing was consolidated yet
     */
    void checkThere() {
        if (!Files.exists(home.catalogue())) {
            throw new UsageException("There is no warehouse in " + home.root()
                    + " yet. Make one with: equalities run --landing L --home " + home.root());
        }
    }

    /** Without its key, what only tells about it is left out: receiving does not need it. */
    private boolean canBeAsked() throws IOException {
        try {
            home.zone(Zone.WAREHOUSE).tables();
            return Files.exists(home.catalogue());
        } catch (WrongKey notGiven) {
            return false;
        }
    }

    /** Rows by outcome over all submissions; empty before the first consolidation. */
    Map<String, Object> ledgerTotals() throws IOException {
        Map<String, Object> totals = new LinkedHashMap<>();
        if (canBeAsked()) {
            try (Database database = open()) {
                Relation answer = database.query(TOTALS);
                answer.maps()
                        .get(0)
                        .forEach((name, value) -> totals.put(name, value instanceof Number n ? n.longValue() : 0L));
            }
        }
        return totals;
    }

    /** Files with held rows, and files set aside, with the first fault of each and its mend; nothing of a person. */
    List<? extends Map<String, ?>> toMend() throws IOException {
        if (!canBeAsked()) {
            return List.of();
        }
        try (Database database = open()) {
            return database.query(TO_MEND).maps();
        }
    }

    /** Each submission with what became of its rows: counts, and nothing of a person. */
    List<Map<String, Object>> submissions() throws IOException {
        if (!canBeAsked()) {
            return List.of();
        }
        try (Database database = open()) {
            return database.query(SUBMISSIONS).maps().stream()
                    .map(Warehouse::withoutNulls)
                    .toList();
        }
    }

    private static Map<String, Object> withoutNulls(Map<String, ?> row) {
        Map<String, Object> facts = new LinkedHashMap<>();
        row.forEach((name, value) -> {
            if (value != null) {
                facts.put(name, value);
            }
        });
        return facts;
    }

    /** The identities (period, provider and SHA-256, with slashes between) of submissions whose held rows all came back. */
    Set<String> completed() throws IOException {
        Set<String> identities = new HashSet<>();
        if (Files.exists(home.catalogue())) {
            try (Database database = open()) {
                database.query("select concat_ws('/', period, provider_code, submission_id) from submission"
                                + " where status = 'completed'")
                        .rows()
                        .forEach(row -> identities.add(String.valueOf(row.get(0))));
            }
        }
        return identities;
    }

    /** Held rows and files set aside. */
    long held() throws IOException {
        Map<String, Object> totals = ledgerTotals();
        return number(totals.get("rows_held")) + number(totals.get("files_set_aside"));
    }

    private static long number(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    /** What the newest release found, in a few lines that end with where its report is. */
    List<String> headlines() throws IOException {
        ZoneState published = home.zone(Zone.PUBLISHED).current();
        List<String> written = published.table("headlines.txt");
        if (written.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(
                Files.readAllLines(home.zone(Zone.PUBLISHED).root().resolve(written.get(0))));
        lines.add("The report: " + release());
        return lines;
    }

    /** The newest release's folder, if there is one. */
    Path release() throws IOException {
        List<Path> report = home.zone(Zone.PUBLISHED).table("report.html");
        return report.isEmpty() ? home.root() : report.get(0);
    }
}
