package equalities.stage.protect;

import equalities.spec.Characteristic;
import equalities.spec.CountedAlike;
import equalities.spec.CountedTogether;
import equalities.spec.CountedTogether.Count;
import equalities.spec.Specification;
import equalities.spec.Table;
import equalities.spec.Table.Whole;
import equalities.stage.protect.CellKey.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of questions, places and parts before a single count is looked at. */
final class Structure {
    private static final String AND = " and ";
    private static final String ANY_MEASURE = "";

    private final Map<String, Map<Place, List<Place>>> sites = new HashMap<>();
    private final Map<String, List<Whole>> wholes = new HashMap<>();
    private final Set<String> questions = new HashSet<>();
    private final Set<String> many = new HashSet<>();
    private final List<CountedAlike> alike;
    private final List<CountedTogether> together;
    private final Set<String> atLeastOne;

    /** A site and a place that it is in. */
    record SitePlace(String period, String site, Place place) {}

    Structure(Specification specification, Collection<SitePlace> sitePlaces) {
        alike = specification.countedAlike();
        together = specification.countedTogether();
        atLeastOne = Set.copyOf(specification.atLeastOne());
        for (Characteristic one : specification.characteristics().values()) {
            questions.add(one.name());
            if (one.many()) {
                many.add(one.name());
            }
        }
        specification.tables().values().forEach(this::addWholes);
        for (SitePlace one : sitePlaces) {
            if (!one.place().isSite()) {
                sites.computeIfAbsent(one.period(), p -> new HashMap<>())
                        .computeIfAbsent(one.place(), p -> new ArrayList<>())
                        .add(Place.site(one.site()));
            }
        }
    }

    /** Tables that tell of several measures share their wholes. */
    private void addWholes(Table table) {
        String measure = table.column("measure").isPresent() ? ANY_MEASURE : table.name();
        List<Whole> found = wholes.computeIfAbsent(measure, m -> new ArrayList<>());
        table.wholes().stream().filter(w -> !found.contains(w)).forEach(found::add);
    }

    /** The wholes among the counts of a measure, or of the table of that name. */
    List<Whole> wholes(String measure) {
        return wholes.getOrDefault(measure, wholes.getOrDefault(ANY_MEASURE, List.of()));
    }

    List<Place> sitesOf(String period, Place place) {
        return sites.getOrDefault(period, Map.of()).getOrDefault(place, List.of());
    }

    /** What stands for a count and for those of the same people under other definitions that come to the same. */
    Optional<Cell> alike(Cell cell) {
        CellKey key = cell.key();
        return alike.stream()
                .filter(one -> one.has(key.measure(), key.part()))
                .findFirst()
                .map(one -> new Cell(key.countedAlike(one), cell.count(), true));
    }

    /**
     * Counts that are together no more than others, or come to exactly as many.
     *
     * @param written the definition that it follows from
     */
    record Together(List<CellKey> counts, List<CellKey> of, boolean exactly, String written) {
        boolean isOfItself() {
            return counts.equals(of);
        }
    }

    /** What follows from the definitions of measures for a count and those of the same place and answer. */
    List<Together> together(CellKey key) {
        List<Together> all = new ArrayList<>();
        for (CountedTogether one : together) {
            Count first = one.leading();
            if (first.measure().equals(key.measure()) && first.part().equals(key.part())) {
                first.rest(key.basis()).ifPresent(rest -> all.add(together(one, key, rest)));
            }
        }
        all.removeIf(Together::isOfItself);
        return all;
    }

    private static Together together(CountedTogether one, CellKey at, String rest) {
        return new Together(keys(one.counts(), at, rest), keys(one.of(), at, rest), one.exactly(), one.written(rest));
    }

    private static List<CellKey> keys(List<Count> counts, CellKey at, String rest) {
        return counts.stream().map(count -> at.of(count, rest)).toList();
    }

    /** Whether there is no row without somebody in such a count. */
    boolean isAtLeastOne(CellKey key) {
        return atLeastOne.contains(key.part());
    }

    boolean takesMany(String question) {
        return many.contains(question);
    }

    /** The two questions of a pair; none when it is a single one. */
    List<String> pair(String question) {
        for (int at = question.indexOf(AND); at >= 0; at = question.indexOf(AND, at + 1)) {
            String first = question.substring(0, at);
            String second = question.substring(at + AND.length());
            if (questions.contains(first) && questions.contains(second)) {
                return List.of(first, second);
            }
        }
        return List.of();
    }

    /** The first or second code of a pair, or null when it is none of those given. */
    static @Nullable String side(String pair, int side, Set<String> codes) {
        for (int at = pair.indexOf(AND); at >= 0; at = pair.indexOf(AND, at + 1)) {
            String code = side == 0 ? pair.substring(0, at) : pair.substring(at + AND.length());
            if (codes.contains(code)) {
                return code;
            }
        }
        return null;
    }
}
