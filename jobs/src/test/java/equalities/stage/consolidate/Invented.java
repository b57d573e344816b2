package equalities.stage.consolidate;

import equalities.engine.batch.BatchStep;
import equalities.engine.duckdb.Catalogue;
import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.SqlLibrary;
import equalities.engine.spark.SparkEngine;
import equalities.lake.Home;
import equalities.lake.Partition;
import equalities.lake.Zone;
import equalities.lake.ZoneStore;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import equalities.stage.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A home whose standard zone holds rows that a test made, and the warehouse that the stage makes of them. */
final class Invented {
    static final Path ROOT = Path.of(System.getProperty("equalities.root", ".."));
    static final Specification SPECIFICATION = SpecificationReader.read(ROOT.resolve("schemas"));

    /** The ledger of the rows in {@code raw_patient} and {@code raw_case}. */
    static final String SUBMISSIONS = """
            select submission_id, period, provider_code, submission_id || '.csv' as file_name, 'r' as "return", 'national' as layout,
                '2026-01-0' || (1 + version::int) || 'T00:00:00Z' as received_at, version as modified_at, n as rows_seen, n as rows_accepted,
                0::bigint as rows_held, 0::bigint as rows_mended, 0::bigint as rows_repeated, 0::bigint as rows_superseded, 0::bigint as rows_blank, 0::bigint as rows_erased, 'accepted' as status,
                null::varchar as supersedes, null::varchar as reason, null::varchar as fix, []::varchar[] as sheets_not_read, []::varchar[] as not_collected
            from (select submission_id, period, provider_code, version, count(*) as n from raw_patient group by all
                union all select submission_id, period, provider_code, version, count(*) from raw_case group by all)""";

    private final Home home;

    Invented(Path folder) throws IOException {
        home = new Home(folder);
        home.prepare();
    }

    /** A query of this package's resources. */
    static String sql(String name) throws IOException {
        try (var in = Invented.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("there is no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Puts queries into the standard zone, by the name of the table there. */
    void standard(Database database, Map<String, String> queries) throws IOException {
        ZoneStore standard = home.zone(Zone.STANDARD);
        standard.begin("invented");
        Map<String, String> prints = new TreeMap<>();
        for (String query : queries.values()) {
            database.query("select distinct period from (" + query + ")")
                    .rows()
                    .forEach(row -> prints.put(String.valueOf(row.get(0)), "invented"));
        }
        for (String period : prints.keySet()) {
            for (Map.Entry<String, String> query : queries.entrySet()) {
                Path table = Files.createDirectories(
                        standard.aside().resolve(Partition.folder(period)).resolve(query.getKey()));
                database.execute("copy (select * from (" + query.getValue() + ") where period = "
                        + Database.literal(period) + ") to "
                        + Database.literal(table.resolve("part.parquet").toString()) + " (format parquet)");
            }
        }
        standard.complete("invented");
        standard.putInPlace("invented", Partition.tables(standard, prints), Partition.facts(prints));
    }

    /** Runs the stage. */
    void consolidate(SparkEngine spark) throws Exception {
        consolidate(spark, SPECIFICATION);
    }

    void consolidate(SparkEngine spark, Specification specification) throws Exception {
        SqlLibrary sql = new SqlLibrary(ROOT.resolve("sql"));
        Consolidate stage = new Consolidate(
                home.zone(Zone.STANDARD),
                home.zone(Zone.WAREHOUSE),
                home.state(),
                specification,
                sql,
                spark,
                new Catalogue(
                        home.root(),
                        home.catalogue(),
                        specification,
                        sql,
                        home.zone(Zone.WAREHOUSE)::places,
                        home.zone(Zone.WAREHOUSE)::tables),
                Progress.silent());
        for (BatchStep step : stage.plan().steps()) {
            ((BatchStep.Once) step).body().run();
        }
    }

    /** Makes the warehouse's tables readable for the database under a name of their own. */
    void show(Database database, String table, String as) throws IOException {
        String places = home.zone(Zone.WAREHOUSE).table(table).stream()
                .map(place -> Database.literal(place + "/*.parquet"))
                .collect(Collectors.joining(", "));
        database.execute("create or replace view " + as + " as from read_parquet([" + places + "])");
    }
}
