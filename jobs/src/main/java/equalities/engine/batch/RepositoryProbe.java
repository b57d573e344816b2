package equalities.engine.batch;

import java.time.Instant;
import java.util.Properties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Looks whether a PostgreSQL job repository can be used, and for drills cuts off all who use it. */
public final class RepositoryProbe {
    private static final String PATIENCE_SECONDS = "5";

    private RepositoryProbe() {}

    /**
     * What a server said.
     *
     * @param now its clock
     * @param mayMakeTables whether the user may make tables in its schema
     */
    public record Found(Instant now, boolean mayMakeTables) {}

    /** Asks the server; whatever goes wrong is an unchecked exception of Spring's with the driver's own reason. */
    public static Found look(RepositorySettings settings) {
        JdbcTemplate ask = connect(settings);
        Double seconds = ask.queryForObject("select extract(epoch from clock_timestamp())::float8", Double.class);
        Boolean may = ask.queryForObject("select has_schema_privilege(current_schema, 'create')", Boolean.class);
        return new Found(
                Instant.ofEpochMilli(Math.round((seconds == null ? 0 : seconds) * 1000)), Boolean.TRUE.equals(may));
    }

    /** Cuts all other connections of this user to the database. */
    public static void cutOthers(RepositorySettings settings) {
        connect(settings)
                .queryForList("select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and"
                        + " datname = current_database() and pid <> pg_backend_pid()");
    }

    private static JdbcTemplate connect(RepositorySettings settings) {
        DriverManagerDataSource source = new DriverManagerDataSource(settings.url());
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("connectTimeout", PATIENCE_SECONDS);
        properties.setProperty("socketTimeout", PATIENCE_SECONDS);
        source.setConnectionProperties(properties);
        return new JdbcTemplate(source);
    }
}
