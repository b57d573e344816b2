package equalities.engine.parquet;

import equalities.lake.ZoneFiles;
import equalities.lake.ZoneKey;
import equalities.spec.StandardColumns.StandardColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** The rows of one Parquet file of a zone, in the columns that are wanted: null where the file has none of that name. */
public final class RowReader implements AutoCloseable {
    private final ParquetFileReader file;
    private final MessageType schema;
    private final RowAssembler rows;
    private @Nullable RecordReader<@Nullable Object[]> group;
    private long left;

    /**
     * @param from only row groups whose middle byte is at this offset or behind it
     * @param to and before this one
     * @param files how files of its zone are read
     */
    public RowReader(Path path, List<StandardColumn> wanted, long from, long to, ZoneFiles files) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withRange(from, to)
                .build();
        ZoneKey key = files.tableKey();
        // A file is shorter when it is unlocked, so that no group of it is behind the last byte.
        InputFile input = key == null ? new LocalInputFile(path) : ModularInput.of(path, key);
        file = ParquetFileReader.open(input, options);
        MessageType all = file.getFileMetaData().getSchema();
        Type[] there = wanted.stream()
                .filter(c -> all.containsField(c.name()))
                .map(c -> all.getType(c.name()))
                .toArray(Type[]::new);
        schema = new MessageType(all.getName(), there);
        rows = new RowAssembler(schema, wanted);
        file.setRequestedSchema(schema);
    }

    /** The next row; null at the end. */
    public @Nullable Object @Nullable [] next() throws IOException {
        while (left == 0) {
            PageReadStore pages = file.readNextRowGroup();
            if (pages == null) {
                return null;
            }
            left = pages.getRowCount();
            group = new ColumnIOFactory().getColumnIO(schema).getRecordReader(pages, rows);
        }
        left--;
        return Objects.requireNonNull(group).read();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
