package equalities.stage.consolidate;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.ParquetTables;
import equalities.lake.ZoneFiles;
import equalities.spec.Specification;
import equalities.spec.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whether every table that was written keeps its contract in {@code schemas/tables}: names, order, types, no gaps. */
final class Contracts {
    private Contracts() {}

    /**
     * Looks at every table of every part of the warehouse written aside.
     *
     * @throws IOException when a table breaks its contract; the message names the table, the column and the rule
     */
    static void check(Specification specification, Path warehouse, ZoneFiles files) throws IOException {
        List<String> faults = new ArrayList<>();
        try (Database database = Database.inMemory().reading(files);
                Stream<Path> folders = Files.walk(warehouse, 2)) {
            for (Path folder :
                    folders.filter(f -> isTable(f, warehouse)).sorted().toList()) {
                Table table = specification.table(String.valueOf(folder.getFileName()));
                ParquetTables.faults(database, table, folder).forEach(fault -> faults.add(table.name() + ": " + fault));
            }
        }
        if (!faults.isEmpty()) {
            throw new IOException(
                    "The warehouse was not put in place, because a table breaks its contract in schemas/tables: "
                            + String.join("; ", faults) + ".");
        }
    }

    private static boolean isTable(Path folder, Path warehouse) {
        return Files.isDirectory(folder) && warehouse.relativize(folder).getNameCount() == 2;
    }
}
