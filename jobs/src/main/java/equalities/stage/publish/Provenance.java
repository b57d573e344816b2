package equalities.stage.publish;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.ParquetTables;
import equalities.engine.duckdb.SqlFile;
import equalities.engine.duckdb.SqlLibrary;
import equalities.lake.Fingerprint;
import equalities.lake.SigningKey;
import equalities.lake.ZoneStore;
import equalities.spec.DisclosurePolicy;
import equalities.spec.Specification;
import equalities.stage.StageRefused;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a release follows from: policy, code, specification, SQL and files, each by a fingerprint. */
final class Provenance {
    private static final List<String> LOST = List.of(
            "counts",
            "hidden because small",
            "hidden to protect these",
            "small counts left unsafe",
            "share of all that is counted");

    private final ZoneStore protectedZone;
    private final Specification specification;
    private final SqlLibrary sql;
    private final Sealing sealing;

    Provenance(ZoneStore protectedZone, Specification specification, SqlLibrary sql, Sealing sealing) {
        this.protectedZone = protectedZone;
        this.specification = specification;
        this.sql = sql;
        this.sealing = sealing;
    }

    /**
     * The facts by name, as {@code release.json} has them.
     *
     * @throws StageRefused when the SQL or the specification is another than the one that the figures were made with
     */
    Map<String, @Nullable Object> facts() throws IOException, StageRefused {
        Map<String, String> known = protectedZone.current().facts();
        List<Map<String, @Nullable Object>> files = files();
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("periods", periods());
        facts.put("as_known_at", newest(files));
        facts.put("policy", policy(known.getOrDefault("policy", "")));
        facts.put("information_lost", informationLost(known));
        facts.put("invented", sealing.invented());
        facts.put("code", Map.of("version", sealing.version(), "sha256", code()));
        facts.put("specification", specification(known));
        facts.put("sql", sql(known));
        facts.put("inputs", files.stream().map(f -> sealed(f, sealing.key())).toList());
        facts.put("protected_from", protectedZone.current().madeFrom());
        return facts;
    }

    /** What protection costs; cell by cell, only what is small would be hidden. */
    private static Map<String, String> informationLost(Map<String, String> known) {
        Map<String, String> lost = new LinkedHashMap<>();
        LOST.forEach(fact -> lost.put(fact.replace(' ', '_'), known.getOrDefault(fact, "")));
        return lost;
    }

    private List<Object> periods() throws IOException {
        try (Database database = with("finding")) {
            return database
                    .query("select distinct period from finding where measure = 'uptake' order by period")
                    .rows()
                    .stream()
                    .map(row -> Objects.requireNonNull(row.get(0)))
                    .toList();
        }
    }

    private List<Map<String, @Nullable Object>> files() throws IOException {
        try (Database database = with("source_file")) {
            return database.query("select * exclude (hidden) from source_file order by all")
                    .maps();
        }
    }

    private Database with(String table) throws IOException {
        Database database = Database.inMemory();
        ParquetTables.createView(database, specification.table(table).published(), protectedZone.table(table));
        return database;
    }

    /** When the last of the files came: looking back to that instant gives the same figures. */
    private static @Nullable String newest(List<Map<String, @Nullable Object>> files) {
        return files.stream()
                .map(f -> String.valueOf(f.get("received_at")))
                .max(String::compareTo)
                .orElse(null);
    }

    private static Map<String, @Nullable Object> sealed(Map<String, @Nullable Object> file, SigningKey key) {
        Map<String, @Nullable Object> sealed = new LinkedHashMap<>(file);
        sealed.put("hmac_sha256", key.seal(String.valueOf(sealed.remove("submission_id"))));
        return sealed;
    }

    private Map<String, Object> policy(String name) {
        DisclosurePolicy policy = specification.policy(name);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", name);
        told.put("from", policy.from().toString());
        told.put("source", policy.source());
        told.put("threshold", policy.threshold());
        told.put("rounding_base", policy.roundingBase());
        return told;
    }

    private Map<String, Object> specification(Map<String, String> known) throws StageRefused {
        check("specification", specification.fingerprint(), known);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("sha256", specification.fingerprint());
        all.put("parts", specification.parts());
        return all;
    }

    /** The text of every file, so that each figure can be asked for again. */
    private Map<String, String> sql(Map<String, String> known) throws StageRefused {
        List<SqlFile> methods = sql.methods();
        check("sql", Fingerprint.of(methods.stream().map(SqlFile::text).toList()), known);
        Map<String, String> texts = new LinkedHashMap<>();
        Stream.concat(methods.stream(), sql.folder("outputs").stream()).forEach(f -> texts.put(f.path(), f.text()));
        return texts;
    }

    private static void check(String what, String now, Map<String, String> known) throws StageRefused {
        if (!known.getOrDefault(what, now).equals(now)) {
            throw new StageRefused("The release was not published: the " + what + " was changed after the figures were"
                    + " made, so that it would not say truly what they follow from. Run 'equalities run' again.");
        }
    }

    private static String code() throws IOException {
        CodeSource source = Provenance.class.getProtectionDomain().getCodeSource();
        try {
            Path place = Path.of(Objects.requireNonNull(source).getLocation().toURI());
            return Files.isDirectory(place) ? Fingerprint.ofFolder(place) : Fingerprint.ofFile(place);
        } catch (URISyntaxException e) {
            throw new IOException("where the code is has no path: " + source, e);
        }
    }
}
