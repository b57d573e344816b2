package equalities.engine.parquet;

import equalities.lake.ZoneFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The files that one task writes: one for each table that gets rows. */
public final class RowFiles implements AutoCloseable {
    private final String part;
    private final String attempt;
    private final Map<RowTable, RowFile> files = new IdentityHashMap<>();

    /**
     * @param part names the files: the same for the same rows
     * @param attempt another for each time that these are written
     */
    public RowFiles(String part, String attempt) {
        this.part = part;
        this.attempt = attempt;
    }

    /**
     * The table's file, which is opened for its first row.
     *
     * @param table always the same object for the same table
     * @param zone how files of its zone are created
     */
    public RowFile of(RowTable table, ZoneFiles zone) throws IOException {
        RowFile open = files.get(table);
        if (open == null) {
            open = new RowFile(table, part, attempt, zone);
            files.put(table, open);
        }
        return open;
    }

    /** Clears what a lost executor left unfinished in a folder and below it. */
    public static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(RowFile::isUnfinished)
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    /** Puts all files in their places. */
    public void complete() throws IOException {
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
