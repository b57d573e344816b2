package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.engine.duckdb.Database;
import java.nio.file.Path;

/** Compares what two homes that had the same key and the same files tell an analyst. */
final class TwoHomes {
    private TwoHomes() {}

    /** How many rows of a table, which has some, stand in one of the homes only. */
    static long differences(Path one, Path other, String table) {
        try (Database database = Database.inMemory()) {
            database.execute(
                    "attach " + Database.literal(one.resolve("warehouse.duckdb").toString()) + " as one (read_only)");
            database.execute("attach "
                    + Database.literal(other.resolve("warehouse.duckdb").toString()) + " as other (read_only)");
            // When a file came is not the same in two homes; all else is.
            String columns = "select columns(lambda c: c not in ('known_from', 'received_at')) from ";
            String mine = columns + "one." + table;
            String theirs = columns + "other." + table;
            String both = "(select count(*) from (" + mine + " except all " + theirs + ")) + (select count(*) from ("
                    + theirs + " except all " + mine + "))";
            assertThat(database.count("select count(*) from one." + table)).isPositive();
            return database.count("select " + both);
        }
    }
}
