package equalities.stage.publish.machine;

import equalities.stage.publish.content.OutputTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the tables as CSV and what is said about them. Their Parquet is written where they are asked for. */
public final class MachineFiles {
    private MachineFiles() {}

    public static void write(List<OutputTable> tables, Path release) throws IOException {
        for (OutputTable table : tables) {
            CsvTables.write(table.relation(), release.resolve(table.name() + ".csv"));
        }
        FindingsFile.write(tables, release);
    }

    /**
     * Describes a release whose other files are all there.
     *
     * @param tables those that there are as CSV
     * @param madeAt an instant, as ISO 8601 writes it
     */
    public static void describe(List<OutputTable> tables, String madeAt, Path release) throws IOException {
        TableMetadata.write(tables, release);
        DataPackage.write(tables, madeAt, release);
    }
}
