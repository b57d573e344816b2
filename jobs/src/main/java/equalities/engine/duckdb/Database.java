package equalities.engine.duckdb;

import com.sun.management.OperatingSystemMXBean;
import equalities.lake.ZoneFiles;
import equalities.lake.ZoneKey;
import equalities.spec.Table;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** One connection to DuckDB. Not for several threads. */
public final class Database implements AutoCloseable {
    private final Connection connection;
    private boolean hasKey;

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** A database in memory, for what fits into the memory that Spark leaves; nothing of it is ever on a disk. */
    public static Database inMemory() {
        return inMemory("");
    }

    /** A database in memory for as many rows as there may be: what does not fit lies in the folder until it is closed. */
    public static Database inMemory(Path scratch) {
        return inMemory(scratch.toString());
    }

    private static Database inMemory(String scratch) {
        Database database = open("jdbc:duckdb:", false);
        database.execute("set temp_directory = " + literal(scratch));
        database.execute("set memory_limit = " + literal(memory() + " B"));
        return database;
    }

    /** Two fifths of the machine's memory, or of what its container may have, in bytes: the JVM's heap may be half of it. */
    private static long memory() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getTotalMemorySize() / 5 * 2;
    }

    /** A database file, made when it is not there. */
    public static Database at(Path file) {
        return open("jdbc:duckdb:" + file, false);
    }

    /** A database file that cannot be changed through this connection. */
    public static Database readOnly(Path file) {
        return open("jdbc:duckdb:" + file, true);
    }

    /** Gives it the key of tables that are locked, so that it reads them; returns itself. */
    public Database reading(ZoneFiles tables) {
        ZoneKey key = tables.tableKey();
        if (key != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma add_parquet_key('" + ParquetTables.KEY_NAME + "', '" + key.base64() + "')");
                hasKey = true;
            } catch (SQLException e) { // Its message may hold the statement, and that the key.
                throw new QueryException("The database did not take the key of the tables");
            }
        }
        return this;
    }

    /** Whether it reads tables that are locked, and in their place none that are not. */
    boolean hasKey() {
        return hasKey;
    }

    private static Database open(String url, boolean readOnly) {
        Properties properties = new Properties();
        if (readOnly) {
            properties.setProperty("duckdb.read_only", "true");
        }
        try {
            return new Database(DriverManager.getConnection(url, properties));
        } catch (SQLException e) {
            throw new QueryException("The database could not be opened", e);
        }
    }

    /** Runs one or more statements. */
    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new QueryException("This statement failed: " + firstLine(sql), e);
        }
    }

    /** Runs a query and holds its whole answer. */
    public Relation query(String sql) {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return new Relation(List.of(), List.of(), List.of());
            }
            try (ResultSet result = statement.getResultSet()) {
                return read(result);
            }
        } catch (SQLException e) {
            throw new QueryException("This query failed: " + firstLine(sql), e);
        }
    }

    /** Takes each row of an answer that need not fit into memory. */
    interface RowTaker {
        void take(@Nullable Object... row) throws IOException;
    }

    /** Runs a query and gives its rows to somebody, one after the other. */
    void each(String sql, RowTaker taker) throws IOException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int width = result.getMetaData().getColumnCount();
            while (result.next()) {
                @Nullable Object[] row = new Object[width];
                for (int i = 0; i < width; i++) {
                    row[i] = plain(result.getObject(i + 1));
                }
                taker.take(row);
            }
        } catch (SQLException e) {
            throw new QueryException("This query failed: " + firstLine(sql), e);
        }
    }

    /** Makes a table of the contract's columns and fills it; numbers as Long or Double, lists are not supported. */
    public void createTable(Table table, Iterable<? extends List<? extends @Nullable Object>> rows) {
        String columns = table.columns().stream()
                .map(c -> identifier(c.name()) + " " + Types.of(c.type()))
                .collect(Collectors.joining(", "));
        execute("create or replace table " + identifier(table.name()) + " (" + columns + ")");
        try {
            RelationWriter.append(connection.unwrap(DuckDBConnection.class), table, rows);
        } catch (SQLException e) {
            throw new QueryException("The table " + table.name() + " could not be filled", e);
        }
    }

    /** The first value of the first row. */
    public @Nullable Object value(String sql) {
        Relation relation = query(sql);
        return relation.rows().isEmpty() ? null : relation.rows().get(0).get(0);
    }

    /** The whole number in the first row, zero when there is none. */
    public long count(String sql) {
        Object value = value(sql);
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static Relation read(ResultSet result) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        List<String> columns = new ArrayList<>();
        List<String> types = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(meta.getColumnName(i));
            types.add(meta.getColumnTypeName(i));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (result.next()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                row.add(plain(result.getObject(i)));
            }
            rows.add(row);
        }
        return new Relation(columns, types, rows);
    }

    private static @Nullable Object plain(@Nullable Object value) throws SQLException {
        return value instanceof Array array ? Arrays.asList((Object[]) array.getArray()) : value;
    }

    private static String firstLine(String sql) {
        return sql.lines()
                .filter(l -> !l.isBlank() && !l.startsWith("--"))
                .findFirst()
                .orElse("");
    }

    /** A text as a literal. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A name as an identifier. */
    public static String identifier(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new QueryException("The database could not be closed", e);
        }
    }
}
