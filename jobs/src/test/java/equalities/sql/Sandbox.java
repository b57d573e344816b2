package equalities.sql;

import equalities.engine.duckdb.Database;

/** An empty schema for one case, in a database that has the macros already: reading them anew takes longer than a case. */
record Sandbox(Database database) implements AutoCloseable {
    static Sandbox in(Database database) {
        database.execute("create schema one_case");
        database.execute("set search_path = 'one_case,main'");
        return new Sandbox(database);
    }

    @Override
    public void close() {
        database.execute("set search_path = 'main'");
        database.execute("drop schema one_case cascade");
    }
}
