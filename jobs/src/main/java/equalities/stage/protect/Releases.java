package equalities.stage.protect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.ParquetTables;
import equalities.lake.Durable;
import equalities.lake.ZoneStore;
import equalities.spec.Specification;
import equalities.stage.protect.EarlierRelease.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What each protected state was made of, kept in the protected zone beside its generations, and which of them were
 * released: their counts have to stay safe beside those of every later release.
 */
final class Releases {
    private static final String FOLDER = "told";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ZoneStore protectedZone;
    private final ZoneStore published;
    private final Specification specification;

    Releases(ZoneStore protectedZone, ZoneStore published, Specification specification) {
        this.protectedZone = protectedZone;
        this.published = published;
        this.specification = specification;
    }

    /** The releases that were made of other protected states than this one, the oldest first. */
    List<EarlierRelease> before(String madeFrom) throws IOException {
        List<EarlierRelease> found = new ArrayList<>();
        for (Path release : published.generations()) {
            Path facts = release.resolve("release.json");
            if (Files.exists(facts)) {
                JsonNode released = JSON.readTree(Files.readAllBytes(facts));
                String from = released.path("protected_from").asText();
                Path told = folder().resolve(from + ".parquet");
                if (!from.equals(madeFrom) && Files.exists(told)) {
                    found.add(read(told, folder().resolve(from + ".places.parquet"), promises(release)));
                }
            }
        }
        return found;
    }

    /** Whether the policy of a release, as it was then, promised a least width. */
    private static boolean promises(Path release) throws IOException {
        Path structure = release.resolve("structure.json");
        return Files.exists(structure)
                && JSON.readTree(Files.readAllBytes(structure))
                                .path("policy")
                                .path("least_width")
                                .asLong()
                        > 0;
    }

    /** Keeps what a protected state is made of: the table {@code told(key, count, known, low, high)} and the places. */
    void keep(Database database, String madeFrom) throws IOException {
        Durable.folder(folder());
        Path told = folder().resolve(madeFrom + ".parquet");
        ParquetTables.writeQuery(database, "select * from site_place", folder().resolve(madeFrom + ".places.parquet"));
        ParquetTables.writeQuery(database, "select * from told", told);
        Durable.syncTree(folder());
    }

    private Path folder() {
        return protectedZone.root().resolve(FOLDER);
    }

    private EarlierRelease read(Path told, Path places, boolean promised) {
        try (Database database = Database.inMemory()) {
            List<Told> cells = database
                    .query("select key, count, known, low, high from " + Database.literal(told.toString()))
                    .rows()
                    .stream()
                    .map(Releases::told)
                    .sorted(Comparator.comparing(t -> t.cell().key()))
                    .toList();
            database.execute("create view site_place as from " + Database.literal(places.toString()));
            return new EarlierRelease(cells, new Structure(specification, CellTable.sitePlaces(database)), promised);
        }
    }

    private static Told told(List<@Nullable Object> row) {
        Cell cell =
                new Cell(CellKey.of(String.valueOf(row.get(0))), number(row.get(1)), Boolean.TRUE.equals(row.get(2)));
        return new Told(cell, number(row.get(3)), row.get(4) == null ? LinkedCells.ANY : number(row.get(4)));
    }

    private static long number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }

    /** The places of a release with a count that is not what it was in the one before. */
    static List<List<@Nullable Object>> changedPlaces(List<Cell> cells, @Nullable EarlierRelease before) {
        if (before == null) {
            return List.of();
        }
        return PlaceInPeriod.changed(before.counts(), cells).stream()
                .sorted(Comparator.comparing(PlaceInPeriod::toString))
                .map(p -> List.<@Nullable Object>of(p.period(), p.at().level(), p.at().name()))
                .toList();
    }
}
