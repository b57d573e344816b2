package equalities.engine.batch;

import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.batch.infrastructure.support.DatabaseType;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.MetaDataAccessException;

/**
 * Makes the tables of the job repository and moves them on, by versioned migrations in H2 and PostgreSQL alike. A
 * repository that was made before there were migrations, or a database with other people's tables, is taken over as it is.
 */
final class RepositoryMigrations {
    private RepositoryMigrations() {}

    static void migrate(DataSource source) {
        Flyway.configure()
                .dataSource(source)
                .table("equalities_migration")
                .locations(new String[0])
                .javaMigrations(new JobRepositoryTables(source))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    /** Spring Batch's own script for the database at hand, unless its tables are there. */
    private record JobRepositoryTables(DataSource source) implements JavaMigration {
        private static final String TABLES = "select count(*) from information_schema.tables"
                + " where lower(table_name) = 'batch_job_instance' and table_schema = current_schema";

        @Override
        public MigrationVersion getVersion() {
            return MigrationVersion.fromVersion("1");
        }

        @Override
        public String getDescription() {
            return "job repository tables";
        }

        @Override
        public Integer getChecksum() {
            return 1;
        }

        @Override
        public boolean canExecuteInTransaction() {
            return false;
        }

        @Override
        public void migrate(Context context) throws MetaDataAccessException {
            Long tables = new JdbcTemplate(source).queryForObject(TABLES, Long.class);
            if (tables == null || tables == 0) {
                String database =
                        DatabaseType.fromMetaData(source).getProductName().toLowerCase(Locale.ROOT);
                String script = "org/springframework/batch/core/schema-" + database + ".sql";
                DatabasePopulatorUtils.execute(new ResourceDatabasePopulator(new ClassPathResource(script)), source);
            }
        }
    }
}
