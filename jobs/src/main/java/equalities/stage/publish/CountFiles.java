package equalities.stage.publish;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.ParquetTables;
import equalities.engine.duckdb.Relation;
import equalities.lake.ZoneStore;
import equalities.spec.CountedTogether.Count;
import equalities.spec.DisclosurePolicy;
import equalities.spec.Specification;
import equalities.spec.Table;
import equalities.spec.Table.Whole;
import equalities.stage.publish.content.OutputColumn;
import equalities.stage.publish.content.OutputTable;
import equalities.stage.publish.machine.CsvTables;
import equalities.stage.publish.machine.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code counts.csv}, every count of a release once with its mark, and {@code structure.json}, how these counts add up:
 * what a reader needs to reckon with them, and what the attack on the release reads.
 */
final class CountFiles {
    private static final List<String> TABLES = List.of("count", "site_place", "changed_place");

    private final Specification specification;
    private final ZoneStore protectedZone;

    CountFiles(Specification specification, ZoneStore protectedZone) {
        this.specification = specification;
        this.protectedZone = protectedZone;
    }

    /** @return the counts as a table of the release */
    OutputTable write(Path release, List<Path> earlier) throws IOException {
        try (Database database = Database.inMemory()) {
            for (String name : TABLES) {
                ParquetTables.createView(database, specification.table(name).published(), protectedZone.table(name));
            }
            Relation counts = database.query("select * exclude (hidden) from count order by all");
            CsvTables.write(counts, release.resolve("counts.csv"));
            Json.write(structure(database, earlier), release.resolve("structure.json"));
            String purpose = specification.table("count").purpose();
            return new OutputTable("counts", purpose, OutputColumn.of(counts, specification), counts);
        }
    }

    private Map<String, @Nullable Object> structure(Database database, List<Path> earlier) throws IOException {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("policy", policy());
        all.put("places", places(database));
        all.put(
                "characteristics",
                specification.characteristics().values().stream()
                        .map(c -> Map.of("name", c.name(), "answers", c.many() ? "many" : "one"))
                        .toList());
        all.put("sums", sums());
        all.put("at_most", atMost());
        all.put("additive", additive(database));
        all.put("together", together());
        all.put("at_least_one", fact("never nobody").map(Count::of).toList());
        all.put(
                "changed",
                database.query("select period, place_level, place from changed_place order by all")
                        .maps());
        all.put(
                "follows",
                earlier.isEmpty()
                        ? null
                        : String.valueOf(earlier.get(earlier.size() - 1).getFileName()));
        return all;
    }

    /** The measures whose places add up by what they are, and do so in this release. */
    private List<Map<String, @Nullable Object>> additive(Database database) throws IOException {
        String could = specification.table("finding").release().addsUp();
        String does = Database.literal(protectedZone.current().facts().getOrDefault("adds up", ""));
        return database.query(
                        "select distinct measure, basis from count where " + could + " and list_contains(string_split("
                                + does + ", '; '), measure || ' (' || basis || ')') order by all")
                .maps();
    }

    /** What follows from the definitions of several measures, and does so throughout this release. */
    private List<Map<String, Object>> together() throws IOException {
        return fact("holds together").map(CountFiles::together).toList();
    }

    /** What the protected zone says of itself, one by one. */
    private Stream<String> fact(String name) throws IOException {
        String all = protectedZone.current().facts().getOrDefault(name, "");
        return Stream.of(all.split("; ", -1)).filter(one -> !one.isEmpty());
    }

    private static Map<String, Object> together(String one) {
        String[] sides = one.split(" <?= ", -1);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("counts", counted(sides[0]));
        told.put("of", counted(sides[1]));
        told.put("exactly", !one.contains(" <= "));
        return told;
    }

    private static List<Count> counted(String side) {
        return Stream.of(side.split(" \\+ ", -1)).map(Count::of).toList();
    }

    private Map<String, Object> policy() throws IOException {
        String name = Objects.requireNonNull(protectedZone.current().facts().get("policy"));
        DisclosurePolicy policy = specification.policy(name);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", name);
        told.put("threshold", policy.threshold());
        told.put("rounding_base", policy.roundingBase());
        told.put("zero_hidden", policy.suppressZero());
        told.put("least_width", policy.leastWidth());
        return told;
    }

    private static List<Map<String, Object>> places(Database database) {
        Map<List<Object>, List<Map<String, Object>>> within = new LinkedHashMap<>();
        for (List<@Nullable Object> row : database.query(
                        "select period, site_code, place_level, place from site_place where place_level <> 'site' order by all")
                .rows()) {
            within.computeIfAbsent(
                            List.of(Objects.requireNonNull(row.get(0)), Objects.requireNonNull(row.get(1))),
                            s -> new ArrayList<>())
                    .add(Map.of(
                            "place_level",
                            Objects.requireNonNull(row.get(2)),
                            "place",
                            Objects.requireNonNull(row.get(3))));
        }
        List<Map<String, Object>> places = new ArrayList<>();
        within.forEach((site, larger) -> places.add(
                Map.of("period", site.get(0), "place_level", "site", "place", site.get(1), "within", larger)));
        return places;
    }

    private List<Map<String, Object>> sums() {
        List<Map<String, Object>> sums = new ArrayList<>();
        for (Table table : specification.tables().values()) {
            for (Whole whole : table.wholes()) {
                if (whole.exhaustive()) {
                    sums.add(Map.of("measure", table.name(), "whole", whole.name(), "parts", whole.parts()));
                }
            }
        }
        return sums;
    }

    private List<Map<String, String>> atMost() {
        return specification.tables().values().stream()
                .flatMap(t -> t.wholes().stream())
                .filter(w -> !w.exhaustive())
                .flatMap(w -> w.parts().stream().map(p -> Map.of("part", p, "whole", w.name())))
                .distinct()
                .toList();
    }
}
