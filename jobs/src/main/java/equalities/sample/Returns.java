package equalities.sample;

import equalities.sample.Person.Said;
import equalities.sample.World.Form;
import equalities.sample.World.Saying;
import equalities.sample.World.Site;
import equalities.spec.Field;
import equalities.spec.Layout;
import equalities.spec.Specification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

/** People as rows of the national layouts, column by column as the layouts say. */
final class Returns {
    static final String PATIENTS = "qualifying-patients";
    static final String CASES = "advocacy-cases";
    static final String COUNTS = "monitoring-counts";
    static final String SERVICE = "service";

    private static final Set<String> OF_A_PATIENT =
            Set.of("person_key", "age", "start_date", "end_date", "legal_status", "site_code");
    private static final Set<String> OF_A_CASE =
            Set.of("case_ref", "person_key", "age", "referral_date", "first_contact_date", "closed_date", "site_code");

    private final World world;
    private final Specification specification;

    Returns(World world, Specification specification) {
        this.world = world;
        this.specification = specification;
    }

    /** What a hospital sends: a row a stay. */
    Table patients(List<Person> people, SplittableRandom random) {
        List<Field> fields = fields(PATIENTS, OF_A_PATIENT, world.patients().keySet());
        List<List<String>> rows = new ArrayList<>();
        for (Person person : people) {
            rows.add(row(fields, person.atHospital(), patient(person, person.site(), random)));
            if (person.second() != null) {
                rows.add(row(fields, person.atHospital(), patient(person, person.second(), random)));
            }
        }
        return new Table(headings(fields), rows);
    }

    private Map<String, String> patient(Person person, Site site, SplittableRandom random) {
        Map<String, String> cells = new HashMap<>(Map.of(
                "person_key", person.nhsNumber(),
                "age", Days.written(person.born()),
                "start_date", Days.written(person.start()),
                "end_date", person.end() == null ? "" : Days.written(person.end()),
                "legal_status", person.legalStatusWritten(),
                "site_code", site.code()));
        world.patients().forEach((column, texts) -> cells.put(column, Population.pick(texts, random)));
        return cells;
    }

    /** What an advocacy service sends: a row a case, for those of these people whom it saw. */
    Table cases(String provider, List<Person> people, SplittableRandom random) {
        List<Field> fields = fields(CASES, OF_A_CASE, world.cases().keySet());
        List<List<String>> rows = new ArrayList<>();
        for (Person person : people) {
            if (person.seen() && person.site().advocacy().equals(provider)) {
                String reference = provider + "-" + person.nhsNumber().substring(3);
                rows.add(row(fields, person.atAdvocate(), aCase(person, reference, random)));
            }
        }
        return new Table(headings(fields), rows);
    }

    private Map<String, String> aCase(Person person, String reference, SplittableRandom random) {
        LocalDate contact = person.referred().plusDays(random.nextInt(12));
        Map<String, String> cells = new HashMap<>(Map.of(
                "case_ref", reference,
                "person_key", person.nhsNumber(),
                "age", Days.written(person.born()),
                "referral_date", Days.written(person.referred()),
                "first_contact_date", random.nextInt(20) == 0 ? "" : Days.written(contact),
                "closed_date", random.nextInt(3) == 0 ? Days.written(contact.plusDays(random.nextInt(60))) : "",
                "site_code", person.site().code()));
        world.cases().forEach((column, texts) -> cells.put(column, Population.pick(texts, random)));
        return cells;
    }

    /** What a service that keeps totals only sends: how many it saw at each site, by the form's characteristics. */
    Table totals(List<Site> sites, List<Person> people, Form form) {
        List<List<String>> rows = new ArrayList<>();
        for (Site site : sites) {
            List<Person> seen = people.stream()
                    .filter(p -> p.seen() && p.site().equals(site))
                    .toList();
            rows.add(List.of(site.code(), "accessed", "All", "All", String.valueOf(seen.size())));
            for (String characteristic : Objects.requireNonNullElse(form.totalsOf(), List.<String>of())) {
                rows.addAll(totals(site, seen, characteristic));
            }
        }
        return new Table(List.of("Site Code", "Measure", "Characteristic", "Group", "Count"), rows);
    }

    private List<List<String>> totals(Site site, List<Person> seen, String characteristic) {
        String title = specification.characteristic(characteristic).title();
        List<List<String>> rows = new ArrayList<>();
        for (Saying saying : Objects.requireNonNull(world.answers().get(characteristic))) {
            long count = seen.stream()
                    .filter(p -> said(p, characteristic).saying().equals(saying))
                    .count();
            String group = saying.written().stream()
                    .filter(w -> !w.isEmpty())
                    .findFirst()
                    .orElseThrow();
            rows.add(List.of(site.code(), "accessed", title, group, String.valueOf(count)));
        }
        return rows;
    }

    private static Said said(Person person, String characteristic) {
        return Objects.requireNonNull(person.atAdvocate().get(characteristic));
    }

    private static List<String> row(List<Field> fields, Map<String, Said> answers, Map<String, String> cells) {
        return fields.stream()
                .map(f -> f.characteristic() == null
                        ? cells.getOrDefault(String.valueOf(f.column()), "")
                        : Objects.requireNonNull(answers.get(f.characteristic()))
                                .written())
                .toList();
    }

    /** The layout's fields that this world has something to write in. */
    private List<Field> fields(String returnName, Set<String> own, Set<String> more) {
        Layout layout = specification.layouts().stream()
                .filter(l -> l.returnName().equals(returnName) && l.name().equals("national"))
                .findFirst()
                .orElseThrow();
        return layout.fields().stream()
                .filter(f -> f.characteristic() == null
                        ? own.contains(f.column()) || more.contains(f.column())
                        : world.answers().containsKey(f.characteristic()))
                .filter(f -> f.reverse().isEmpty())
                .toList();
    }

    private static List<String> headings(List<Field> fields) {
        return fields.stream().map(Field::name).toList();
    }
}
