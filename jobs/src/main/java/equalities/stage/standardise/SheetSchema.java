package equalities.stage.standardise;

import equalities.engine.spark.SparkTypes;
import equalities.spec.StandardColumns.StandardColumn;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The schema of what {@link ReadSheets} gives. */
final class SheetSchema {
    static final List<String> WHERE_FROM = List.of("period", "provider_code", "submission_id", "version");
    static final List<String> REASON =
            List.of("sheet", "column_letter", "heading", "rule", "severity", "message", "fix");

    private SheetSchema() {}

    static StructType of(List<StandardColumn> standard) {
        StructType schema = texts(WHERE_FROM)
                .add("row_key", DataTypes.StringType)
                .add("mends", DataTypes.StringType)
                .add("row_number", DataTypes.LongType)
                .add("_outcome", DataTypes.StringType);
        for (StandardColumn column : standard) {
            schema = schema.add(column.name(), SparkTypes.of(column.type()));
        }
        StructType staff = texts(List.of("characteristic", "code")).add("count", DataTypes.LongType);
        return schema.add("_reasons", list(texts(REASON)))
                .add("_cells", list(DataTypes.StringType))
                .add("_workforce", list(staff));
    }

    private static StructType texts(List<String> names) {
        StructType type = new StructType();
        for (String name : names) {
            type = type.add(name, DataTypes.StringType);
        }
        return type;
    }

    private static DataType list(DataType element) {
        return DataTypes.createArrayType(element);
    }
}
