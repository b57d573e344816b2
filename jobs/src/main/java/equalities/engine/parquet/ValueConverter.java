package equalities.engine.parquet;

import equalities.spec.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.PrimitiveType;

/** The values of one column, in the types that {@link RowFile} writes; what a dictionary holds is made once. */
final class ValueConverter extends PrimitiveConverter {
    private final Table.Type type;
    private final PrimitiveType stored;
    private final Consumer<Object> to;
    private Object[] known = {};

    ValueConverter(Table.Type type, PrimitiveType stored, Consumer<Object> to) {
        this.type = type;
        this.stored = stored;
        this.to = to;
    }

    @Override
    public boolean hasDictionarySupport() {
        return true;
    }

    @Override
    public void setDictionary(Dictionary dictionary) {
        known = new Object[dictionary.getMaxId() + 1];
        for (int id = 0; id < known.length; id++) {
            known[id] = switch (stored.getPrimitiveTypeName()) {
                case BINARY -> dictionary.decodeToBinary(id).toStringUsingUTF8();
                case INT32 -> whole(dictionary.decodeToInt(id));
                case INT64 -> whole(dictionary.decodeToLong(id));
                case DOUBLE -> dictionary.decodeToDouble(id);
                case BOOLEAN, FLOAT, INT96, FIXED_LEN_BYTE_ARRAY -> throw unknown();
            };
        }
    }

    @Override
    public void addValueFromDictionary(int id) {
        to.accept(known[id]);
    }

    @Override
    public void addBinary(Binary text) {
        to.accept(text.toStringUsingUTF8());
    }

    @Override
    public void addBoolean(boolean truth) {
        to.accept(truth);
    }

    @Override
    public void addDouble(double number) {
        to.accept(number);
    }

    @Override
    public void addInt(int number) {
        to.accept(whole(number));
    }

    @Override
    public void addLong(long number) {
        to.accept(whole(number));
    }

    private Object whole(long number) {
        return switch (type) {
            case DATE -> LocalDate.ofEpochDay(number);
            case TIMESTAMP -> Instant.EPOCH.plus(number, ChronoUnit.MICROS);
            case INTEGER -> number;
            case STRING, NUMBER, BOOLEAN, STRINGS -> throw unknown();
        };
    }

    private IllegalArgumentException unknown() {
        return new IllegalArgumentException("no column of type " + type + " is kept as " + stored);
    }
}
