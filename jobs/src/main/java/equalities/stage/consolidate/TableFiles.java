package equalities.stage.consolidate;

import equalities.engine.parquet.RowFile;
import equalities.engine.parquet.RowTable;
import equalities.lake.ZoneFiles;
import equalities.spec.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.TaskContext;

/** The files that one task writes: one of each table that gets rows. */
final class TableFiles implements AutoCloseable {
    private final Path folder;
    private final String part;
    private final String attempt = String.valueOf(TaskContext.get().taskAttemptId());
    private final Map<String, RowFile> files = new LinkedHashMap<>();

    /**
     * @param folder of the tables
     * @param part names the files: the same for the same partition
     */
    TableFiles(String folder, String part) {
        this.folder = Path.of(folder);
        this.part = part;
    }

    RowFile of(Table table) throws IOException {
        RowFile open = files.get(table.name());
        if (open == null) {
            open = new RowFile(RowTable.of(table, folder), part, attempt, ZoneFiles.plain());
            files.put(table.name(), open);
        }
        return open;
    }

    /** Puts all files in their places. */
    void complete() throws IOException {
        for (RowFile file : files.values()) {
            file.complete();
        }
    }

    @Override
    public void close() throws IOException {
        for (RowFile file : files.values()) {
            file.close();
        }
    }
}
