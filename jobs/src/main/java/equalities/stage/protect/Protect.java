package equalities.stage.protect;

import equalities.engine.batch.BatchStep;
import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.ParquetTables;
import equalities.engine.duckdb.Relation;
import equalities.lake.Fingerprint;
import equalities.lake.ZoneStore;
import equalities.spec.DisclosurePolicy;
import equalities.spec.Specification;
import equalities.spec.Table;
import equalities.stage.Progress;
import equalities.stage.Stage;
import equalities.stage.StageWork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes every table of the findings zone as it may be published, with a column that says what was hidden. */
public final class Protect implements StageWork {
    private final ZoneStore findings;
    private final ZoneStore protectedZone;
    private final Specification specification;
    private final DisclosurePolicy policy;
    private final Progress progress;
    private long hidden;

    public Protect(
            ZoneStore findings,
            ZoneStore protectedZone,
            Specification specification,
            DisclosurePolicy policy,
            Progress progress) {
        this.findings = findings;
        this.protectedZone = protectedZone;
        this.specification = specification;
        this.policy = policy;
        this.progress = progress;
    }

    @Override
    public Stage stage() {
        return Stage.PROTECT;
    }

    @Override
    public Plan plan() throws IOException {
        String madeFrom = Fingerprint.of(findings.current().madeFrom(), specification.fingerprint(), policy.toString());
        return new Plan(
                madeFrom,
                madeFrom.equals(protectedZone.current().madeFrom()),
                List.of(
                        new BatchStep.Once("hide and round", () -> protect(madeFrom)),
                        new BatchStep.Once("put in place", () -> putInPlace(madeFrom))),
                () -> Map.of("policy", policy.name(), "rows with a hidden figure", hidden));
    }

    private void protect(String madeFrom) throws IOException {
        if (!protectedZone.begin(madeFrom)) {
            return;
        }
        List<String> tables = List.copyOf(findings.current().tables().keySet());
        for (int i = 0; i < tables.size(); i++) {
            protect(specification.table(tables.get(i)));
            progress.at("tables protected", i + 1, tables.size());
        }
        protectedZone.complete(madeFrom);
    }

    private void protect(Table table) throws IOException {
        Table published = table.published();
        Path file = protectedZone.aside().resolve(table.name() + ".parquet");
        try (Database database = Database.inMemory()) {
            ParquetTables.createView(database, table, findings.table(table.name()));
            Relation relation = database.query("select * from " + Database.identifier(table.name()));
            database.execute("drop view " + Database.identifier(table.name()));
            database.createTable(published, rows(table, relation));
            ParquetTables.write(database, published, file);
        }
    }

    private List<List<@Nullable Object>> rows(Table table, Relation relation) {
        Protector protector = new Protector(policy, table);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : relation.rows()) {
            Protector.ProtectedRow safe = protector.protect(row);
            List<@Nullable Object> values = new ArrayList<>(safe.values());
            values.add(safe.hidden());
            rows.add(values);
            hidden += safe.hidden() ? 1 : 0;
        }
        return rows;
    }

    private void putInPlace(String madeFrom) throws IOException {
        Map<String, List<String>> tables = new TreeMap<>();
        for (String table : findings.current().tables().keySet()) {
            tables.put(
                    table, List.of(protectedZone.relative(protectedZone.aside().resolve(table + ".parquet"))));
        }
        Map<String, String> facts = new TreeMap<>(findings.current().facts());
        facts.put("policy", policy.name());
        protectedZone.putInPlace(madeFrom, tables, facts);
        protectedZone.sweep();
    }
}
