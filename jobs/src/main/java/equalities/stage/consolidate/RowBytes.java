package equalities.stage.consolidate;

import equalities.spec.StandardColumns.StandardColumn;
import equalities.spec.Table;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Standard rows as bytes, on their way from one executor to another and while they are kept. */
final class RowBytes implements Serializable {
    private static final long serialVersionUID = 1;

    private final List<Returned> returns;

    RowBytes(List<Returned> returns) {
        this.returns = returns;
    }

    static byte[] of(StandardRow row) {
        GrowingBytes to = new GrowingBytes();
        to.room(Integer.BYTES).putInt(row.of().number());
        List<StandardColumn> columns = row.of().columns();
        for (int i = 0; i < columns.size(); i++) {
            Object value = row.values()[i];
            to.room(1).put((byte) (value == null ? 0 : 1));
            if (value != null) {
                write(to, columns.get(i).type(), value);
            }
        }
        return to.all();
    }

    StandardRow row(byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        Returned of = returns.get(from.getInt());
        List<StandardColumn> columns = of.columns();
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = from.get() == 0 ? null : read(from, columns.get(i).type());
        }
        return new StandardRow(of, values);
    }

    private static void write(GrowingBytes to, Table.Type type, Object value) {
        switch (type) {
            case STRING -> to.put((String) value);
            case INTEGER -> to.room(Long.BYTES).putLong((Long) value);
            case NUMBER -> to.room(Double.BYTES).putDouble((Double) value);
            case BOOLEAN -> to.room(1).put((byte) ((Boolean) value ? 1 : 0));
            case DATE -> to.room(Long.BYTES).putLong(((LocalDate) value).toEpochDay());
            case TIMESTAMP -> {
                Instant moment = (Instant) value;
                to.room(Long.BYTES + Integer.BYTES)
                        .putLong(moment.getEpochSecond())
                        .putInt(moment.getNano());
            }
            case STRINGS -> {
                List<?> texts = (List<?>) value;
                to.room(Integer.BYTES).putInt(texts.size());
                texts.forEach(text -> to.put((String) text));
            }
        }
    }

    private static Object read(ByteBuffer from, Table.Type type) {
        return switch (type) {
            case STRING -> text(from);
            case INTEGER -> from.getLong();
            case NUMBER -> from.getDouble();
            case BOOLEAN -> from.get() != 0;
            case DATE -> LocalDate.ofEpochDay(from.getLong());
            case TIMESTAMP -> Instant.ofEpochSecond(from.getLong(), from.getInt());
            case STRINGS -> texts(from);
        };
    }

    private static List<String> texts(ByteBuffer from) {
        int size = from.getInt();
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(text(from));
        }
        return texts;
    }

    private static String text(ByteBuffer from) {
        int length = from.getInt();
        String text = new String(from.array(), from.position(), length, StandardCharsets.UTF_8);
        from.position(from.position() + length);
        return text;
    }
}
