package equalities.attack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Measures the attack on invented releases of any size: sites in providers, commissioners and types, by characteristic. */
public final class AttackBench {
    private static final long BASE = 5;
    private static final long THRESHOLD = 8;
    private static final int CODES = 8;
    private static final Place ENGLAND = new Place("england", "England");

    private final int sites;
    private final int characteristics;
    private final boolean additive;
    private final Random random;

    private AttackBench(int sites, int characteristics, boolean additive, long seed) {
        this.sites = sites;
        this.characteristics = characteristics;
        this.additive = additive;
        this.random = new Random(seed);
    }

    /**
     * What an attack took.
     *
     * @param counts published
     * @param attacked hidden
     */
    public record Result(int sites, long counts, long attacked, long cracked, double seconds) {}

    /** Attacks one release of so many measures. Small counts are hidden; others are rounded, and not protected further. */
    public static Result measure(
            int sites, int characteristics, int measures, boolean additive, AttackProgress progress) {
        Map<Series, List<Count>> counts = new LinkedHashMap<>();
        AttackBench first = new AttackBench(sites, characteristics, additive, 1);
        for (int m = 0; m < measures; m++) {
            counts.put(
                    new Series("2025-26-Q1", "measure " + m, "flow"),
                    new AttackBench(sites, characteristics, additive, m).counts());
        }
        Release release = new Release("bench", Path.of("bench"), first.structure(measures), counts);
        long began = System.nanoTime();
        Verdict verdict = Attack.on(new Timeline(List.of(release)), Tables.none(), Effort.EVERYTHING, progress);
        return new Result(
                sites,
                counts.values().stream().mapToLong(List::size).sum(),
                verdict.attacked(),
                verdict.cracks().size(),
                (System.nanoTime() - began) / 1e9);
    }

    private Structure structure(int measures) {
        List<Structure.Whereabouts> places = new ArrayList<>();
        for (int s = 0; s < sites; s++) {
            places.add(new Structure.Whereabouts("2025-26-Q1", "site", "S" + s, above(s)));
        }
        List<Structure.Characteristic> asked = new ArrayList<>();
        for (int c = 0; c < characteristics; c++) {
            asked.add(new Structure.Characteristic("c" + c, c == 1 ? "many" : "one"));
        }
        List<Structure.Additive> sums = new ArrayList<>();
        for (int m = 0; m < measures && additive; m++) {
            sums.add(new Structure.Additive("measure " + m, "flow"));
        }
        return new Structure(
                new Structure.Policy("bench", THRESHOLD, BASE, true, 6),
                places,
                asked,
                List.of(),
                List.of(new Structure.AtMost("numerator", "denominator")),
                sums,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static List<Place> above(int site) {
        return List.of(
                new Place("provider", "P" + site / 4),
                new Place("commissioner", "C" + site / 10),
                new Place("site type", "T" + site % 4),
                ENGLAND);
    }

    private List<Count> counts() {
        Map<Cell, Long> truth = new LinkedHashMap<>();
        for (int s = 0; s < sites; s++) {
            int people = 60 + random.nextInt(400);
            double rate = 0.2 + 0.6 * random.nextDouble();
            Place site = new Place("site", "S" + s);
            long seen = 0;
            for (int p = 0; p < people; p++) {
                boolean sees = random.nextDouble() < rate;
                seen += sees ? 1 : 0;
                person(site, above(s), sees, truth);
            }
            add(site, above(s), Cell.TOTAL, Cell.ALL, "denominator", people, truth);
            add(site, above(s), Cell.TOTAL, Cell.ALL, "numerator", seen, truth);
        }
        List<Count> counts = new ArrayList<>();
        truth.forEach((cell, value) -> counts.add(publish(cell, value, truth)));
        return counts;
    }

    private void person(Place site, List<Place> above, boolean sees, Map<Cell, Long> truth) {
        for (int c = 0; c < characteristics; c++) {
            String code = "a" + (int) Math.floor(CODES * Math.pow(random.nextDouble(), 1.6));
            add(site, above, "c" + c, code, "denominator", 1, truth);
            if (sees) {
                add(site, above, "c" + c, code, "numerator", 1, truth);
            }
        }
    }

    private static void add(
            Place site,
            List<Place> above,
            String characteristic,
            String code,
            String part,
            long by,
            Map<Cell, Long> truth) {
        Cell cell = new Cell(site, characteristic, code, part);
        truth.merge(cell, by, Long::sum);
        above.forEach(place -> truth.merge(cell.at(place), by, Long::sum));
    }

    /** Hides small counts and small rests, with both parts of a rest. */
    private static Count publish(Cell cell, long value, Map<Cell, Long> truth) {
        long part = truth.getOrDefault(cell.part("numerator"), 0L);
        long whole = truth.getOrDefault(cell.part("denominator"), 0L);
        boolean hide = value < THRESHOLD || (cell.part().equals("numerator") && whole - part < 2 * THRESHOLD);
        long rounded = Math.floorDiv(2 * value + BASE, 2 * BASE) * BASE;
        return new Count(cell, hide ? 0 : rounded, hide ? Count.Mark.HIDDEN : Count.Mark.SHOWN);
    }
}
