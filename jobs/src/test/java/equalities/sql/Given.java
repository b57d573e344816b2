package equalities.sql;

import equalities.engine.duckdb.Database;
import equalities.spec.Specification;
import equalities.spec.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A table of a page as a relation of the database: in the contract's columns and types where there is a contract. */
final class Given {
    private Given() {}

    static void create(Database database, Specification specification, boolean published, String name, Page.Grid grid) {
        database.execute("drop view if exists " + name);
        database.execute("drop table if exists " + name);
        Table contract = specification.tables().get(name.replaceFirst("_before$", ""));
        if (contract == null) {
            database.execute("create table " + name + " as " + untyped(grid));
            return;
        }
        Table table = published ? contract.published() : contract;
        String columns = table.columns().stream()
                .map(c -> Database.identifier(c.name()) + " " + type(c.type()))
                .collect(Collectors.joining(", "));
        database.execute("create table " + name + " (" + columns + ")");
        Map<String, Table.Type> types =
                table.columns().stream().collect(Collectors.toMap(Table.Column::name, Table.Column::type));
        for (List<String> row : grid.rows()) {
            String names = grid.columns().stream().map(Database::identifier).collect(Collectors.joining(", "));
            StringBuilder values = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                Table.Type type = types.get(grid.columns().get(i));
                if (type == null) {
                    throw new AssertionError("the contract of " + name + " has no column "
                            + grid.columns().get(i));
                }
                values.append(i == 0 ? "" : ", ").append(literal(row.get(i), type));
            }
            database.execute("insert into " + name + " (" + names + ") values (" + values + ")");
        }
    }

    /** The types follow from the cells: numbers where all are numbers. */
    private static String untyped(Page.Grid grid) {
        StringBuilder select = new StringBuilder();
        for (List<String> row : grid.rows()) {
            select.append(select.isEmpty() ? "select " : " union all select ");
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                boolean numbers = grid.rows().stream()
                        .map(r -> r.get(column))
                        .allMatch(c -> c.isEmpty() || (c.matches("-?\\d+(\\.\\d+)?") && !c.matches("0\\d+")));
                boolean whole = grid.rows().stream().map(r -> r.get(column)).noneMatch(c -> c.contains("."));
                boolean truths = grid.rows().stream()
                        .map(r -> r.get(column).toLowerCase(Locale.ROOT))
                        .allMatch(c -> c.isEmpty() || c.equals("true") || c.equals("false"));
                boolean empty = grid.rows().stream().allMatch(r -> r.get(column).isEmpty());
                String type =
                        empty ? "varchar" : truths ? "boolean" : numbers ? (whole ? "bigint" : "double") : "varchar";
                String cell = row.get(i).isEmpty() ? "null" : Database.literal(row.get(i));
                select.append(i == 0 ? "" : ", ")
                        .append(cell)
                        .append("::")
                        .append(type)
                        .append(" as ")
                        .append(Database.identifier(grid.columns().get(i)));
            }
        }
        return select.toString();
    }

    private static String literal(String cell, Table.Type type) {
        if (cell.isEmpty()) {
            return "null";
        }
        if (type == Table.Type.STRINGS) {
            return "string_split(" + Database.literal(cell) + ", '; ')";
        }
        return Database.literal(cell) + "::" + type(type);
    }

    private static String type(Table.Type type) {
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
