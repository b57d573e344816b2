package equalities.stage.consolidate;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.LongView;
import equalities.engine.duckdb.ParquetTables;
import equalities.engine.duckdb.SqlFile;
import equalities.engine.duckdb.SqlLibrary;
import equalities.lake.ZoneFiles;
import equalities.spec.Specification;
import equalities.spec.Table;
import equalities.stage.StageRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the rules of {@code sql/checks} over the warehouse before it is put in place. */
final class Checks {
    private static final String STOP = "stop";

    private final Specification specification;
    private final SqlLibrary sql;
    private final ZoneFiles files;

    /** @param files how files of the warehouse are read and created */
    Checks(Specification specification, SqlLibrary sql, ZoneFiles files) {
        this.specification = specification;
        this.sql = sql;
        this.files = files;
    }

    /**
     * Writes what the checks found as the table {@code table_fault}.
     *
     * @param tables the warehouse, by table
     * @param to the folder that the table is written to
     * @param scratch where rows lie that do not fit into memory
     * @throws StageRefused when a check that stops the run found something
     */
    void run(Map<String, List<Path>> tables, Path to, Path scratch) throws IOException, StageRefused {
        try (Database database = Database.inMemory(scratch).reading(files)) {
            open(database, tables);
            Table faults = specification.table("table_fault");
            database.createTable(faults, List.of());
            for (SqlFile check : sql.folder("checks")) {
                run(database, check);
            }
            ParquetTables.writeFolder(database, faults, to, files);
        }
    }

    private void open(Database database, Map<String, List<Path>> tables) {
        tables.forEach((name, places) -> ParquetTables.createView(database, specification.table(name), places));
        LongView.create(database, specification);
        sql.createMacros(database);
        sql.createViews(database, "views");
    }

    private static void run(Database database, SqlFile check) throws StageRefused {
        String severity = check.header("severity", "warning");
        database.execute("insert into table_fault (check_name, severity, period, place, message, fix) select "
                + Database.literal(check.name()) + ", " + Database.literal(severity)
                + ", period, place, message, fix from (" + check.select() + ")");
        Object first = severity.equals(STOP)
                ? database.value("select message from table_fault where check_name = " + Database.literal(check.name())
                        + " limit 1")
                : null;
        if (first != null) {
            throw new StageRefused("The check sql/checks/" + check.name() + ".sql stopped the run: " + first);
        }
    }

    Map<String, Object> summary(List<Path> patients, List<Path> faults) {
        try (Database database = Database.inMemory().reading(files)) {
            ParquetTables.createView(database, specification.table("patient"), patients);
            ParquetTables.createView(database, specification.table("table_fault"), faults);
            return Map.of(
                    "qualifying people",
                            database.count("select count(distinct person_key) from patient where qualifies"),
                    "faults found by checks", database.count("select count(*) from table_fault"));
        }
    }
}
