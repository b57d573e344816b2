package equalities.stage.consolidate;

import equalities.engine.batch.BatchStep;
import equalities.engine.duckdb.Catalogue;
import equalities.engine.duckdb.SqlLibrary;
import equalities.engine.spark.SparkEngine;
import equalities.lake.Fingerprint;
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
import java.util.stream.Stream;

/** Makes the warehouse out of everything that is standard. */
public final class Consolidate implements StageWork {
    private final ZoneStore standard;
    private final ZoneStore warehouse;
    private final Specification specification;
    private final SqlLibrary sql;
    private final SparkEngine spark;
    private final Catalogue catalogue;
    private final Progress progress;

    public Consolidate(
            ZoneStore standard,
            ZoneStore warehouse,
            Specification specification,
            SqlLibrary sql,
            SparkEngine spark,
            Catalogue catalogue,
            Progress progress) {
        this.standard = standard;
        this.warehouse = warehouse;
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
        String checks = Fingerprint.ofFolder(sql.root());
        String madeFrom = Fingerprint.of(standard.current().madeFrom(), specification.fingerprint(), checks);
        return new Plan(
                madeFrom,
                madeFrom.equals(warehouse.current().madeFrom()),
                List.of(
                        new BatchStep.Once("consolidate", () -> consolidate(madeFrom)),
                        new BatchStep.Once("put in place", () -> putInPlace(madeFrom))),
                this::summary);
    }

    private void consolidate(String madeFrom) throws Exception {
        if (!warehouse.begin(madeFrom)) {
            return;
        }
        Path aside = warehouse.aside();
        new PersonTables(spark.session(), standard, specification, progress).write(aside);
        new ReferenceTables(standard, specification).write(aside);
        new Checks(specification, sql).run(aside);
        Contracts.check(specification, aside);
        warehouse.complete(madeFrom);
    }

    private void putInPlace(String madeFrom) throws IOException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Stream<Path> folders = Files.list(warehouse.aside())) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                tables.put(folder.getFileName().toString(), List.of(warehouse.relative(folder)));
            }
        }
        warehouse.putInPlace(madeFrom, tables, standard.current().facts());
        warehouse.sweep();
        Map<String, List<Path>> places = new TreeMap<>();
        for (String table : tables.keySet()) {
            places.put(table, warehouse.table(table));
        }
        catalogue.write(places);
    }

    private Map<String, Object> summary() throws IOException {
        return new Checks(specification, sql).summary(warehouse.table("patient"), warehouse.table("table_fault"));
    }
}
