package equalities.sample;

import equalities.sample.Person.Said;
import equalities.sample.World.Ages;
import equalities.sample.World.Gap;
import equalities.sample.World.LegalStatus;
import equalities.sample.World.Saying;
import equalities.sample.World.Site;
import equalities.spec.Characteristic;
import equalities.spec.Specification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Draws the people of some sites: who they are, what they answer, who of them is seen. */
final class Population {
    private static final int DAYS_OF_STARTS = 77;

    private final World world;
    private final Specification specification;
    private final LocalDate firstDay;
    private final NhsNumbers numbers;

    Population(World world, Specification specification, LocalDate firstDay, NhsNumbers numbers) {
        this.world = world;
        this.specification = specification;
        this.firstDay = firstDay;
        this.numbers = numbers;
    }

    /** Everybody of one site; as many of them are seen as the site's uptake says, those of a gap less often. */
    List<Person> of(Site site, int people, SplittableRandom random) {
        List<Person> all = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            all.add(draw(site, random));
        }
        Set<String> seen = new HashSet<>();
        choose(all, false, site.uptake(), random, seen);
        choose(all, true, site.uptakeOnCto(), random, seen);
        return all.stream().map(p -> p.whoIsSeen(seen.contains(p.nhsNumber()))).toList();
    }

    /** Weighted sampling without replacement (Efraimidis and Spirakis 2006). */
    private void choose(List<Person> all, boolean community, double uptake, SplittableRandom random, Set<String> seen) {
        record Keyed(Person person, double key) {}
        List<Keyed> keyed = all.stream()
                .filter(p -> p.legalStatus().qualifies() && p.legalStatus().community() == community)
                .map(p -> new Keyed(p, Math.log(random.nextDouble()) / chance(p)))
                .sorted(Comparator.comparingDouble(Keyed::key).reversed())
                .toList();
        keyed.stream()
                .limit(Math.round(keyed.size() * uptake))
                .forEach(k -> seen.add(k.person().nhsNumber()));
    }

    private double chance(Person person) {
        return world.gaps().stream()
                .filter(g -> codes(person, g.characteristic()).contains(g.code()))
                .mapToDouble(Gap::ratio)
                .reduce(1, (a, b) -> a * b);
    }

    /** What is true of the person, whether or not a record holds it. */
    private List<String> codes(Person person, String characteristic) {
        Characteristic c = specification.characteristic(characteristic);
        if (!c.bands().isEmpty()) {
            return List.of(c.band(Days.age(person.born(), person.start(), firstDay)));
        }
        Said said = person.atAdvocate().get(characteristic);
        return said == null ? List.of() : said.saying().codes();
    }

    private Person draw(Site site, SplittableRandom random) {
        LocalDate start = firstDay.plusDays(random.nextInt(DAYS_OF_STARTS));
        LegalStatus legal = pick(world.legalStatus(), l -> l.share() * site.times("legal_status", l.written()), random);
        Ages ages = pick(world.ages(), Ages::share, random);
        Map<String, Said> atHospital = new LinkedHashMap<>();
        Map<String, Said> atAdvocate = new LinkedHashMap<>();
        world.answers().forEach((characteristic, sayings) -> {
            Saying true_ = pick(sayings, s -> s.share() * site.times(characteristic, s.codes()), random);
            atHospital.put(characteristic, written(characteristic, true_, random));
            atAdvocate.put(characteristic, written(characteristic, true_, random));
        });
        return new Person(
                numbers.next(),
                start.minusYears(random.nextInt(ages.from(), ages.to() + 1)).minusDays(random.nextInt(364)),
                start,
                random.nextDouble() < 0.4 ? start.plusDays(3 + random.nextInt(50)) : null,
                legal,
                pick(legal.written(), random),
                site,
                random.nextDouble() < world.moved() ? elsewhere(site) : null,
                atHospital,
                atAdvocate,
                false,
                start.plusDays(random.nextInt(14)));
    }

    private Said written(String characteristic, Saying saying, SplittableRandom random) {
        String none = specification.characteristic(characteristic).notRecorded();
        Saying kept = random.nextDouble() < world.lost()
                ? Objects.requireNonNull(world.answers().get(characteristic)).stream()
                        .filter(s -> s.codes().contains(none))
                        .findFirst()
                        .orElse(saying)
                : saying;
        return new Said(kept, pick(kept.written(), random));
    }

    private @Nullable Site elsewhere(Site site) {
        return world.sites().stream()
                .filter(s -> s.hospital().equals(site.hospital()) && !s.equals(site))
                .findFirst()
                .orElse(null);
    }

    static <T> T pick(List<T> all, SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }

    private static <T> T pick(List<T> all, ToDoubleFunction<T> weight, SplittableRandom random) {
        double left = random.nextDouble() * all.stream().mapToDouble(weight).sum();
        for (T one : all) {
            left -= weight.applyAsDouble(one);
            if (left < 0) {
                return one;
            }
        }
        return all.get(all.size() - 1);
    }
}
