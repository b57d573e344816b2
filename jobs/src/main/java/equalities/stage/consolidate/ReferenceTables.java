package equalities.stage.consolidate;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.ParquetTables;
import equalities.lake.Partition;
import equalities.lake.ZoneFiles;
import equalities.spec.Specification;
import equalities.spec.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The tables of a period beside the people: who is registered, what was submitted and held. */
final class ReferenceTables {
    private static final List<String> CARRIED = List.of("provider", "site", "workforce");

    private final Partition standard;
    private final Specification specification;
    private final List<Later> later;
    private final ZoneFiles files;

    /**
     * @param later what became of rows that do not stand
     * @param files how files of the warehouse are created
     */
    ReferenceTables(Partition standard, Specification specification, List<Later> later, ZoneFiles files) {
        this.standard = standard;
        this.specification = specification;
        this.later = later;
        this.files = files;
    }

    void write(Path aside) throws IOException {
        try (Database database = Database.inMemory().reading(standard.zone().tables())) {
            for (String name : CARRIED) {
                ParquetTables.createView(database, specification.table(name), standard.table(name));
                save(database, name, aside);
            }
            HeldRows.create(database, specification, standard);
            save(database, "held_row", aside);
            Ledger.create(database, specification.table("submission"), standard, later);
            save(database, "submission", aside);
        }
        for (Table table : specification.tables().values()) {
            boolean filled =
                    specification.layouts().stream().anyMatch(l -> l.fills().equals(table.name()));
            if (filled || table.name().equals("episode")) {
                emptyWhenNobodySent(table, aside);
            }
        }
    }

    private void emptyWhenNobodySent(Table table, Path aside) throws IOException {
        if (!Files.exists(aside.resolve(table.name()))) {
            try (Database database = Database.inMemory()) {
                ParquetTables.createView(database, table, List.of());
                ParquetTables.writeFolder(database, table, aside, files);
            }
        }
    }

    private void save(Database database, String name, Path aside) throws IOException {
        ParquetTables.writeFolder(database, specification.table(name), aside, files);
    }
}
