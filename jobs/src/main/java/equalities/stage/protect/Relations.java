package equalities.stage.protect;

import equalities.stage.protect.CellKey.Place;
import equalities.stage.protect.CellKey.Row;
import equalities.stage.protect.CellKey.Series;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Everything that anybody can know of how the counts of one release hang together: larger places are sums of their
 * sites, wholes of their parts, totals of the answers, answers of pairs of answers. Where people stand at two places
 * the sum does not come to the whole; by how much is taken to be known as well.
 */
final class Relations {
    private static final String NUMERATOR = "numerator";
    private static final String DENOMINATOR = "denominator";

    private final LinkedCells linked;
    private final Structure structure;
    private final ToIntFunction<Cell> smallest;
    private final Map<CellKey, Cell> cells = new LinkedHashMap<>();
    private final Map<CellKey, Addends> sums = new HashMap<>();
    private final Map<Series, Map<Place, Map<String, Map<String, CellKey>>>> series = new LinkedHashMap<>();
    private final Map<Row, Map<String, CellKey>> rows = new LinkedHashMap<>();
    private final Set<CellKey> whole = new HashSet<>();

    /**
     * @param release its counts in the order of their keys
     * @param smallest the number of a count among the smallest
     */
    Relations(LinkedCells linked, Structure structure, Collection<Cell> release, ToIntFunction<Cell> smallest) {
        this.linked = linked;
        this.structure = structure;
        this.smallest = smallest;
        for (Cell cell : release) {
            CellKey key = cell.key();
            cells.put(key, cell);
            rows.computeIfAbsent(key.row(), r -> new LinkedHashMap<>()).put(key.part(), key);
            series.computeIfAbsent(key.series(), s -> new LinkedHashMap<>())
                    .computeIfAbsent(key.at(), p -> new LinkedHashMap<>())
                    .computeIfAbsent(key.characteristic(), c -> new LinkedHashMap<>())
                    .put(key.code(), key);
        }
        cells.keySet().forEach(this::sum);
    }

    /** What a count is the sum of. */
    Addends sum(CellKey key) {
        Addends known = sums.get(key);
        if (known == null) {
            known = sumOf(key);
            sums.put(key, known);
        }
        return known;
    }

    private Addends sumOf(CellKey key) {
        List<CellKey> parts = within(key);
        if (parts.isEmpty()) {
            parts = exhaustiveParts(key);
        }
        if (parts.isEmpty()) {
            return Addends.of(smallest.applyAsInt(Objects.requireNonNull(cells.get(key))));
        }
        whole.add(key);
        return Addends.sum(parts.stream().map(this::sum).toList());
    }

    /** The same count at the places within a place. */
    private List<CellKey> within(CellKey key) {
        Map<Place, Map<String, Map<String, CellKey>>> places = series.getOrDefault(key.series(), Map.of());
        List<Place> inside = structure.sitesOf(key.period(), key.at());
        if (key.at().equals(Place.ENGLAND) && places.keySet().stream().noneMatch(Place::isSite)) {
            inside = places.keySet().stream()
                    .filter(p -> p.level().equals("provider"))
                    .toList();
        }
        List<CellKey> found = new ArrayList<>();
        for (Place place : inside) {
            CellKey part = places.getOrDefault(place, Map.of())
                    .getOrDefault(key.characteristic(), Map.of())
                    .get(key.code());
            if (part != null && isCovered(part)) {
                found.add(part);
            }
        }
        return found;
    }

    /** Whether anybody told who was seen there: a place without a numerator is in no larger place's count. */
    private boolean isCovered(CellKey key) {
        return !key.part().equals(DENOMINATOR)
                || rows.getOrDefault(key.row(), Map.of()).containsKey(NUMERATOR);
    }

    private List<CellKey> exhaustiveParts(CellKey key) {
        Map<String, CellKey> row = rows.getOrDefault(key.row(), Map.of());
        return structure.wholes(key.measure()).stream()
                .filter(w -> w.exhaustive() && w.name().equals(key.part()))
                .filter(w -> row.keySet().containsAll(w.parts()))
                .flatMap(w -> w.parts().stream())
                .map(row::get)
                .toList();
    }

    /**
     * Writes what must hold beside the sums.
     *
     * @return the sums that are what is left of a whole without one of its parts, which nobody publishes
     */
    Set<Integer> write() {
        Set<Integer> rests = new TreeSet<>();
        rows.forEach((row, parts) -> structure.wholes(row.measure()).forEach(whole -> {
            CellKey all = parts.get(whole.name());
            if (all != null && !whole.exhaustive()) {
                parts.entrySet().stream()
                        .filter(part -> whole.parts().contains(part.getKey()))
                        .map(part -> rest(all, List.of(part.getValue())))
                        .filter(rest -> rest >= 0)
                        .forEach(rests::add);
            }
        }));
        series.values().forEach(places -> places.values().forEach(this::answers));
        cells.keySet().forEach(key -> structure.together(key).forEach(this::together));
        return rests;
    }

    private void together(Structure.Together one) {
        if (!cells.keySet().containsAll(one.counts()) || !cells.keySet().containsAll(one.of())) {
            return;
        }
        if (one.exactly()) {
            equal(one.counts(), one.of());
        } else if (!(whole.containsAll(one.of()) && whole.containsAll(one.counts()))) {
            rest(one.of(), one.counts());
        }
    }

    /** What is left of a whole without some of it is none below 0. */
    private int rest(CellKey all, List<CellKey> some) {
        return rest(List.of(all), some);
    }

    private int rest(List<CellKey> all, List<CellKey> some) {
        Addends left = left(all, some);
        long value = count(all) - count(some);
        return value >= 0 && !left.isEmpty() ? linked.sum(left, value) : -1;
    }

    private void answers(Map<String, Map<String, CellKey>> questions) {
        CellKey total = questions.getOrDefault(CellKey.TOTAL, Map.of()).get(CellKey.ALL);
        questions.forEach((question, codes) -> {
            List<String> both = structure.pair(question);
            if (!both.isEmpty()) {
                pairs(codes, questions.getOrDefault(both.get(0), Map.of()), 0);
                pairs(codes, questions.getOrDefault(both.get(1), Map.of()), 1);
            } else if (total != null && structure.takesMany(question)) {
                codes.values().forEach(code -> rest(total, List.of(code)));
            } else if (total != null && !question.equals(CellKey.TOTAL)) {
                equal(codes.values(), total);
            }
            List<CellKey> unknown = codes.values().stream()
                    .filter(c -> !Objects.requireNonNull(cells.get(c)).known())
                    .toList();
            equal(
                    unknown,
                    questions.getOrDefault("known: " + question, Map.of()).get("no"));
        });
    }

    /** Some counts make another, where they do; of places that are sums of others it follows from theirs. */
    private void equal(Collection<CellKey> some, @Nullable CellKey all) {
        if (all != null && !some.isEmpty() && !(whole.contains(all) && whole.containsAll(some))) {
            equal(some, List.of(all));
        }
    }

    /** Some counts come to as much as others, where they do. */
    private void equal(Collection<CellKey> some, Collection<CellKey> others) {
        if (count(some) == count(others)) {
            Addends difference = left(others, some);
            if (!difference.isEmpty()) {
                linked.alwaysHolds(linked.sum(difference, 0));
            }
        }
    }

    private Addends left(Collection<CellKey> all, Collection<CellKey> some) {
        return Addends.sum(all.stream().map(this::sum).toList())
                .less(some.stream().map(this::sum).toList());
    }

    /** Pairs of answers add up to the first, or the second, less those whose other answer is not known. */
    private void pairs(Map<String, CellKey> pairs, Map<String, CellKey> margin, int side) {
        Map<String, List<CellKey>> of = new LinkedHashMap<>();
        pairs.forEach((pair, key) -> {
            String code = Structure.side(pair, side, margin.keySet());
            if (code != null) {
                of.computeIfAbsent(code, c -> new ArrayList<>()).add(key);
            }
        });
        of.forEach((code, some) -> rest(Objects.requireNonNull(margin.get(code)), some));
    }

    private long count(Collection<CellKey> some) {
        return some.stream().mapToLong(this::count).sum();
    }

    private long count(CellKey key) {
        return Objects.requireNonNull(cells.get(key)).count();
    }
}
