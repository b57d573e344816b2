package equalities.engine.duckdb;

import equalities.spec.Table;

/** The specification's column types in DuckDB's words. */
final class Types {
    private Types() {}

    static String of(Table.Type type) {
        return switch (type) {
            case STRING -> "varchar";
            case INTEGER -> "bigint";
            case NUMBER -> "double";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TIMESTAMP -> "timestamp";
            case STRINGS -> "varchar[]";
        };
    }
}
