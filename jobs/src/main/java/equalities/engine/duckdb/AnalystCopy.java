package equalities.engine.duckdb;

import equalities.spec.Specification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A database file of its own for analysts: the tables of the catalogue as tables, its macros and views, and no way back to
 * the home it was made from.
 */
public final class AnalystCopy {
    /** The database's file in the folder of a grant. */
    public static final String FILE = "analyst.duckdb";

    /** What closes a session to everything but that file. */
    public static final String SESSION = "session.sql";

    private AnalystCopy() {}

    /**
     * Writes the database.
     *
     * @param catalogue the home's own database, whose views are read
     * @param home what the catalogue's paths are below
     * @param file written anew
     * @return the tables in it
     */
    public static List<String> write(
            Path catalogue, Path home, Path file, Specification specification, SqlLibrary sql) {
        try (Database database = Database.at(file)) {
            database.execute("set variable home = " + Database.literal(home.toString()));
            database.execute("attach " + Database.literal(catalogue.toString()) + " as warehouse (read_only)");
            Set<String> views = sql.folder("views").stream().map(SqlFile::name).collect(Collectors.toSet());
            List<String> tables = database
                    .query(
                            "select view_name from duckdb_views() where database_name = 'warehouse' and not internal order by 1")
                    .rows()
                    .stream()
                    .map(row -> String.valueOf(row.get(0)))
                    .filter(name -> specification.tables().containsKey(name) && !views.contains(name))
                    .toList();
            for (String table : tables) {
                String name = Database.identifier(table);
                database.execute("create table " + name + " as from warehouse." + name);
            }
            database.execute("detach warehouse");
            Catalogue.finish(database, tables, specification, sql);
            return tables;
        }
    }

    /** The statements that close a session, to be run from the folder that holds them. */
    public static String session() {
        try (InputStream in = AnalystCopy.class.getResourceAsStream("/equalities/grant/" + SESSION)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A session that sees what was granted in a folder, and nothing else. */
    public static Database open(Path folder) {
        Database database = Database.inMemory();
        Path file = folder.toAbsolutePath().resolve(FILE);
        database.execute(session().replace("'" + FILE + "'", Database.literal(file.toString())));
        return database;
    }

    /** Whether a folder holds a grant. */
    public static boolean isThere(Path folder) {
        return Files.exists(folder.resolve(FILE)) && Files.exists(folder.resolve(SESSION));
    }
}
