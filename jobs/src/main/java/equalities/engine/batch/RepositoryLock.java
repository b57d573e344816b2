package equalities.engine.batch;

import java.io.IOException;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One run at a time in a home, on whichever machine: an advisory lock of the PostgreSQL that the machines share as their
 * job repository. It belongs to a connection, so it dies with the process that held it, and within a minute with a machine
 * that is gone. A repository in a file of H2 is in the home and needs no such lock.
 */
public final class RepositoryLock implements AutoCloseable {
    private static final String POSTGRES = "jdbc:postgresql:";
    private static final int LONGEST_NAME = 63;
    private static final int PATIENCE_SECONDS = 10;

    private static final String KEY = "hashtextextended('equalities home ' || ?, 0)";
    private static final String TAKE = "select pg_try_advisory_lock(" + KEY + ")";
    private static final String HOLDER = """
            select a.application_name || coalesce(' from ' || host(a.client_addr), '') || ', since '
                   || to_char(a.backend_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
            from pg_locks l join pg_stat_activity a using (pid)
            where l.locktype = 'advisory' and l.granted and l.objsubid = 1
              and (l.classid::bigint << 32 | l.objid::bigint) = """ + " " + KEY;

    /** So that the server notices a machine that is gone without a word. */
    private static final String NOTICE_SILENCE =
            "set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3";

    private final @Nullable SingleConnectionDataSource connection;

    private RepositoryLock(@Nullable SingleConnectionDataSource connection) {
        this.connection = connection;
    }

    /** Another run holds the home; the message says which. */
    public static final class HeldByAnother extends IOException {
        private static final long serialVersionUID = 1;

        HeldByAnother(String holder) {
            super("Another run is working in this home (" + holder + "). Try again when it has ended.");
        }
    }

    /**
     * Takes the lock, or does nothing where the repository is not shared.
     *
     * @param home the home as every machine calls it
     * @param holder who takes it, in words for whoever comes second; PostgreSQL keeps 63 letters of it
     * @throws HeldByAnother when another connection has it
     * @throws IOException when the server cannot be reached, with its reason and the settings to mend
     */
    public static RepositoryLock take(RepositorySettings settings, String home, String holder) throws IOException {
        if (!settings.url().startsWith(POSTGRES)) {
            return new RepositoryLock(null);
        }
        SingleConnectionDataSource connection = connection(settings, holder);
        JdbcTemplate ask = new JdbcTemplate(connection);
        try {
            ask.execute(NOTICE_SILENCE);
            if (Boolean.TRUE.equals(ask.queryForObject(TAKE, Boolean.class, home))) {
                return new RepositoryLock(connection);
            }
            List<String> holders = ask.queryForList(HOLDER, String.class, home);
            throw new HeldByAnother(holders.isEmpty() ? "it ended just now" : holders.get(0));
        } catch (HeldByAnother e) {
            connection.destroy();
            throw e;
        } catch (DataAccessException e) {
            connection.destroy();
            throw new IOException(
                    "The job repository is not reached at " + settings.server() + " ("
                            + NestedExceptionUtils.getMostSpecificCause(e).getMessage()
                            + "). " + RepositorySettings.MEND,
                    e);
        }
    }

    private static SingleConnectionDataSource connection(RepositorySettings settings, String holder) {
        SingleConnectionDataSource connection = new SingleConnectionDataSource(settings.url(), true);
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("connectTimeout", String.valueOf(PATIENCE_SECONDS));
        properties.setProperty(
                "ApplicationName", holder.length() > LONGEST_NAME ? holder.substring(0, LONGEST_NAME) : holder);
        connection.setConnectionProperties(properties);
        return connection;
    }

    /**
     * Looks whether the lock is still held: with its connection it is gone, and another run may have begun.
     *
     * @throws IOException when it is lost
     */
    public void check() throws IOException {
        SingleConnectionDataSource held = connection;
        try {
            if (held != null) {
                new JdbcTemplate(held).execute("select 1");
            }
        } catch (DataAccessException e) {
            throw new IOException(
                    "The connection to the job repository was lost, and with it the lock of this home. Run again: it"
                            + " continues.",
                    e);
        }
    }

    @Override
    public void close() {
        SingleConnectionDataSource held = connection;
        if (held != null) {
            held.destroy();
        }
    }
}
