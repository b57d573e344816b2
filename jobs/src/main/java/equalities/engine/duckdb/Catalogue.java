package equalities.engine.duckdb;

import equalities.spec.Specification;
import equalities.spec.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The database that analysts open, {@code warehouse.duckdb}: a view with comments for every table in place, the long
 * view, the macros and the views of {@code sql/views}. It holds no data, and is replaced in one atomic step.
 */
public final class Catalogue {
    private final Path home;
    private final Path file;
    private final Specification specification;
    private final SqlLibrary sql;

    public Catalogue(Path home, Path file, Specification specification, SqlLibrary sql) {
        this.home = home;
        this.file = file;
        this.specification = specification;
        this.sql = sql;
    }

    /**
     * Writes it anew.
     *
     * @param tables the tables in place, by name, with their files or folders below the home
     */
    public void write(Map<String, List<Path>> tables) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(fresh);
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".next.wal"));
        try (Database database = Database.at(fresh)) {
            tables.forEach((name, places) ->
                    ParquetTables.createView(database, specification.table(name), places, this::wherever));
            finish(database, tables.keySet(), specification, sql);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Paths hold at this home, and elsewhere after {@code set variable home = '<folder>'}. */
    private String wherever(Path path) {
        String below = home.relativize(Path.of(ParquetTables.glob(path))).toString();
        return "coalesce(getvariable('home'), " + Database.literal(home.toString()) + ") || "
                + Database.literal("/" + below);
    }

    /** Puts beside tables what analysts stand on: macros, the long view, views and comments. */
    static void finish(Database database, Collection<String> tables, Specification specification, SqlLibrary sql) {
        sql.createMacros(database);
        if (tables.contains("patient")) {
            LongView.create(database, specification);
            sql.createViews(database, "views");
        }
        specification.tables().values().forEach(t -> comment(database, t));
        database.execute("checkpoint");
    }

    /** Says of a table's view, or of the table, what the contract says of it; nothing when it is not there. */
    private static void comment(Database database, Table table) {
        Object kind = database.value("select lower(table_type) from information_schema.tables where table_name = "
                + Database.literal(table.name()));
        if (kind == null) {
            return;
        }
        String view = Database.identifier(table.name());
        database.execute("comment on " + (kind.equals("view") ? "view " : "table ") + view + " is "
                + Database.literal(table.purpose() + " One row: " + table.grain() + "."));
        for (Table.Column column : table.columns()) {
            database.execute("comment on column " + view + "." + Database.identifier(column.name()) + " is "
                    + Database.literal(column.meaning()));
        }
    }
}
