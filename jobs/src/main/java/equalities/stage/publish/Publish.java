package equalities.stage.publish;

import com.fasterxml.jackson.databind.JsonNode;
import equalities.engine.batch.BatchStep;
import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.ParquetTables;
import equalities.engine.duckdb.Relation;
import equalities.engine.duckdb.SqlFile;
import equalities.engine.duckdb.SqlLibrary;
import equalities.lake.Durable;
import equalities.lake.Fingerprint;
import equalities.lake.ReleaseSeal;
import equalities.lake.ZoneStore;
import equalities.spec.Specification;
import equalities.stage.Progress;
import equalities.stage.Stage;
import equalities.stage.StageRefused;
import equalities.stage.StageWork;
import equalities.stage.publish.content.OutputColumn;
import equalities.stage.publish.content.OutputTable;
import equalities.stage.publish.machine.Json;
import equalities.stage.publish.machine.MachineFiles;
import equalities.stage.publish.report.Report;
import equalities.stage.publish.workbook.Workbooks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a release and never touches an earlier one. */
public final class Publish implements StageWork {
    private static final String HEADLINES = "headlines.txt";
    private static final String REPORT = "report.html";

    private final ZoneStore protectedZone;
    private final ZoneStore published;
    private final Specification specification;
    private final SqlLibrary sql;
    private final Sealing sealing;
    private final Progress progress;

    public Publish(
            ZoneStore protectedZone,
            ZoneStore published,
            Specification specification,
            SqlLibrary sql,
            Sealing sealing,
            Progress progress) {
        this.protectedZone = protectedZone;
        this.published = published;
        this.specification = specification;
        this.sql = sql;
        this.sealing = sealing;
        this.progress = progress;
    }

    @Override
    public Stage stage() {
        return Stage.PUBLISH;
    }

    @Override
    public Plan plan() throws IOException {
        String madeFrom = Fingerprint.of(
                protectedZone.current().madeFrom(),
                Fingerprint.ofFolder(sql.root().resolve("outputs"), ".sql"));
        return new Plan(
                madeFrom,
                madeFrom.equals(published.current().madeFrom()),
                List.of(
                        new BatchStep.Once("write release", () -> write(madeFrom)),
                        new BatchStep.Once("put in place", () -> putInPlace(madeFrom))),
                () -> Map.of("report", published.table(REPORT).get(0).toString()));
    }

    private void write(String madeFrom) throws IOException, StageRefused {
        if (!published.begin(madeFrom)) {
            return;
        }
        Path release = published.aside();
        List<Path> earlier = published.generations();
        String made = sealing.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
        Map<String, @Nullable Object> provenance = new Provenance(protectedZone, specification, sql, sealing).facts();
        LastRelease last = LastRelease.of(earlier);
        List<OutputTable> tables = tables(release, last, Json.tree(provenance));
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("release", String.valueOf(release.getFileName()));
        facts.put("made_at", made);
        facts.put("follows", last.link());
        facts.put("corrects", last.correctedBy(tables));
        facts.putAll(provenance);
        files(release, tables, facts);
        List<OutputTable> described = new ArrayList<>(tables);
        described.add(new CountFiles(specification, protectedZone).write(release, earlier));
        MachineFiles.describe(described, made, release);
        try {
            facts.put("attack", sealing.gate().check(release, earlier));
        } catch (StageRefused refused) {
            Durable.delete(release);
            throw refused;
        }
        facts.put("made_from", madeFrom);
        ReleaseSeal.write(release, facts, sealing.key());
        published.complete(madeFrom);
    }

    private void files(Path release, List<OutputTable> tables, Map<String, @Nullable Object> facts) throws IOException {
        String policy = protectedZone.current().facts().getOrDefault("policy", "");
        String made = String.valueOf(facts.get("made_at"));
        MachineFiles.write(tables, release);
        Workbooks.write(tables, facts, made, release);
        Report.write(relations(tables), policy, facts, release.resolve(REPORT));
        Durable.write(release.resolve(HEADLINES), headlines(tables));
    }

    /** Asks for the tables, and writes each as Parquet while the database holds it. */
    private List<OutputTable> tables(Path release, LastRelease last, JsonNode provenance) throws IOException {
        List<OutputTable> tables = new ArrayList<>();
        try (Database database = Database.inMemory()) {
            sql.createMacros(database);
            for (String table : protectedZone.current().tables().keySet()) {
                ParquetTables.createView(database, specification.table(table).published(), protectedZone.table(table));
            }
            last.createTables(database, specification, provenance);
            List<SqlFile> outputs = sql.createViews(database, "outputs");
            for (SqlFile output : outputs) {
                tables.add(table(database, output, release));
                progress.at("tables published", 1, outputs.size());
            }
        }
        return tables;
    }

    private OutputTable table(Database database, SqlFile output, Path release) {
        String select = "select * from " + Database.identifier(output.name());
        ParquetTables.writeQuery(database, select, release.resolve(output.name() + ".parquet"));
        Relation relation = database.query(select);
        return new OutputTable(output.name(), output.caption(), OutputColumn.of(relation, specification), relation);
    }

    private static Map<String, Relation> relations(List<OutputTable> tables) {
        return tables.stream().collect(Collectors.toMap(OutputTable::name, OutputTable::relation));
    }

    /** The lines of the output {@code headlines}. */
    private static String headlines(List<OutputTable> tables) {
        StringBuilder lines = new StringBuilder();
        tables.stream()
                .filter(t -> t.name().equals("headlines"))
                .flatMap(t -> t.relation().rows().stream())
                .forEach(row -> lines.append(row.get(row.size() - 1)).append('\n'));
        return lines.toString();
    }

    private void putInPlace(String madeFrom) throws IOException {
        Map<String, List<String>> tables = new TreeMap<>();
        for (String file : List.of(HEADLINES, REPORT)) {
            tables.put(file, List.of(published.relative(published.aside().resolve(file))));
        }
        List<Path> releases = new ArrayList<>(published.generations());
        releases.add(published.aside());
        ReleaseIndex.write(releases, published.root());
        published.putInPlace(madeFrom, tables, protectedZone.current().facts());
    }
}
