package equalities.engine.parquet;

import equalities.lake.ZoneFiles;
import equalities.lake.ZoneKey;
import equalities.spec.StandardColumns.StandardColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter.Mode;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.jspecify.annotations.Nullable;

/**
 * One Parquet file of a table's folder. It has its name once it is whole: who dies before leaves nothing that is read,
 * and who does the same work again puts the same rows in its place.
 */
public final class RowFile implements AutoCloseable {
    private static final String UNFINISHED = "_";
    private static final int ROWS_OF_A_GROUP = 10_000;
    private static final int LARGEST_PAGE = 1 << 24;

    private final Path file;
    private final Path unfinished;
    private final ParquetWriter<@Nullable Object[]> writer;
    private boolean whole;

    /**
     * @param part the file's name in its folder, without ending
     * @param files how files of its zone are created
     */
    public RowFile(RowTable table, String part, String attempt, ZoneFiles files) throws IOException {
        Path folder = Files.createDirectories(Path.of(table.folder()));
        this.file = folder.resolve(part + ".parquet");
        this.unfinished = folder.resolve(UNFINISHED + part + "." + attempt);
        Builder builder = new Builder(output(files), table.columns())
                .withConf(new PlainParquetConfiguration())
                .withWriteMode(Mode.OVERWRITE)
                .withCompressionCodec(CompressionCodecName.ZSTD);
        this.writer = (files.tableKey() == null ? builder : inOnePage(builder)).build();
    }

    private OutputFile output(ZoneFiles files) {
        ZoneKey key = files.tableKey();
        if (key != null) {
            return new ModularOutput(unfinished, key);
        }
        return files.areLocked() ? new LockedOutput(files, unfinished, file) : new LocalOutputFile(unfinished);
    }

    /** Of tables that are locked within, DuckDB reads one page of a column and row group. */
    private static Builder inOnePage(Builder builder) {
        return builder.withRowGroupRowCountLimit(ROWS_OF_A_GROUP)
                .withPageRowCountLimit(2 * ROWS_OF_A_GROUP)
                .withPageSize(LARGEST_PAGE);
    }

    /** @param values in the order of the table's columns: text, whole numbers, numbers, yes or no, days, instants, lists of text */
    public void write(@Nullable Object... values) throws IOException {
        writer.write(values);
    }

    /** Writes what is left and gives the file its name. */
    public void complete() throws IOException {
        writer.close();
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        whole = true;
    }

    /** Whether a file is what somebody left who was cut off. */
    static boolean isUnfinished(Path file) {
        return String.valueOf(file.getFileName()).startsWith(UNFINISHED);
    }

    @Override
    public void close() throws IOException {
        if (!whole) {
            writer.close();
            Files.deleteIfExists(unfinished);
        }
    }

    /** Parquet's own builder, for rows of a table. */
    private static final class Builder extends ParquetWriter.Builder<@Nullable Object[], Builder> {
        private final List<StandardColumn> columns;

        Builder(OutputFile file, List<StandardColumn> columns) {
            super(file);
            this.columns = columns;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<@Nullable Object[]> getWriteSupport(org.apache.hadoop.conf.Configuration unused) {
            return new RowSupport(columns);
        }

        @Override
        protected WriteSupport<@Nullable Object[]> getWriteSupport(ParquetConfiguration unused) {
            return new RowSupport(columns);
        }
    }
}
