package equalities.record;

import equalities.record.bytes.FileBytes;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** The rows of a Parquet file, as the text that a person would write. */
final class ParquetRows implements Rows {
    private static final long JULIAN_DAY_OF_1970 = 2_440_588;

    private final FileBytes bytes;
    private final ParquetFileReader file;
    private final String sheet;
    private final MessageType schema;
    private @Nullable RecordReader<Group> group;
    private long left;
    private long number;

    ParquetRows(FileBytes bytes, ParquetFileReader file, String sheet) {
        this.bytes = bytes;
        this.file = file;
        this.sheet = sheet;
        this.schema = file.getFileMetaData().getSchema();
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        number++;
        if (number == 1) {
            return new RawRow(
                    sheet, 1, schema.getFields().stream().map(Type::getName).toList());
        }
        try {
            RecordReader<Group> records = records();
            if (records == null) {
                return null;
            }
            left--;
            return new RawRow(sheet, number, cells(records.read()));
        } catch (RuntimeException e) {
            throw ParquetTable.damaged(e);
        } catch (IOException e) {
            throw ParquetTable.damaged(bytes, e);
        }
    }

    private @Nullable RecordReader<Group> records() throws IOException {
        while (left == 0) {
            PageReadStore pages = file.readNextRowGroup();
            if (pages == null) {
                return null;
            }
            left = pages.getRowCount();
            group = new ColumnIOFactory().getColumnIO(schema).getRecordReader(pages, new GroupRecordConverter(schema));
        }
        return group;
    }

    private List<String> cells(Group row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < schema.getFieldCount(); i++) {
            boolean there = row.getFieldRepetitionCount(i) > 0;
            cells.add(there ? text(row, i, schema.getType(i).asPrimitiveType()) : "");
        }
        return cells;
    }

    private static String text(Group row, int i, PrimitiveType type) {
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> row.getBoolean(i, 0) ? "TRUE" : "FALSE";
            case FLOAT -> number(new BigDecimal(String.valueOf(row.getFloat(i, 0))));
            case DOUBLE -> decimal(row.getDouble(i, 0));
            case INT32 -> whole(row.getInteger(i, 0), meaning);
            case INT64 -> whole(row.getLong(i, 0), meaning);
            case INT96 -> timestamp(row.getInt96(i, 0).getBytes());
            case BINARY, FIXED_LEN_BYTE_ARRAY ->
                meaning instanceof LogicalTypeAnnotation.DecimalLogicalTypeAnnotation decimal
                        ? number(new BigDecimal(
                                new BigInteger(row.getBinary(i, 0).getBytes()), decimal.getScale()))
                        : row.getBinary(i, 0).toStringUsingUTF8();
        };
    }

    private static String decimal(double value) {
        return Double.isFinite(value) ? number(BigDecimal.valueOf(value)) : String.valueOf(value);
    }

    private static String number(BigDecimal number) {
        return WorkbookCell.plain(number);
    }

    private static String whole(long value, @Nullable LogicalTypeAnnotation meaning) {
        if (meaning instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
            return LocalDate.ofEpochDay(value).toString();
        }
        if (meaning instanceof LogicalTypeAnnotation.DecimalLogicalTypeAnnotation decimal) {
            return number(BigDecimal.valueOf(value, decimal.getScale()));
        }
        if (meaning instanceof LogicalTypeAnnotation.TimestampLogicalTypeAnnotation timestamp) {
            return moment(nanoseconds(timestamp.getUnit(), value));
        }
        if (meaning instanceof LogicalTypeAnnotation.TimeLogicalTypeAnnotation time) {
            return LocalTime.ofNanoOfDay(nanoseconds(time.getUnit(), value)).toString();
        }
        return String.valueOf(value);
    }

    private static long nanoseconds(LogicalTypeAnnotation.TimeUnit unit, long value) {
        return switch (unit) {
            case MILLIS -> TimeUnit.MILLISECONDS.toNanos(value);
            case MICROS -> TimeUnit.MICROSECONDS.toNanos(value);
            case NANOS -> value;
        };
    }

    /** Nanoseconds of the day, then the Julian day, both from the least byte on. */
    private static String timestamp(byte[] bytes) {
        java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        long ofDay = buffer.getLong();
        long day = buffer.getInt() - JULIAN_DAY_OF_1970;
        return moment(TimeUnit.DAYS.toNanos(day) + ofDay);
    }

    private static String moment(long nanoseconds) {
        Instant instant = Instant.ofEpochSecond(
                Math.floorDiv(nanoseconds, 1_000_000_000L), Math.floorMod(nanoseconds, 1_000_000_000L));
        java.time.LocalDateTime moment = instant.atZone(ZoneOffset.UTC).toLocalDateTime();
        boolean midnight = moment.toLocalTime().toNanoOfDay() == 0;
        return midnight ? moment.toLocalDate().toString() : moment.toLocalDate() + " " + moment.toLocalTime();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
