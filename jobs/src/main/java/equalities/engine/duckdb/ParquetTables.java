package equalities.engine.duckdb;

import equalities.engine.parquet.RowFile;
import equalities.engine.parquet.RowTable;
import equalities.lake.ZoneFiles;
import equalities.spec.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tables of the specification as views over Parquet, and relations written as Parquet. */
public final class ParquetTables {
    /** What the key of locked tables is called in every database that reads them. */
    public static final String KEY_NAME = "warehouse";

    private static final String KEY = "person_key";

    private ParquetTables() {}

    /** A view of the contract's columns over files or folders, empty when there are none. */
    public static void createView(Database database, Table table, List<Path> places) {
        createView(database, table, places, path -> Database.literal(glob(path)), ParquetTables::typed);
    }

    /**
     * The same to calculate with: keys of people are 128 of their 256 bits, which tell as many people apart as there will
     * ever be and are compared several times as fast.
     */
    public static void createCalculatingView(Database database, Table table, List<Path> places) {
        createView(database, table, places, path -> Database.literal(glob(path)), ParquetTables::calculating);
    }

    /** A view over what another version of the contract may have made: columns that are not there are empty. */
    static void createViewOfWhatIsThere(
            Database database, Table table, List<Path> places, Function<Path, String> name) {
        Set<String> there = places.isEmpty() ? Set.of() : columns(database, relation(database, places, name));
        createView(database, table, places, name, (c, value) -> typed(c, there.contains(c.name()) ? value : "null"));
    }

    private static Set<String> columns(Database database, String relation) {
        return database.query("describe select * from " + relation).rows().stream()
                .map(row -> String.valueOf(row.get(0)))
                .collect(Collectors.toSet());
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
        String from = places.isEmpty() ? " where false" : " from " + relation(database, places, name);
        database.execute(
                "create or replace view " + Database.identifier(table.name()) + " as select " + columns + from);
    }

    /** The rows of folders or files as a relation of a query; where the database has a key, of none that are not locked. */
    public static String relation(Database database, List<Path> places) {
        return relation(database, places, path -> Database.literal(glob(path)));
    }

    private static String relation(Database database, List<Path> places, Function<Path, String> name) {
        String locked = database.hasKey() ? "], encryption_config = {footer_key: '" + KEY_NAME + "'})" : "])";
        return places.stream().map(name).collect(Collectors.joining(", ", "read_parquet([", locked));
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
        String from = " from " + relation(database, List.of(folder));
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

    /** The same, locked where files of its zone are: DuckDB itself has no cipher for writing that it calls secure. */
    public static void write(Database database, Table table, Path file, ZoneFiles files) throws IOException {
        if (files.tableKey() == null) {
            write(database, table, file);
            return;
        }
        String columns = table.columns().stream().map(ParquetTables::forJava).collect(Collectors.joining(", "));
        String part = String.valueOf(file.getFileName()).replaceFirst("\\.parquet$", "");
        RowTable of = new RowTable(
                String.valueOf(file.getParent()), RowTable.of(table, file).columns());
        try (RowFile to = new RowFile(of, part, "", files)) {
            database.each(
                    "select " + columns + " from (select * from " + Database.identifier(table.name())
                            + ") order by all",
                    to::write);
            to.complete();
        }
    }

    private static String forJava(Table.Column column) {
        String typed = typed(column, Database.identifier(column.name()));
        return column.type() == Table.Type.TIMESTAMP ? "epoch_us(" + typed + ")" : typed;
    }

    /** Writes a table as a folder of its name below another. */
    public static void writeFolder(Database database, Table table, Path below, ZoneFiles files) throws IOException {
        Path folder = Files.createDirectories(below.resolve(table.name()));
        write(database, table, folder.resolve("part.parquet"), files);
    }

    /** Writes the answer to a query, sorted by all its columns. */
    public static void writeQuery(Database database, String select, Path file) {
        database.execute("copy (select * from (" + select + ") order by all) to " + Database.literal(file.toString())
                + " (format parquet, compression zstd)");
    }
}
