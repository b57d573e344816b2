package equalities.engine.parquet;

import equalities.spec.StandardColumns.StandardColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Puts the values of a row together as they come from the columns of a file. */
final class RowAssembler extends RecordMaterializer<@Nullable Object[]> {
    private final Root root;

    /**
     * @param schema the columns that are read
     * @param wanted the columns of a row
     */
    RowAssembler(MessageType schema, List<StandardColumn> wanted) {
        root = new Root(schema, wanted);
    }

    @Override
    public @Nullable Object[] getCurrentRecord() {
        return root.row;
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }

    /** A row. */
    private static final class Root extends GroupConverter {
        private final Converter[] columns;
        private final int width;
        private @Nullable Object[] row;

        Root(MessageType schema, List<StandardColumn> wanted) {
            width = wanted.size();
            row = new Object[width];
            columns = new Converter[schema.getFieldCount()];
            for (int place = 0; place < width; place++) {
                StandardColumn column = wanted.get(place);
                if (schema.containsField(column.name())) {
                    int at = place;
                    Type type = schema.getType(column.name());
                    columns[schema.getFieldIndex(column.name())] = type.isPrimitive()
                            ? new ValueConverter(column.type(), type.asPrimitiveType(), value -> row[at] = value)
                            : new Texts(type.asGroupType(), column, texts -> row[at] = texts);
                }
            }
        }

        @Override
        public Converter getConverter(int field) {
            return columns[field];
        }

        @Override
        public void start() {
            row = new Object[width];
        }

        @Override
        public void end() {
            // The row is whole.
        }
    }

    /** A list of texts, in the three levels of Parquet's specification. */
    private static final class Texts extends GroupConverter {
        private final Consumer<List<Object>> to;
        private final GroupConverter element;
        private List<Object> texts = new ArrayList<>();

        Texts(GroupType list, StandardColumn column, Consumer<List<Object>> to) {
            this.to = to;
            Type text = list.getType(0).asGroupType().getType(0);
            Converter each = new ValueConverter(column.type(), text.asPrimitiveType(), value -> texts.add(value));
            this.element = new Element(each);
        }

        @Override
        public Converter getConverter(int field) {
            return element;
        }

        @Override
        public void start() {
            texts = new ArrayList<>();
        }

        @Override
        public void end() {
            to.accept(texts);
        }
    }

    /** One place of a list. */
    private static final class Element extends GroupConverter {
        private final Converter text;

        Element(Converter text) {
            this.text = text;
        }

        @Override
        public Converter getConverter(int field) {
            return text;
        }

        @Override
        public void start() {
            // Its text comes by itself.
        }

        @Override
        public void end() {
            // Its text came by itself.
        }
    }
}
