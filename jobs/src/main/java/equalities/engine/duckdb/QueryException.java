package equalities.engine.duckdb;

import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;

/** A statement that DuckDB would not carry out; the message is DuckDB's own, and the file's where it is of one. */
public final class QueryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    QueryException(String what) {
        super(what);
    }

    private QueryException(String message, Throwable cause) {
        super(message, cause);
    }

    QueryException(String what, SQLException cause) {
        this(what + ": " + cause.getMessage(), (Throwable) cause);
    }

    QueryException(SqlFile file, QueryException cause) {
        this("sql/" + file.folder() + "/" + file.name() + ".sql: " + cause.getMessage(), (Throwable) cause);
    }

    /** Of files that all wait for another of them. */
    static QueryException ofCycle(Map<SqlFile, QueryException> waiting) {
        Map.Entry<SqlFile, QueryException> first = waiting.entrySet().iterator().next();
        String names = waiting.keySet().stream().map(SqlFile::name).collect(Collectors.joining(", "));
        return new QueryException(
                "Files of sql/" + first.getKey().folder() + " need each other, so none can be made first: " + names,
                (Throwable) first.getValue());
    }
}
