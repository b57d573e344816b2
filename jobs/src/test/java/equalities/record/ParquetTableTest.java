package equalities.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class ParquetTableTest {
    @TempDir
    Path folder;

    @Test
    void parquet_is_read_with_dates_and_numbers_as_written() throws IOException {
        for (CompressionCodecName codec :
                List.of(CompressionCodecName.UNCOMPRESSED, CompressionCodecName.SNAPPY, CompressionCodecName.ZSTD)) {
            Path file = parquet(codec);
            List<RawRow> rows = SpreadsheetFilesTest.rows(file);
            assertThat(rows.get(0).cells()).containsExactly("Person ID", "Start Date", "Cost", "Seen");
            assertThat(rows.get(1).cells()).containsExactly("9990123454", "2025-04-01", "12.5", "TRUE");
            assertThat(rows.get(2).cells()).containsExactly("9991234578", "", "0.1", "FALSE");
        }
    }

    private Path parquet(CompressionCodecName codec) throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType(
                "message m { required binary Person_ID (STRING); optional int32 Start (DATE); required double Cost; required boolean Seen; }");
        MessageType named = new MessageType(
                "m",
                List.of(
                        org.apache.parquet.schema.Types.required(
                                        org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY)
                                .as(org.apache.parquet.schema.LogicalTypeAnnotation.stringType())
                                .named("Person ID"),
                        org.apache.parquet.schema.Types.optional(
                                        org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32)
                                .as(org.apache.parquet.schema.LogicalTypeAnnotation.dateType())
                                .named("Start Date"),
                        schema.getType("Cost"),
                        schema.getType("Seen")));
        Path file = folder.resolve(codec + ".parquet");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(named)
                .withCompressionCodec(codec)
                .build()) {
            SimpleGroupFactory rows = new SimpleGroupFactory(named);
            writer.write(rows.newGroup()
                    .append("Person ID", "9990123454")
                    .append("Start Date", (int) LocalDate.of(2025, 4, 1).toEpochDay())
                    .append("Cost", 12.5)
                    .append("Seen", true));
            writer.write(rows.newGroup()
                    .append("Person ID", "9991234578")
                    .append("Cost", 0.1)
                    .append("Seen", false));
        }
        return file;
    }
}
