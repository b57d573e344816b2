package equalities.stage.analyse;

import equalities.engine.batch.BatchStep;
import equalities.engine.duckdb.Catalogue;
import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.LongView;
import equalities.engine.duckdb.NumberedWords;
import equalities.engine.duckdb.ParquetTables;
import equalities.engine.duckdb.SqlFile;
import equalities.engine.duckdb.SqlLibrary;
import equalities.lake.Fingerprint;
import equalities.lake.ZoneFiles;
import equalities.lake.ZoneStore;
import equalities.spec.Specification;
import equalities.stage.Progress;
import equalities.stage.Stage;
import equalities.stage.StageWork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Computes every relation of the measures and findings, and keeps those that have a contract in schemas/tables. */
public final class Analyse implements StageWork {
    private static final long MANY_ROWS = 200_000;

    private final ZoneStore warehouse;
    private final ZoneStore findings;
    private final Path scratch;
    private final Specification specification;
    private final SqlLibrary sql;
    private final Catalogue catalogue;
    private final Progress progress;

    /** @param scratch where rows lie that do not fit into memory, while the stage works */
    public Analyse(
            ZoneStore warehouse,
            ZoneStore findings,
            Path scratch,
            Specification specification,
            SqlLibrary sql,
            Catalogue catalogue,
            Progress progress) {
        this.warehouse = warehouse;
        this.findings = findings;
        this.scratch = scratch;
        this.specification = specification;
        this.sql = sql;
        this.catalogue = catalogue;
        this.progress = progress;
    }

    @Override
    public Stage stage() {
        return Stage.ANALYSE;
    }

    @Override
    public Plan plan() throws IOException {
        String madeFrom = findings.nextTables()
                .with(Fingerprint.of(
                        warehouse.current().madeFrom(),
                        specification.fingerprint(),
                        Fingerprint.ofFolder(sql.root(), ".sql")));
        return new Plan(
                madeFrom,
                findings.isInPlace(madeFrom) && catalogue.isCurrent(),
                List.of(
                        new BatchStep.Once("compute", () -> compute(madeFrom)),
                        new BatchStep.Once("put in place", () -> putInPlace(madeFrom))),
                this::summary);
    }

    private void compute(String madeFrom) throws IOException {
        if (findings.isInPlace(madeFrom) || !findings.begin(madeFrom)) {
            return;
        }
        Path aside = findings.aside();
        ZoneFiles files = findings.nextTables();
        try (Database database = Database.inMemory(scratch).reading(warehouse.tables())) {
            openWarehouse(database);
            List<SqlFile> kept = kept();
            NumberedWords words = new NumberedWords(database, MANY_ROWS);
            sql.createTables(database, "measures", words);
            progress.at("measures computed", 1, 2);
            sql.createTables(database, "findings", words);
            progress.at("findings computed", 2, 2);
            for (SqlFile file : kept) {
                Path to = aside.resolve(file.name() + ".parquet");
                ParquetTables.write(database, specification.table(file.name()), to, files);
            }
        }
        findings.complete(madeFrom);
    }

    private void openWarehouse(Database database) throws IOException {
        for (String table : warehouse.current().tables().keySet()) {
            ParquetTables.createCalculatingView(database, specification.table(table), warehouse.table(table));
        }
        LongView.create(database, specification);
        sql.createMacros(database);
        sql.createViews(database, "views");
    }

    /** What leaves the stage: the relations with a contract. */
    private List<SqlFile> kept() {
        return Stream.of("measures", "findings")
                .flatMap(folder -> sql.folder(folder).stream())
                .filter(f -> specification.tables().containsKey(f.name()))
                .toList();
    }

    private void putInPlace(String madeFrom) throws IOException {
        if (!findings.isInPlace(madeFrom)) {
            Map<String, List<String>> tables = new TreeMap<>();
            for (SqlFile file : kept()) {
                Path place = findings.aside().resolve(file.name() + ".parquet");
                tables.put(file.name(), List.of(findings.relative(place)));
            }
            Map<String, String> facts = new TreeMap<>(warehouse.current().facts());
            facts.put("specification", specification.fingerprint());
            facts.put(
                    "sql",
                    Fingerprint.of(sql.methods().stream().map(SqlFile::text).toList()));
            findings.putInPlace(madeFrom, tables, facts);
        }
        catalogue.write();
        findings.sweep();
    }

    private Map<String, Object> summary() throws IOException {
        try (Database database = Database.inMemory().reading(findings.tables())) {
            ParquetTables.createView(database, specification.table("finding"), findings.table("finding"));
            return Map.of(
                    "findings", database.count("select count(*) from finding"),
                    "gaps", database.count("select count(*) from finding where verdict = 'gap'"));
        }
    }
}
