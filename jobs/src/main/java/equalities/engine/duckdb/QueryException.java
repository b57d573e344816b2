package equalities.engine.duckdb;

import java.sql.SQLException;

/** A statement that DuckDB would not carry out; the message is DuckDB's own. */
public final class QueryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    QueryException(String what, SQLException cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
