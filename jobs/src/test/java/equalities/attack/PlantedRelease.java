package equalities.attack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A release that is written down as tables: a row a place, a column an answer ({@code total}, or a characteristic and a
 * code), in each cell a number, a mark, or {@code -} for no row.
 */
final class PlantedRelease {
    private static final String HEADING =
            "period,measure,basis,place_level,place,place_name,characteristic,code,label,part,value,mark\n";

    private final Path folder;
    private final StringBuilder counts = new StringBuilder(HEADING);
    private final Map<String, Object> structure = new LinkedHashMap<>();
    private final List<Object> places = new ArrayList<>();
    private final List<Object> changed = new ArrayList<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<Object> together = new ArrayList<>();
    private String measure = "uptake";

    private PlantedRelease(Path folder) {
        this.folder = folder;
        structure.put("places", places);
        structure.put("changed", changed);
        structure.put("together", together);
        structure.put(
                "characteristics",
                List.of(
                        Map.of("name", "ethnicity", "answers", "one"),
                        Map.of("name", "gender", "answers", "one"),
                        Map.of("name", "disability", "answers", "many")));
        structure.put("at_most", List.of(Map.of("part", "numerator", "whole", "denominator")));
        additive();
        policy(5, 1, 4);
    }

    /** A release of a name, in a folder of releases; its counts are exact, places add up, and below 5 is small. */
    static PlantedRelease named(String name, Path releases) {
        return new PlantedRelease(releases.resolve(name));
    }

    /** Of everybody in England two counts, to the nearest 5, and beside them in another table their rate. */
    PlantedRelease england(int numerator, int denominator, String rate) {
        places.add(place("England"));
        return policy(8, 5, 6)
                .inEngland("numerator", String.valueOf(numerator))
                .inEngland("denominator", String.valueOf(denominator))
                .file(
                        "uptake.csv",
                        "period,place_level,place,characteristic,code,numerator,denominator,rate%n2025-26-Q1,england,England,total,All,%d,%d,%s%n"
                                .formatted(numerator, denominator, rate));
    }

    /** Of everybody in England one count. */
    PlantedRelease inEngland(String part, String shown) {
        return counts(part, "        | total%nEngland | %s%n".formatted(shown));
    }

    PlantedRelease policy(int threshold, int roundingBase, int leastWidth) {
        structure.put(
                "policy",
                Map.of(
                        "name", "planted",
                        "threshold", threshold,
                        "rounding_base", roundingBase,
                        "zero_hidden", true,
                        "least_width", leastWidth));
        return this;
    }

    PlantedRelease additive() {
        structure.put("additive", List.of(Map.of("measure", "uptake", "basis", "flow")));
        return this;
    }

    /** A person may be at two places. */
    PlantedRelease notAdditive() {
        structure.put("additive", List.of());
        return this;
    }

    PlantedRelease sums(String whole, String... parts) {
        structure.put("sums", List.of(Map.of("measure", "uptake", "whole", whole, "parts", List.of(parts))));
        return this;
    }

    PlantedRelease follows(String name) {
        structure.put("follows", name);
        return this;
    }

    PlantedRelease place(String place, String... within) {
        Map<String, Object> entry = place(place);
        List<Object> larger = new ArrayList<>();
        for (String one : within) {
            Map<String, Object> whole = place(one);
            whole.remove("period");
            larger.add(whole);
        }
        entry.put("within", larger);
        places.add(entry);
        return this;
    }

    PlantedRelease changed(String place) {
        changed.add(place(place));
        return this;
    }

    /** What follows is of another measure. */
    PlantedRelease of(String otherMeasure) {
        measure = otherMeasure;
        return this;
    }

    /** The denominators of some measures together are no more than those of another, or exactly as many. */
    PlantedRelease denominators(List<String> some, String of, boolean exactly) {
        List<Object> counts = new ArrayList<>();
        some.forEach(one -> counts.add(counted(one)));
        together.add(Map.of("counts", counts, "of", List.of(counted(of)), "exactly", exactly));
        return this;
    }

    /** A row says that somebody is among its denominator. */
    PlantedRelease denominatorsAtLeastOne(String measure) {
        structure.put("at_least_one", List.of(counted(measure)));
        return this;
    }

    private static Map<String, String> counted(String measure) {
        return Map.of("measure", measure, "basis", "flow", "part", "denominator");
    }

    PlantedRelease file(String name, String text) {
        files.put(name, text);
        return this;
    }

    PlantedRelease counts(String part, String table) {
        List<String> lines = table.lines().filter(l -> !l.isBlank()).toList();
        String[] answers = cells(lines.get(0));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = cells(line);
            for (int i = 1; i < cells.length; i++) {
                if (!cells[i].equals("-")) {
                    counts.append(row(cells[0], answers[i], part, cells[i]));
                }
            }
        }
        return this;
    }

    Path write() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("counts.csv"), counts.toString());
        Files.writeString(folder.resolve("structure.json"), new ObjectMapper().writeValueAsString(structure));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        return folder;
    }

    private String row(String place, String answer, String part, String cell) {
        Map<String, Object> where = place(place);
        boolean total = answer.equals("total");
        String characteristic = total ? "total" : answer.split(" ")[0];
        String code = total ? "All" : answer.substring(characteristic.length() + 1);
        boolean isNumber = cell.matches("\\d+");
        boolean isLow = cell.equals("low");
        String value = isNumber ? cell : isLow ? "0" : "";
        return String.join(
                        ",",
                        "2025-26-Q1," + measure + ",flow",
                        String.valueOf(where.get("place_level")),
                        String.valueOf(where.get("place")),
                        place,
                        characteristic,
                        code,
                        code,
                        part,
                        value,
                        isNumber ? "" : cell)
                + "\n";
    }

    /** {@code England}, or a level and a code: {@code site type acute}. */
    private static Map<String, Object> place(String words) {
        int space = words.lastIndexOf(' ');
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("period", "2025-26-Q1");
        place.put("place_level", space < 0 ? "england" : words.substring(0, space));
        place.put("place", words.substring(space + 1));
        return place;
    }

    private static String[] cells(String line) {
        String[] cells = line.split("\\|");
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].strip();
        }
        return cells;
    }
}
