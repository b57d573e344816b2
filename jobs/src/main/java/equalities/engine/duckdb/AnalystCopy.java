package equalities.engine.duckdb;

import equalities.lake.ZoneFiles;
import equalities.spec.Specification;
import equalities.spec.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
     * @param tables how the catalogue's tables are read
     * @param file written anew
     * @param project the secret of the project that it is for: people and rows have pseudonyms of their own in it
     * @return the tables in it
     */
    public static List<String> write(
            Path catalogue,
            Path home,
            ZoneFiles tables,
            Path file,
            Specification specification,
            SqlLibrary sql,
            Optional<byte[]> project) {
        try (Database database = Database.at(file).reading(tables)) {
            database.execute("set variable home = " + Database.literal(home.toString()));
            database.execute("attach " + Database.literal(catalogue.toString()) + " as warehouse (read_only)");
            Set<String> views = sql.folder("views").stream().map(SqlFile::name).collect(Collectors.toSet());
            List<String> granted = database
                    .query(
                            "select view_name from duckdb_views() where database_name = 'warehouse' and not internal order by 1")
                    .rows()
                    .stream()
                    .map(row -> String.valueOf(row.get(0)))
                    .filter(name -> specification.tables().containsKey(name) && !views.contains(name))
                    .toList();
            project.ifPresent(secret -> KeyedHash.key(database, secret));
            for (String name : granted) {
                Table table = specification.table(name);
                database.execute("create table " + Database.identifier(name) + " as "
                        + (project.isPresent() ? ofProject(table) : everything(table)));
            }
            project.ifPresent(secret -> KeyedHash.forget(database));
            database.execute("detach warehouse");
            Catalogue.finish(database, granted, specification, sql);
            return granted;
        }
    }

    private static String everything(Table table) {
        return "from warehouse." + Database.identifier(table.name());
    }

    /** With pseudonyms of the project, and in their order: in that of the home, two copies could be laid side by side. */
    private static String ofProject(Table table) {
        List<String> other = table.columns().stream()
                .filter(c -> c.identifies() != null)
                .map(AnalystCopy::ofProject)
                .toList();
        return other.isEmpty()
                ? everything(table)
                : "select * replace (" + String.join(", ", other) + ") " + everything(table) + " row_of_table order by "
                        + KeyedHash.of("row_of_table::varchar");
    }

    private static String ofProject(Table.Column column) {
        String name = Database.identifier(column.name());
        return switch (Objects.requireNonNull(column.identifies())) {
            case PERSON -> KeyedHash.of(name + "::varchar") + " as " + name;
            case ROW ->
                "('0x' || " + KeyedHash.of("concat_ws('/', period, provider_code, submission_id, " + name + ")")
                        + "[1:15])::bigint as " + name;
        };
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
