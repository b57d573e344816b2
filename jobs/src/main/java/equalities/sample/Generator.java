package equalities.sample;

import equalities.sample.World.Fault;
import equalities.sample.World.Form;
import equalities.sample.World.OddFile;
import equalities.sample.World.Site;
import equalities.spec.Period;
import equalities.spec.Specification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;

/**
 * Writes a landing area and what is true of it: {@code landing/}, {@code uptake.csv} (linked uptake by place,
 * characteristic and code), {@code rows.csv} (what becomes of the rows of each file), {@code planted.csv} (the gaps) and
 * {@code faults.csv}. The same world, size and seed give the same bytes (workbooks: the same cells).
 */
public final class Generator {
    private static final Form PLAIN = new Form("", "", null, null, null, null, null, null, null, null);

    private final World world;
    private final Size size;
    private final Path out;
    private final Path landing;
    private final Returns returns;
    private final Population population;
    private final Truth truth;
    private final List<List<String>> ledger = new ArrayList<>();

    /**
     * How much is made.
     *
     * @param people in all; 0 for as many as the world says
     * @param copies how often the world's providers and sites are there
     * @param files how many files a provider sends of a return
     * @param faults whether the world's faults are put in
     */
    public record Size(int people, int copies, int files, boolean faults, long seed) {}

    private Generator(World world, Size size, Specification specification, Path out) {
        this.world = Worlds.copied(world, size);
        this.size = size;
        this.out = out;
        this.landing = out.resolve("landing").resolve(world.period());
        LocalDate firstDay = Period.of(world.period()).firstDay();
        this.returns = new Returns(this.world, specification);
        // A tenth more, for the people of faults.
        NhsNumbers numbers = new NhsNumbers(this.world.people() * 11L / 10, size.seed());
        this.population = new Population(this.world, specification, firstDay, numbers);
        this.truth = new Truth(this.world, specification, firstDay);
    }

    /**
     * Generates.
     *
     * @param world the description, see {@code jobs/sample/world.yaml}
     * @param period instead of the world's, or empty
     * @param progress how many people are done
     */
    public static void generate(
            Path world, String period, Size size, Specification specification, Path out, LongConsumer progress)
            throws IOException {
        World read = World.read(world);
        new Generator(period.isEmpty() ? read : Worlds.in(read, period), size, specification, out).write(progress);
    }

    private void write(LongConsumer progress) throws IOException {
        SplittableRandom random = new SplittableRandom(size.seed());
        writeRegister();
        Files.writeString(
                out.resolve("landing").resolve("invented.txt"), "The people and organisations here are invented.\n");
        long done = 0;
        for (int file = 0; file < size.files(); file++) {
            for (List<Site> neighbours : Worlds.neighbourhoods(world)) {
                List<Person> people = new ArrayList<>();
                for (Site site : neighbours) {
                    people.addAll(population.of(site, Worlds.people(world, site, size.files()), random.split()));
                }
                writeReturns(people, neighbours, file, random.split());
                done += people.size();
                progress.accept(done);
            }
        }
        writeServices();
        writeOddFiles(random.split());
        truth.table().write(out.resolve("uptake.csv"), PLAIN);
        new Table(List.of("provider", "file", "rows", "held", "repeated", "blank"), ledger)
                .write(out.resolve("rows.csv"), PLAIN);
        Worlds.planted(world).write(out.resolve("planted.csv"), PLAIN);
        Worlds.faults(world).write(out.resolve("faults.csv"), PLAIN);
    }

    private void writeReturns(List<Person> people, List<Site> sites, int file, SplittableRandom random)
            throws IOException {
        truth.add(people);
        for (String hospital : sites.stream().map(Site::hospital).distinct().toList()) {
            List<Person> here = people.stream()
                    .filter(p -> p.site().hospital().equals(hospital))
                    .toList();
            writeReturn(world.form(hospital, Returns.PATIENTS), returns.patients(here, random), sites, file, random);
        }
        for (String service : sites.stream().map(Site::advocacy).distinct().toList()) {
            if (world.sendsTotals(service)) {
                List<Site> its =
                        sites.stream().filter(s -> s.advocacy().equals(service)).toList();
                Form form = world.form(service, Returns.COUNTS);
                writeReturn(form, returns.totals(its, people, form), sites, file, random);
            } else {
                Table cases = returns.cases(service, people, random);
                writeReturn(world.form(service, Returns.CASES), cases, sites, file, random);
            }
        }
    }

    private void writeReturn(Form form, Table table, List<Site> sites, int number, SplittableRandom random)
            throws IOException {
        String name = Worlds.fileName(form, number, size.files());
        List<List<String>> rows = new ArrayList<>(table.rows());
        Map<String, Integer> became = new LinkedHashMap<>(Map.of("held", 0, "repeated", 0, "blank", 0));
        for (Fault fault : world.faults()) {
            if (fault.file().equals(form.provider() + "/" + name)) {
                for (int i = 0; i < fault.rows(); i++) {
                    put(fault, form, table, rows, sites, random);
                    became.merge(fault.outcome(), 1, Integer::sum);
                }
            }
        }
        new Table(table.headings(), rows)
                .as(form)
                .write(landing.resolve(form.provider()).resolve(name), form);
        List<String> line = new ArrayList<>(List.of(form.provider(), name, String.valueOf(rows.size())));
        List.of("held", "repeated", "blank").forEach(o -> line.add(String.valueOf(became.get(o))));
        ledger.add(line);
    }

    /** Puts one faulty row somewhere among the others. */
    private void put(
            Fault fault, Form form, Table table, List<List<String>> rows, List<Site> sites, SplittableRandom random) {
        int at = random.nextInt(1, rows.size());
        switch (fault.outcome()) {
            case "repeated" -> rows.add(at, rows.get(at - 1));
            case "blank" -> rows.add(at, table.headings().stream().map(h -> "").toList());
            default -> {
                List<String> row = new ArrayList<>(rows.get(rows.size() - 1));
                if (form.returnName().equals(Returns.PATIENTS)) {
                    Person person = somebody(form.provider(), sites, random);
                    row = new ArrayList<>(
                            returns.patients(List.of(person), random).rows().get(0));
                    if (fault.outcome().equals("warning")) {
                        truth.add(person, Objects.requireNonNullElse(fault.codes(), Map.of()));
                    }
                }
                for (Map.Entry<String, String> change : Objects.requireNonNullElse(
                                fault.change(), Map.<String, String>of())
                        .entrySet()) {
                    row.set(table.headings().indexOf(change.getKey()), change.getValue());
                }
                rows.add(at, row);
            }
        }
    }

    /** Somebody entitled, with one stay, whom no advocate saw. */
    private Person somebody(String hospital, List<Site> sites, SplittableRandom random) {
        Site site = sites.stream()
                .filter(s -> s.hospital().equals(hospital))
                .findFirst()
                .orElseThrow();
        return population.of(site, 50, random).stream()
                .filter(p -> p.legalStatus().qualifies() && p.second() == null)
                .findFirst()
                .orElseThrow()
                .whoIsSeen(false);
    }

    private void writeRegister() throws IOException {
        Worlds.providers(world).write(landing.resolve("register/providers.csv"), PLAIN);
        Worlds.sites(world).write(landing.resolve("register/sites.csv"), PLAIN);
    }

    private void writeServices() throws IOException {
        for (Map<String, String> service : world.services()) {
            List<String> headings =
                    service.keySet().stream().filter(h -> !h.equals("provider")).toList();
            String provider = Objects.requireNonNull(service.get("provider"));
            List<List<String>> row = List.of(headings.stream().map(service::get).toList());
            new Table(headings, row).write(landing.resolve(provider).resolve("service.csv"), PLAIN);
            ledger.add(List.of(provider, "service.csv", "1", "0", "0", "0"));
        }
    }

    private void writeOddFiles(SplittableRandom random) throws IOException {
        for (OddFile odd : world.oddFiles()) {
            Path file = landing.resolve(odd.file());
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            byte[] bytes = Objects.requireNonNullElse(odd.text(), "").getBytes(StandardCharsets.UTF_8);
            if (odd.randomBytes() != null) {
                bytes = new byte[odd.randomBytes()];
                random.nextBytes(bytes);
            }
            Files.write(file, bytes);
        }
    }
}
