package equalities.record;

import equalities.record.bytes.FileBytes;
import java.io.IOException;
import java.util.function.Predicate;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** The rows of a Parquet file of any columns, each as one text, to be searched. */
public final class ParquetText {
    private ParquetText() {}

    /** Whether a row of the file is such; none is of a file that is no whole Parquet. */
    public static boolean hasRow(FileBytes file, Predicate<String> such) throws IOException {
        try (ParquetFileReader reader = ParquetTable.reader(file)) {
            MessageType schema = reader.getFileMetaData().getSchema();
            for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
                RecordReader<Group> rows = new ColumnIOFactory()
                        .getColumnIO(schema)
                        .getRecordReader(pages, new GroupRecordConverter(schema));
                for (long left = pages.getRowCount(); left > 0; left--) {
                    if (such.test(rows.read().toString())) {
                        return true;
                    }
                }
            }
        } catch (RuntimeException damaged) {
            file.readToEnd();
        }
        return false;
    }
}
