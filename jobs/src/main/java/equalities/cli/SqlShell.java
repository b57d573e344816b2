package equalities.cli;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.QueryException;
import equalities.engine.duckdb.Relation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/** Questions asked one after the other: a statement ends with a semicolon, a fault is told and the shell goes on. */
final class SqlShell {
    private static final String TABLES =
            "select view_name as relation, comment as what_it_is from duckdb_views() where not internal order by all";
    private static final String MACROS = "select distinct function_name as macro, parameters from duckdb_functions() "
            + "where function_type in ('macro', 'table_macro') and not internal order by all";
    private static final String HELP = "End a question with a semicolon. .tables, .macros, .help, .quit";

    private final Database database;
    private final BufferedReader in;
    private final PrintStream out;

    SqlShell(Database database, BufferedReader in, PrintStream out) {
        this.database = database;
        this.in = in;
        this.out = out;
    }

    void run() throws IOException {
        out.println("The warehouse, its macros and views are loaded, to be read. " + HELP);
        StringBuilder statement = new StringBuilder();
        prompt(statement);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (statement.isEmpty() && line.strip().startsWith(".")) {
                if (line.strip().equals(".quit")) {
                    return;
                }
                command(line.strip().toLowerCase(Locale.ROOT));
            } else if (!line.isBlank()) {
                statement.append(line).append('\n');
            }
            if (statement.toString().strip().endsWith(";")) {
                answer(statement.toString());
                statement.setLength(0);
            }
            prompt(statement);
        }
    }

    private void prompt(StringBuilder statement) {
        out.print(statement.isEmpty() ? "equalities> " : "       ...> ");
        out.flush();
    }

    private void command(String command) {
        switch (command) {
            case ".tables" -> answer(TABLES);
            case ".macros" -> answer(MACROS);
            default -> out.println(HELP);
        }
    }

    private void answer(String sql) {
        try {
            Relation relation = database.query(sql);
            TextTable.lines(relation).forEach(out::println);
        } catch (QueryException e) {
            out.println(e.getMessage());
        }
    }
}
