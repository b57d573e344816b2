package equalities.cli;

import equalities.engine.batch.RepositorySettings;
import equalities.engine.duckdb.Catalogue;
import equalities.engine.duckdb.SqlLibrary;
import equalities.engine.spark.SparkEngine;
import equalities.lake.Home;
import equalities.lake.ReceivedFiles;
import equalities.lake.Rights;
import equalities.lake.SigningKey;
import equalities.lake.Zone;
import equalities.lake.ZoneFiles;
import equalities.lake.ZoneStore;
import equalities.spec.DisclosurePolicy;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import equalities.stage.Progress;
import equalities.stage.Stage;
import equalities.stage.StageWork;
import equalities.stage.analyse.Analyse;
import equalities.stage.consolidate.Consolidate;
import equalities.stage.protect.Protect;
import equalities.stage.publish.Publish;
import equalities.stage.publish.Sealing;
import equalities.stage.receive.LandingArea;
import equalities.stage.receive.Receive;
import equalities.stage.standardise.Standardise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gives every stage its zones, and nothing else of the home. */
final class Wiring {
    private final Settings settings;
    private final Home home;
    private final SparkEngine spark;
    private final Progress progress;
    private final boolean onlyAsks;
    private @Nullable Specification specification;

    Wiring(Settings settings, Home home, SparkEngine spark, Progress progress) {
        this(settings, home, spark, progress, false);
    }

    /** For asking stages what they would do: neither Spark nor the key of received files is needed. */
    static Wiring toAsk(Settings settings, Home home, SparkEngine neverStarted) {
        return new Wiring(settings, home, neverStarted, Progress.silent(), true);
    }

    private Wiring(Settings settings, Home home, SparkEngine spark, Progress progress, boolean onlyAsks) {
        this.settings = settings;
        this.home = home;
        this.spark = spark;
        this.progress = progress;
        this.onlyAsks = onlyAsks;
    }

    StageWork work(Stage stage) throws IOException {
        return switch (stage) {
            case RECEIVE ->
                new Receive(
                        remembered(landing(settings)),
                        home.zone(Zone.RECEIVED),
                        receivedFiles(),
                        Clock.systemUTC(),
                        progress);
            case STANDARDISE ->
                new Standardise(
                        home.zone(Zone.RECEIVED),
                        receivedFiles(),
                        home.zone(Zone.STANDARD),
                        home.zone(Zone.HELD),
                        heldFiles(),
                        specification(),
                        PersonKeyFile.readOrMake(settings.path(Setting.PERSON_KEY_FILE)),
                        settings.fileLimit(),
                        spark,
                        progress);
            case CONSOLIDATE ->
                new Consolidate(
                        home.zone(Zone.STANDARD),
                        home.zone(Zone.WAREHOUSE),
                        scratch(home),
                        specification(),
                        sql(),
                        spark,
                        catalogue(),
                        progress);
            case ANALYSE ->
                new Analyse(
                        home.zone(Zone.WAREHOUSE),
                        home.zone(Zone.FINDINGS),
                        scratch(home),
                        specification(),
                        sql(),
                        catalogue(),
                        progress);
            case PROTECT ->
                new Protect(
                        home.zone(Zone.FINDINGS),
                        released().zone(Zone.PROTECTED),
                        released().zone(Zone.PUBLISHED),
                        specification(),
                        sql(),
                        policy(),
                        progress);
            case PUBLISH ->
                new Publish(
                        released().zone(Zone.PROTECTED),
                        released().zone(Zone.PUBLISHED),
                        specification(),
                        sql(),
                        new Sealing(
                                Equalities.VERSION,
                                Clock.systemUTC(),
                                SigningKey.readOrMake(settings.path(Setting.SIGNING_KEY_FILE)),
                                new AttackGate(progress),
                                home.isInvented()),
                        progress);
        };
    }

    /** What invented returns leave in a home is invented for ever. */
    private LandingArea remembered(LandingArea landing) throws IOException {
        if (landing.isInvented()) {
            home.rememberInvented();
        }
        return landing;
    }

    private DisclosurePolicy policy() {
        return settings.optional(Setting.POLICY)
                .map(specification()::policy)
                .orElse(specification().disclosurePolicy());
    }

    /** Where what the policy lets through is kept: nothing of an internal one is ever in published. */
    private Home released() throws IOException {
        if (!policy().internal()) {
            return home;
        }
        Home internal = home.internal();
        internal.prepare();
        Rights.set(internal.root(), Rights.OWNERS_FOLDER);
        return internal;
    }

    /**
     * The landing area.
     *
     * @throws UsageException when none is named, or there is no such folder
     */
    static LandingArea landing(Settings settings) {
        Path landing = settings.optional(Setting.LANDING)
                .map(Path::of)
                .orElseThrow(
                        () -> new UsageException("Say where the landing area is: --landing L, or EQUALITIES_LANDING."));
        if (!Files.isDirectory(landing)) {
            throw new UsageException("There is no folder " + landing + " to receive from. Mend --landing.");
        }
        return new LandingArea(landing, settings.optional(Setting.PERIOD));
    }

    private ReceivedFiles receivedFiles() throws IOException {
        ZoneStore received = home.zone(Zone.RECEIVED);
        return onlyAsks ? ReceivedFiles.toBePlanned(received) : ReceivedFiles.of(received, ReceivedKey.of(settings));
    }

    private ZoneFiles heldFiles() throws IOException {
        return onlyAsks ? ZoneFiles.plain() : ZoneFiles.of(home.zone(Zone.HELD), ReceivedKey.of(settings));
    }

    Specification specification() {
        Specification known = specification;
        if (known == null) {
            known = SpecificationReader.read(settings.path(Setting.SCHEMAS));
            specification = known;
        }
        return known;
    }

    SqlLibrary sql() {
        return new SqlLibrary(settings.path(Setting.SQL));
    }

    private Catalogue catalogue() {
        return new Catalogue(
                home.root(),
                home.catalogue(),
                specification(),
                sql(),
                this::shown,
                () -> home.zone(Zone.WAREHOUSE).tables());
    }

    /** The warehouse and the newest findings; between two stages, the findings of the warehouse before. */
    private Map<String, List<Path>> shown() throws IOException {
        Map<String, List<Path>> tables = new TreeMap<>();
        String key = home.zone(Zone.WAREHOUSE).current().key();
        for (Zone zone : List.of(Zone.WAREHOUSE, Zone.FINDINGS)) {
            String other = home.zone(zone).current().key();
            if (Objects.equals(other, key)) { // Findings under a key that was given up open no more.
                tables.putAll(home.zone(zone).places());
            }
        }
        return tables;
    }

    static SparkEngine spark(Settings settings, Home home) throws IOException {
        return spark(settings, scratch(home));
    }

    private static Path scratch(Home home) throws IOException {
        return Files.createDirectories(home.state().resolve("scratch"));
    }

    static SparkEngine spark(Settings settings, Path scratch) throws IOException {
        return new SparkEngine(settings.text(Setting.SPARK_MASTER), scratch, executorJars(), Map.of());
    }

    /** The thin jar and the readers it needs on an executor; none when running from class folders. */
    private static List<Path> executorJars() {
        String jars = System.getProperty("equalities.jars", "");
        return jars.isBlank() ? List.of() : ExecutorJars.beside(Path.of(jars));
    }

    static RepositorySettings repository(Settings settings) throws IOException {
        String password = "";
        if (settings.optional(Setting.REPOSITORY_PASSWORD_FILE).isPresent()) {
            Path file = settings.path(Setting.REPOSITORY_PASSWORD_FILE);
            PersonKeyFile.checkOwnerOnly(file);
            password = Files.readString(file).strip();
        }
        return new RepositorySettings(
                settings.text(Setting.REPOSITORY_URL), settings.text(Setting.REPOSITORY_USER), password);
    }
}
