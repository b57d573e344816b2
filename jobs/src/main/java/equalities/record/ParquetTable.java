package equalities.record;

import equalities.record.bytes.FileBytes;
import java.io.IOException;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** A Parquet file as one sheet: its column names are row 1. */
final class ParquetTable implements SourceFile, Sheet {
    private static final long LARGEST_GROUP = 1L << 30;

    private final FileBytes file;
    private final String fileName;

    ParquetTable(FileBytes file, String fileName) throws IOException {
        this.file = file;
        this.fileName = fileName;
        try (ParquetFileReader reader = reader(file)) {
            check(reader.getFileMetaData().getSchema(), reader.getRowGroups());
            ParquetPages.check(file, reader.getRowGroups(), LARGEST_GROUP);
        } catch (RuntimeException e) {
            throw damaged(e);
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    static ParquetFileReader reader(FileBytes file) throws IOException {
        ParquetReadOptions options =
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        return ParquetFileReader.open(new ParquetBytes(file), options);
    }

    static UnreadableFile damaged(Exception e) {
        return new UnreadableFile("The Parquet file is damaged.", "Write it again and send it.", e);
    }

    /**
     * What reading it as Parquet failed of, where its bytes can be read.
     *
     * @throws IOException when they cannot: then it is the disk
     */
    static UnreadableFile damaged(FileBytes file, IOException e) throws IOException {
        file.readToEnd();
        return damaged(e);
    }

    private static void check(MessageType schema, List<BlockMetaData> groups) throws UnreadableFile {
        for (Type column : schema.getFields()) {
            if (!column.isPrimitive() || column.isRepetition(Type.Repetition.REPEATED)) {
                throw new UnreadableFile(
                        "Columns of the Parquet file hold lists or records, not one value a row.",
                        "Write several values into one text, separated by semicolons.");
            }
        }
        if (groups.stream().anyMatch(g -> g.getTotalByteSize() > LARGEST_GROUP)) {
            throw new UnreadableFile(
                    "A row group of the Parquet file unpacks to more than one gigabyte.",
                    "Write the file in smaller row groups.");
        }
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(this);
    }

    @Override
    public String name() {
        return fileName;
    }

    @Override
    public boolean delimited() {
        return false;
    }

    @Override
    public Rows rows() throws IOException {
        return new ParquetRows(file, reader(file), fileName);
    }

    @Override
    public void close() {
        // Every reader of rows closes its own stream.
    }
}
