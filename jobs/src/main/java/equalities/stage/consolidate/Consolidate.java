package equalities.stage.consolidate;

import equalities.engine.batch.BatchStep;
import equalities.engine.duckdb.Catalogue;
import equalities.engine.duckdb.SqlLibrary;
import equalities.engine.spark.SparkEngine;
import equalities.lake.Fingerprint;
import equalities.lake.Partition;
import equalities.lake.ZoneFiles;
import equalities.lake.ZoneStore;
import equalities.spec.Specification;
import equalities.stage.Progress;
import equalities.stage.Stage;
import equalities.stage.StageWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the warehouse out of what is standard, period by period: those that changed. */
public final class Consolidate implements StageWork {
    private final ZoneStore standard;
    private final ZoneStore warehouse;
    private final Path scratch;
    private final Specification specification;
    private final SqlLibrary sql;
    private final SparkEngine spark;
    private final Catalogue catalogue;
    private final Progress progress;

    /** @param scratch where rows lie that do not fit into memory, while the stage works */
    public Consolidate(
            ZoneStore standard,
            ZoneStore warehouse,
            Path scratch,
            Specification specification,
            SqlLibrary sql,
            SparkEngine spark,
            Catalogue catalogue,
            Progress progress) {
        this.standard = standard;
        this.warehouse = warehouse;
        this.scratch = scratch;
        this.specification = specification;
        this.sql = sql;
        this.spark = spark;
        this.catalogue = catalogue;
        this.progress = progress;
    }

    @Override
    public Stage stage() {
        return Stage.CONSOLIDATE;
    }

    @Override
    public Plan plan() throws IOException {
        String checks = Fingerprint.ofFolder(sql.root(), ".sql");
        String madeFrom = warehouse
                .nextTables()
                .with(Fingerprint.of(standard.current().madeFrom(), specification.fingerprint(), checks));
        return new Plan(
                madeFrom,
                warehouse.isInPlace(madeFrom) && catalogue.isCurrent(),
                List.of(
                        new BatchStep.Once("consolidate", () -> consolidate(madeFrom)),
                        new BatchStep.Once("put in place", () -> putInPlace(madeFrom))),
                this::summary);
    }

    private void consolidate(String madeFrom) throws Exception {
        if (warehouse.isInPlace(madeFrom) || !warehouse.begin(madeFrom)) {
            return;
        }
        Path aside = warehouse.aside();
        ZoneFiles files = warehouse.nextTables();
        Map<String, String> prints = prints();
        for (String period : Partition.changed(warehouse.current(), prints)) {
            Partition part = new Partition(standard, period);
            Path place = Files.createDirectories(aside.resolve(Partition.folder(period)));
            List<Later> later = new PersonTables(spark.context(), part, files, specification, progress).write(place);
            new ReferenceTables(part, specification, later, files).write(place);
        }
        Path ofAll = Files.createDirectories(aside.resolve(Partition.OF_ALL));
        new CodeTables(specification, files).write(ofAll);
        new Checks(specification, sql, files).run(places(Partition.tables(warehouse, prints)), ofAll, scratch);
        Contracts.check(specification, aside, files);
        warehouse.complete(madeFrom);
    }

    /** The periods of the standard zone; one without a name when it has none, so that every table is there. */
    private Map<String, String> prints() throws IOException {
        Map<String, String> prints = Partition.prints(standard.current());
        ZoneFiles files = warehouse.nextTables(); // Tables under two keys are never in one zone.
        prints.replaceAll((period, print) -> files.with(print));
        return prints.isEmpty() ? Map.of("", "") : prints;
    }

    private void putInPlace(String madeFrom) throws IOException {
        if (!warehouse.isInPlace(madeFrom)) {
            Map<String, List<String>> tables = Partition.tables(warehouse, prints());
            Map<String, String> facts = new TreeMap<>(standard.current().facts());
            if (!facts.isEmpty()) {
                facts.putAll(Partition.facts(prints()));
            }
            warehouse.putInPlace(madeFrom, tables, facts);
        }
        catalogue.write();
        warehouse.sweep();
    }

    private Map<String, List<Path>> places(Map<String, List<String>> tables) {
        Map<String, List<Path>> places = new TreeMap<>();
        tables.forEach((name, all) ->
                places.put(name, all.stream().map(warehouse.root()::resolve).toList()));
        return places;
    }

    private Map<String, Object> summary() throws IOException {
        return new Checks(specification, sql, warehouse.tables())
                .summary(warehouse.table("patient"), warehouse.table("table_fault"));
    }
}
