package equalities.engine.duckdb;

import equalities.spec.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tables of the specification as views over Parquet, and relations written as Parquet. */
public final class ParquetTables {
    private static final String KEY = "person_key";

    private ParquetTables() {}

    /** A view of the contract's columns over files or folders, empty when there are none. */
    public static void createView(Database database, Table table, List<Path> places) {
        createView(database, table, places, path -> Database.literal(glob(path)));
    }

    /**
     * The same to calculate with: keys of people are 128 of their 256 bits, which tell as many people apart as there will
     * ever be and are compared several times as fast.
     */
    public static void createCalculatingView(Database database, Table table, List<Path> places) {
        createView(database, table, places, path -> Database.literal(glob(path)), ParquetTables::calculating);
    }

    static void createView(Database database, Table table, List<Path> places, Function<Path, String> name) {
        createView(database, table, places, name, ParquetTables::typed);
    }

    private static void createView(
            Database database,
            Table table,
            List<Path> places,
            Function<Path, String> name,
            BiFunction<Table.Column, String, String> read) {
        String columns = table.columns().stream()
                .map(c -> read.apply(c, places.isEmpty() ? "null" : Database.identifier(c.name())) + " as "
                        + Database.identifier(c.name()))
                .collect(Collectors.joining(", "));
        String from = places.isEmpty()
                ? " where false"
                : places.stream().map(name).collect(Collectors.joining(", ", " from read_parquet([", "])"));
        database.execute(
                "create or replace view " + Database.identifier(table.name()) + " as select " + columns + from);
    }

    private static String typed(Table.Column column, String value) {
        return value + "::" + Types.of(column.type());
    }

    private static String calculating(Table.Column column, String value) {
        String typed = typed(column, value);
        return column.name().equals(KEY) ? "left(" + typed + ", 32)::uuid" : typed;
    }

    /** A folder's Parquet files, or the file itself. */
    static String glob(Path path) {
        return Files.isDirectory(path) ? path + "/*.parquet" : path.toString();
    }

    /** What in a folder of Parquet differs from the contract: columns, their order and types, gaps in required ones. */
    public static List<String> faults(Database database, Table table, Path folder) {
        String from = " from read_parquet(" + Database.literal(glob(folder)) + ")";
        List<String> found = database.query("describe select *" + from).rows().stream()
                .map(row -> row.get(0) + " " + String.valueOf(row.get(1)).toLowerCase(Locale.ROOT))
                .toList();
        List<String> wanted = table.columns().stream()
                .map(c -> c.name() + " " + Types.of(c.type()))
                .toList();
        if (!found.equals(wanted)) {
            return List.of("its columns are " + found + " and should be " + wanted);
        }
        return table.columns().stream()
                .filter(Table.Column::required)
                .map(Table.Column::name)
                .filter(c ->
                        database.count("select count(*)" + from + " where " + Database.identifier(c) + " is null") > 0)
                .map(c -> "its column " + c + " is required and empty in some row")
                .toList();
    }

    /** Writes a relation in the columns and order of its contract; the same rows are the same bytes. */
    public static void write(Database database, Table table, Path file) {
        String columns = table.columns().stream()
                .map(c -> Database.identifier(c.name()) + "::" + Types.of(c.type()) + " as "
                        + Database.identifier(c.name()))
                .collect(Collectors.joining(", "));
        writeQuery(database, "select " + columns + " from " + Database.identifier(table.name()), file);
    }

    /** Writes a table as a folder of its name below another. */
    public static void writeFolder(Database database, Table table, Path below) throws IOException {
        Path folder = Files.createDirectories(below.resolve(table.name()));
        write(database, table, folder.resolve("part.parquet"));
    }

    /** Writes the answer to a query, sorted by all its columns. */
    public static void writeQuery(Database database, String select, Path file) {
        database.execute("copy (select * from (" + select + ") order by all) to " + Database.literal(file.toString())
                + " (format parquet, compression zstd)");
    }
}
