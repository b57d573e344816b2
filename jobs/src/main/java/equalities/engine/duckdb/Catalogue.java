package equalities.engine.duckdb;

import equalities.lake.Durable;
import equalities.lake.Fingerprint;
import equalities.lake.ZoneFiles;
import equalities.spec.Specification;
import equalities.spec.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The database that analysts open, {@code warehouse.duckdb}: a view with comments for every table in place, the long
 * view, the macros and the views of {@code sql/views}. It holds no data, and is replaced in one atomic step. Beside it, in
 * {@code state/catalogue}, stands what it was made of and its SHA-256: so a run that was cut off between a zone's pointer and
 * the catalogue is noticed, and so is a flipped bit.
 */
public final class Catalogue {
    private final Path home;
    private final Path file;
    private final Specification specification;
    private final SqlLibrary sql;
    private final Tables tables;

    /** How the tables that analysts see are read. */
    public interface Key {
        ZoneFiles tables() throws IOException;
    }

    private final Key key;

    /** What is in place, of all zones that analysts see: by name, with their files or folders below the home. */
    public interface Tables {
        Map<String, List<Path>> inPlace() throws IOException;
    }

    public Catalogue(Path home, Path file, Specification specification, SqlLibrary sql, Tables tables, Key key) {
        this.home = home;
        this.file = file;
        this.specification = specification;
        this.sql = sql;
        this.tables = tables;
        this.key = key;
    }

    /** Whether it shows what is in place now, and is as it was written. */
    public boolean isCurrent() throws IOException {
        // Without a note nobody knows what it shows: a kill came between the two, or the home is older than the notes.
        return Files.exists(file)
                && Files.exists(note())
                && Files.readString(note()).equals(noteOf(tables.inPlace()));
    }

    /** Writes it anew, unless it shows what is in place. */
    public void write() throws IOException {
        if (!isCurrent()) {
            Map<String, List<Path>> shown = tables.inPlace();
            write(shown);
            Durable.replace(note(), noteOf(shown));
        }
    }

    private String noteOf(Map<String, List<Path>> shown) throws IOException {
        Map<String, String> below = new TreeMap<>();
        shown.forEach((name, places) ->
                below.put(name, places.stream().map(home::relativize).toList().toString()));
        String made = Fingerprint.of(home.toString(), specification.fingerprint(), below.toString());
        return made + " " + Fingerprint.ofFile(file) + "\n";
    }

    private Path note() {
        return home.resolve("state").resolve("catalogue");
    }

    private void write(Map<String, List<Path>> shown) throws IOException {
        Path fresh = Durable.next(file);
        Files.deleteIfExists(fresh);
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".next.wal"));
        try (Database database = Database.at(fresh).reading(key.tables())) {
            shown.forEach(
                    (name, places) -> view(database, specification.tables().get(name), places));
            finish(database, shown.keySet(), specification, sql);
        }
        Durable.replace(file, fresh);
    }

    /** Until all stages ran after an upgrade, some tables are still as the version before made them, and some are no more. */
    private void view(Database database, @Nullable Table table, List<Path> places) {
        if (table != null) {
            ParquetTables.createViewOfWhatIsThere(database, table, places, this::wherever);
        }
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
