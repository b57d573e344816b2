package equalities.sample;

import equalities.sample.Person.Said;
import equalities.sample.World.Site;
import equalities.spec.Characteristic;
import equalities.spec.Specification;
import equalities.spec.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a right answer is: linked uptake by site and for England, over sites whose service sends its cases. Each person
 * counts once at each place; what their advocate wrote down goes before what the hospital did, an answer before none.
 */
final class Truth {
    /** Of how many entitled people how many were seen. */
    private static final class Count {
        private long accessed;
        private long qualifying;
    }

    private final World world;
    private final Specification specification;
    private final LocalDate firstDay;
    private final Map<String, Count> counts = new TreeMap<>();

    Truth(World world, Specification specification, LocalDate firstDay) {
        this.world = world;
        this.specification = specification;
        this.firstDay = firstDay;
    }

    void add(List<Person> people) {
        people.stream().filter(p -> p.legalStatus().qualifies()).forEach(p -> add(p, Map.of()));
    }

    /** @param instead characteristic to the code that a changed answer counts as */
    void add(Person person, Map<String, String> instead) {
        List<Site> covered = Stream.of(person.site(), person.second())
                .filter(Objects::nonNull)
                .filter(s -> !world.sendsTotals(s.advocacy()))
                .distinct()
                .toList();
        for (Site site : covered) {
            count("site", site.code(), person, instead);
        }
        if (!covered.isEmpty()) {
            count("england", "England", person, instead);
        }
    }

    private void count(String level, String place, Person person, Map<String, String> instead) {
        count(List.of(level, place, "total", "All"), person);
        for (Characteristic c : specification.personCharacteristics()) {
            String changed = instead.get(c.name());
            List<String> codes = changed != null ? List.of(changed) : codes(person, c);
            codes.forEach(code -> count(List.of(level, place, c.name(), code), person));
        }
    }

    private void count(List<String> key, Person person) {
        Count count = counts.computeIfAbsent(String.join("\t", key), k -> new Count());
        count.qualifying++;
        count.accessed += person.seen() && !world.sendsTotals(person.site().advocacy()) ? 1 : 0;
    }

    private List<String> codes(Person person, Characteristic c) {
        if (!c.bands().isEmpty()) {
            LocalDate on = person.seen() ? person.referred() : person.start();
            return List.of(c.band(Days.age(person.born(), on, firstDay)));
        }
        Said hospital = recorded(
                person, c, person.atHospital(), Returns.PATIENTS, person.site().hospital());
        Said advocate = !person.seen() || world.sendsTotals(person.site().advocacy())
                ? null
                : recorded(
                        person,
                        c,
                        person.atAdvocate(),
                        Returns.CASES,
                        person.site().advocacy());
        Said best =
                hospital == null || (advocate != null && rank(c, advocate) <= rank(c, hospital)) ? advocate : hospital;
        return best == null
                ? List.of(Status.NOT_COLLECTED.word())
                : best.saying().codes();
    }

    /** What stands in the record, or null where its form has no such question. */
    private @Nullable Said recorded(
            Person person, Characteristic c, Map<String, Said> record, String returnName, String provider) {
        List<String> without = world.form(provider, returnName).without();
        boolean asked = without == null
                || specification.layouts().stream()
                        .filter(l -> l.returnName().equals(returnName))
                        .flatMap(l -> l.fields().stream())
                        .noneMatch(f -> c.name().equals(f.characteristic()) && without.contains(f.name()));
        return asked ? record.get(c.name()) : null;
    }

    private static int rank(Characteristic c, Said said) {
        return said.saying().codes().stream()
                .mapToInt(code -> List.of(Status.values()).indexOf(c.statusOf(code)))
                .min()
                .orElseThrow();
    }

    Table table() {
        List<List<String>> rows = new ArrayList<>();
        counts.forEach((key, count) -> {
            List<String> row = new ArrayList<>(List.of(key.split("\t")));
            row.add(String.valueOf(count.accessed));
            row.add(String.valueOf(count.qualifying));
            rows.add(row);
        });
        return new Table(List.of("place_level", "place", "characteristic", "code", "accessed", "qualifying"), rows);
    }
}
