package equalities.engine.parquet;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import equalities.spec.StandardColumns.StandardColumn;
import equalities.spec.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** Rows of values to Parquet, in the types that Spark and DuckDB read as the specification's. */
final class RowSupport extends WriteSupport<@Nullable Object[]> {
    private final List<StandardColumn> columns;
    private @Nullable RecordConsumer consumer;

    RowSupport(List<StandardColumn> columns) {
        this.columns = columns;
    }

    @Override
    public WriteContext init(org.apache.hadoop.conf.Configuration unused) {
        return context();
    }

    @Override
    public WriteContext init(ParquetConfiguration unused) {
        return context();
    }

    private WriteContext context() {
        Type[] types = columns.stream().map(RowSupport::type).toArray(Type[]::new);
        return new WriteContext(new MessageType("row", types), new HashMap<>());
    }

    private static Type type(StandardColumn column) {
        Table.Type type = column.type();
        return switch (type) {
            case STRING ->
                Types.optional(PrimitiveTypeName.BINARY).as(stringType()).named(column.name());
            case INTEGER -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
            case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
            case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
            case DATE -> Types.optional(PrimitiveTypeName.INT32).as(dateType()).named(column.name());
            case TIMESTAMP ->
                Types.optional(PrimitiveTypeName.INT64)
                        .as(timestampType(true, TimeUnit.MICROS))
                        .named(column.name());
            case STRINGS ->
                Types.optionalList()
                        .optionalElement(PrimitiveTypeName.BINARY)
                        .as(stringType())
                        .named(column.name());
        };
    }

    @Override
    public void prepareForWrite(RecordConsumer to) {
        consumer = to;
    }

    @Override
    public void write(@Nullable Object[] values) {
        RecordConsumer to = Objects.requireNonNull(consumer);
        to.startMessage();
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                to.startField(columns.get(i).name(), i);
                write(to, value);
                to.endField(columns.get(i).name(), i);
            }
        }
        to.endMessage();
    }

    private static void write(RecordConsumer to, Object value) {
        if (value instanceof String text) {
            to.addBinary(Binary.fromString(text));
        } else if (value instanceof Long number) {
            to.addLong(number);
        } else if (value instanceof Double number) {
            to.addDouble(number);
        } else if (value instanceof Boolean truth) {
            to.addBoolean(truth);
        } else if (value instanceof LocalDate day) {
            to.addInteger(Math.toIntExact(day.toEpochDay()));
        } else if (value instanceof Instant moment) {
            to.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, moment));
        } else if (value instanceof List<?> texts) {
            write(to, texts);
        } else {
            throw new IllegalArgumentException(
                    "no column holds a " + value.getClass().getSimpleName());
        }
    }

    /** The three levels of a list as Parquet's specification has them. */
    private static void write(RecordConsumer to, List<?> texts) {
        to.startGroup();
        if (!texts.isEmpty()) {
            to.startField("list", 0);
            for (Object text : texts) {
                to.startGroup();
                to.startField("element", 0);
                to.addBinary(Binary.fromString(text.toString()));
                to.endField("element", 0);
                to.endGroup();
            }
            to.endField("list", 0);
        }
        to.endGroup();
    }
}
