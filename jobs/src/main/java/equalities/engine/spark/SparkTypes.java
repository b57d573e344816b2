package equalities.engine.spark;

import equalities.spec.Table;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The specification's column types in Spark's words. */
public final class SparkTypes {
    private SparkTypes() {}

    public static DataType of(Table.Type type) {
        return switch (type) {
            case STRING -> DataTypes.StringType;
            case INTEGER -> DataTypes.LongType;
            case NUMBER -> DataTypes.DoubleType;
            case BOOLEAN -> DataTypes.BooleanType;
            case DATE -> DataTypes.DateType;
            case TIMESTAMP -> DataTypes.TimestampType;
            case STRINGS -> DataTypes.createArrayType(DataTypes.StringType);
        };
    }
}
