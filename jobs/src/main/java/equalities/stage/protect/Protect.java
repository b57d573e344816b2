package equalities.stage.protect;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import equalities.engine.batch.BatchStep;
import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.ParquetTables;
import equalities.engine.duckdb.SqlLibrary;
import equalities.lake.Durable;
import equalities.lake.Fingerprint;
import equalities.lake.ZoneStore;
import equalities.spec.DisclosurePolicy;
import equalities.spec.Specification;
import equalities.spec.Table;
import equalities.stage.Progress;
import equalities.stage.Stage;
import equalities.stage.StageWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes every table of the findings zone as it may be published, and a list of all counts with their marks. */
public final class Protect implements StageWork {
    private static final String COUNT = "count";
    private static final String CHANGED_PLACE = "changed_place";
    private static final String ADDS_UP = "adds up";
    private static final String HOLDS = "holds together";
    private static final String NEVER_NOBODY = "never nobody";
    private static final String FACTS = "facts.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ZoneStore findings;
    private final ZoneStore protectedZone;
    private final Releases releases;
    private final Specification specification;
    private final SqlLibrary sql;
    private final DisclosurePolicy policy;
    private final Progress progress;

    /**
     * @param published read for which earlier releases are in the world; nothing is written to it
     */
    public Protect(
            ZoneStore findings,
            ZoneStore protectedZone,
            ZoneStore published,
            Specification specification,
            SqlLibrary sql,
            DisclosurePolicy policy,
            Progress progress) {
        this.findings = findings;
        this.protectedZone = protectedZone;
        this.releases = new Releases(protectedZone, published, specification);
        this.specification = specification;
        this.sql = sql;
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
                this::summary);
    }

    /** What protection came to, without what earlier stages said of their work. */
    private Map<String, Object> summary() throws IOException {
        Map<String, Object> own = new TreeMap<>(protectedZone.current().facts());
        own.keySet().removeAll(findings.current().facts().keySet());
        own.remove(ADDS_UP);
        own.remove(HOLDS);
        own.remove(NEVER_NOBODY);
        return own;
    }

    private void protect(String madeFrom) throws IOException {
        if (!protectedZone.begin(madeFrom)) {
            return;
        }
        try (Database database = Database.inMemory().reading(findings.tables())) {
            sql.createMacros(database);
            for (Table table : tables()) {
                ParquetTables.createView(database, table, findings.table(table.name()));
            }
            hide(database, madeFrom);
            write(database);
        }
        protectedZone.complete(madeFrom);
    }

    private void hide(Database database, String madeFrom) throws IOException {
        List<Cell> cells = CellTable.create(database, tables()).cells();
        Structure structure = new Structure(specification, CellTable.sitePlaces(database));
        List<EarlierRelease> earlier = releases.before(madeFrom);
        Outcome outcome = new Suppression(policy, structure, cells, earlier, progress).decide();
        new CountTables(database, new Policy(policy)).create(cells, outcome);
        releases.keep(database, madeFrom);
        EarlierRelease last = earlier.isEmpty() ? null : earlier.get(earlier.size() - 1);
        database.createTable(specification.table(CHANGED_PLACE), Releases.changedPlaces(cells, last));
        // Beside the tables: who puts them in place may be another process than who made them.
        Map<String, String> facts = new TreeMap<>(outcome.facts(cells.size()));
        facts.put(ADDS_UP, String.join("; ", AddsUp.of(cells, structure)));
        facts.put(HOLDS, String.join("; ", HoldTogether.of(cells, structure)));
        facts.put(NEVER_NOBODY, String.join("; ", new AtLeastOne(cells, structure).names()));
        Durable.write(protectedZone.aside().resolve(FACTS), JSON.writeValueAsString(facts));
    }

    private void write(Database database) throws IOException {
        ShownTables shown = new ShownTables(database, policy);
        List<Table> tables = tables();
        for (int i = 0; i < tables.size(); i++) {
            shown.write(tables.get(i), file(tables.get(i).name()));
            progress.at("tables protected", i + 1, tables.size());
        }
        for (String table : List.of(COUNT, CHANGED_PLACE)) {
            database.execute("alter table " + table + " add column hidden boolean default false");
            ParquetTables.write(database, specification.table(table).published(), file(table));
        }
    }

    private List<Table> tables() throws IOException {
        return findings.current().tables().keySet().stream()
                .sorted()
                .map(specification::table)
                .toList();
    }

    private Path file(String table) throws IOException {
        return protectedZone.aside().resolve(table + ".parquet");
    }

    private void putInPlace(String madeFrom) throws IOException {
        Map<String, List<String>> tables = new TreeMap<>();
        List<String> names = new ArrayList<>(tables().stream().map(Table::name).toList());
        Stream.of(COUNT, CHANGED_PLACE).forEach(names::add);
        for (String table : names) {
            tables.put(table, List.of(protectedZone.relative(file(table))));
        }
        Map<String, String> all = new TreeMap<>(findings.current().facts());
        all.put("policy", policy.name());
        all.putAll(JSON.readValue(
                Files.readString(protectedZone.aside().resolve(FACTS)), new TypeReference<Map<String, String>>() {}));
        protectedZone.putInPlace(madeFrom, tables, all);
        protectedZone.sweep();
    }
}
