package equalities.engine.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.batch.infrastructure.support.DatabaseType;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
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

    /** Of Spring Batch's own script for the database at hand, what is not there: a process may have died in the midst of it. */
    private record JobRepositoryTables(DataSource source) implements JavaMigration {
        private static final Pattern MAKES = Pattern.compile("create (table|sequence) ", Pattern.CASE_INSENSITIVE);

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
        public void migrate(Context context) throws MetaDataAccessException, IOException {
            String database = DatabaseType.fromMetaData(source).getProductName().toLowerCase(Locale.ROOT);
            String script = new ClassPathResource("org/springframework/batch/core/schema-" + database + ".sql")
                    .getContentAsString(StandardCharsets.UTF_8);
            String missing = MAKES.matcher(script).replaceAll("create $1 if not exists ");
            DatabasePopulatorUtils.execute(
                    new ResourceDatabasePopulator(new ByteArrayResource(missing.getBytes(StandardCharsets.UTF_8))),
                    source);
        }
    }
}
