package equalities.stage.consolidate;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the person of rows without an NHS number. Tier 2: the keyed hash of date of birth, sex and site fits exactly one
 * person among the hospitals' rows of the period and exactly one among the advocacy services', and one of these two has
 * no number. What is not linked keeps a key of its own, so that it is counted and never taken for somebody else.
 */
final class Linking implements Serializable {
    private static final String LINK_KEY = "link_key";
    private static final String NUMBER = "person_key";
    private static final int SEVERAL = 2;
    private static final long serialVersionUID = 1;

    private final HashMap<String, String> people;

    private Linking(Map<String, String> people) {
        this.people = new HashMap<>(people);
    }

    /** The link keys for which somebody is looked for. */
    static Set<String> wanted(Stream<StandardRow> standing) {
        return standing.filter(Linking::mayBeLinked)
                .filter(row -> row.value(NUMBER) == null)
                .map(row -> Objects.requireNonNull(row.text(LINK_KEY)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean mayBeLinked(StandardRow row) {
        return row.of().hasPeople() && row.value(LINK_KEY) != null;
    }

    /**
     * Whom a link key fits.
     *
     * @param hospitals people of hospitals' rows, no more than two of them
     * @param advocates people of advocacy services' rows, the same
     * @param number the key of an NHS number that is known of one
     */
    record Evidence(
            Set<String> hospitals,
            Set<String> advocates,
            @Nullable String number) implements Serializable {
        static Evidence of(StandardRow row) {
            Set<String> who = Set.of(row.who());
            boolean hospital = row.source().entitled();
            return new Evidence(hospital ? who : Set.of(), hospital ? Set.of() : who, row.text(NUMBER));
        }

        Evidence and(Evidence other) {
            boolean theirs = number == null || other.number != null && other.number.compareTo(number) > 0;
            return new Evidence(
                    some(hospitals, other.hospitals), some(advocates, other.advocates), theirs ? other.number : number);
        }

        private static Set<String> some(Set<String> one, Set<String> other) {
            return Stream.concat(one.stream(), other.stream())
                    .distinct()
                    .sorted()
                    .limit(SEVERAL)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private boolean fitsOnePerson() {
            return hospitals.size() == 1 && advocates.size() == 1;
        }
    }

    /** What rows say of the keys that are wanted. */
    static Map<String, Evidence> evidence(Stream<StandardRow> standing, Set<String> wanted) {
        return standing.filter(Linking::mayBeLinked)
                .filter(row -> wanted.contains(row.text(LINK_KEY)))
                .collect(Collectors.toMap(row -> row.text(LINK_KEY), Evidence::of, Evidence::and, HashMap::new));
    }

    /** Who is linked, of all that was found for the keys wanted in a period. */
    static Linking of(String period, Map<String, Evidence> found) {
        Map<String, String> people = new HashMap<>();
        found.forEach((link, evidence) -> {
            if (evidence.fitsOnePerson()) {
                String number = evidence.number();
                people.put(link, number == null ? StandardRow.print(Stream.of("both", period, link)) : number);
            }
        });
        return new Linking(people);
    }

    /** The row's person. */
    String person(StandardRow row) {
        String number = row.text(NUMBER);
        String linked = linked(row);
        return number != null ? number : linked != null ? linked : row.who();
    }

    /** A number that all rows of one person share, and all rows of nobody with one key. */
    int group(StandardRow row) {
        return row.of().hasPeople() ? person(row).hashCode() : row.key().hashCode();
    }

    /** By what its person was found: 1 the number, 2 the link key, null nothing. */
    @Nullable
    Long tier(StandardRow row) {
        if (row.text(NUMBER) != null) {
            return 1L;
        }
        return linked(row) == null ? null : 2L;
    }

    private @Nullable String linked(StandardRow row) {
        String link = row.text(LINK_KEY);
        return link == null ? null : people.get(link);
    }
}
