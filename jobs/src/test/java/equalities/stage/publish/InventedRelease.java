package equalities.stage.publish;

import equalities.engine.batch.BatchStep;
import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.ParquetTables;
import equalities.engine.duckdb.SqlLibrary;
import equalities.lake.Durable;
import equalities.lake.Home;
import equalities.lake.SigningKey;
import equalities.lake.Zone;
import equalities.lake.ZoneStore;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import equalities.spec.Table;
import equalities.stage.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A home whose protected zone is invented ({@code protected.sql}), and the releases that the stage makes of it. */
record InventedRelease(Home home, Specification specification, SqlLibrary sql) {
    private static final Path ROOT = Path.of(System.getProperty("equalities.root", ".."));

    /** One release of six sites for all tests of a JVM; a folder for each JVM, kept for the validators after the tests. */
    static Path shared() {
        return Shared.RELEASE;
    }

    private static final class Shared {
        private static final Path RELEASE = publish();

        private static Path publish() {
            Path folder = ROOT.resolve("jobs/target/invented-" + System.getProperty("equalities.fork", "0"));
            try {
                Durable.delete(folder);
                return in(folder).publish(6);
            } catch (Exception e) {
                throw new IllegalStateException("the invented release was not made", e);
            }
        }
    }

    static InventedRelease in(Path folder) {
        return new InventedRelease(
                new Home(folder),
                SpecificationReader.read(ROOT.resolve("schemas")),
                new SqlLibrary(ROOT.resolve("sql")));
    }

    /** Makes the protected zone and a release of it, and returns the release's folder. */
    Path publish(int sites) throws Exception {
        home.prepare();
        protect(sites);
        ZoneStore published = home.zone(Zone.PUBLISHED);
        Path release = published.aside();
        Clock clock = Clock.fixed(Instant.parse("2025-11-30T10:00:00Z"), ZoneOffset.UTC);
        Publish publish = new Publish(
                home.zone(Zone.PROTECTED),
                published,
                specification,
                sql,
                new Sealing(
                        "test",
                        clock,
                        SigningKey.readOrMake(home.state().resolve("signing_key")),
                        (folder, earlier) -> Map.of("result", "invented"),
                        true),
                Progress.silent());
        for (BatchStep step : publish.plan().steps()) {
            if (step instanceof BatchStep.Once once) {
                once.body().run();
            }
        }
        return release;
    }

    private void protect(int sites) throws IOException {
        ZoneStore zone = home.zone(Zone.PROTECTED);
        String madeFrom = "invented of " + sites;
        zone.begin(madeFrom);
        Map<String, List<String>> places = new TreeMap<>();
        try (Database database = Database.inMemory()) {
            sql.createMacros(database);
            List<Table> tables = specification.tables().values().stream()
                    .filter(t -> t.columns().stream().allMatch(c -> c.protect() != null))
                    .toList();
            tables.forEach(t -> database.createTable(t.published(), List.of()));
            database.execute("set variable sites = " + sites);
            database.execute(script());
            for (Table table : tables) {
                Path file = zone.aside().resolve(table.name() + ".parquet");
                ParquetTables.write(database, table.published(), file);
                places.put(table.name(), List.of(zone.relative(file)));
            }
        }
        zone.complete(madeFrom);
        zone.putInPlace(madeFrom, places, Map.of("policy", "mhsds"));
    }

    private static String script() throws IOException {
        try (InputStream in = Objects.requireNonNull(InventedRelease.class.getResourceAsStream("protected.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
