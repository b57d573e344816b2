package equalities.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;
import org.junit.jupiter.api.Test;

/** Random small tables, each attacked and also solved by trying every table that it could be. */
class EnumerationTest {
    private static final Series SERIES = new Series("2025-26-Q1", "uptake", "flow");
    private static final Place ENGLAND = new Place("england", "England");

    @Test
    void the_attack_finds_the_interval_that_trying_every_table_finds() throws Contradiction {
        Random random = new Random(7);
        int hidden = 0;
        for (int i = 0; i < 40; i++) {
            SmallTable table = SmallTable.any(random);
            Map<String, Interval> tried = table.tryAll();
            assertThat(Narrowest.of(table.release()))
                    .as("table " + i + ": " + table)
                    .isEqualTo(tried);
            hidden += tried.size();
        }
        assertThat(hidden).isGreaterThan(80);
    }

    /** Sites down, answers across, with all totals; the sums of a two-way table leave no gap between whole numbers. */
    private static final class SmallTable {
        private final int sites;
        private final int answers;
        private final long base;
        private final Map<Cell, Count> published = new LinkedHashMap<>();
        private final Map<Cell, long[]> seen = new LinkedHashMap<>();

        private SmallTable(int sites, int answers, long base) {
            this.sites = sites;
            this.answers = answers;
            this.base = base;
        }

        static SmallTable any(Random random) {
            int answers = 2 + random.nextInt(2);
            int sites = answers > 2 ? 2 : 2 + random.nextInt(2);
            SmallTable table =
                    new SmallTable(sites, answers, List.of(1L, 3L, 5L).get(random.nextInt(3)));
            int most = sites * answers > 4 ? 3 : 9;
            long[][] truth = new long[table.sites][table.answers];
            for (long[] row : truth) {
                for (int c = 0; c < row.length; c++) {
                    row[c] = random.nextInt(most + 1);
                }
            }
            table.forAll(truth, (cell, value) -> table.publish(cell, value, random));
            return table;
        }

        private void publish(Cell cell, long value, Random random) {
            boolean total = cell.characteristic().equals(Cell.TOTAL);
            boolean hide = random.nextInt(10) < (total ? cell.place().equals(ENGLAND) ? 0 : 2 : 6);
            long rounded = Math.floorDiv(2 * value + base, 2 * base) * base;
            published.put(cell, new Count(cell, hide ? 0 : rounded, hide ? Count.Mark.HIDDEN : Count.Mark.SHOWN));
        }

        Release release() {
            List<Structure.Whereabouts> places = new ArrayList<>();
            for (int s = 0; s < sites; s++) {
                places.add(new Structure.Whereabouts("2025-26-Q1", "site", "S" + s, List.of(ENGLAND)));
            }
            Structure structure = new Structure(
                    new Structure.Policy("any", 5, base, true, 4),
                    places,
                    List.of(new Structure.Characteristic("ethnicity", "one")),
                    List.of(),
                    List.of(),
                    List.of(new Structure.Additive("uptake", "flow")),
                    List.of(),
                    List.of(),
                    List.of(),
                    null);
            return new Release("g1", Path.of("g1"), structure, Map.of(SERIES, List.copyOf(published.values())));
        }

        /** The least and the most of each hidden cell over all tables that fit. */
        Map<String, Interval> tryAll() {
            place(new long[sites][answers], 0);
            Map<String, Interval> intervals = new TreeMap<>();
            seen.forEach((cell, ends) -> intervals.put(cell.toString(), new Interval(ends[0], ends[1])));
            return intervals;
        }

        private void place(long[][] table, int at) {
            if (at == sites * answers) {
                forAll(table, this::see);
                return;
            }
            int site = at / answers;
            int answer = at % answers;
            for (long value = 0; value <= most(cell(site, answer)); value++) {
                table[site][answer] = value;
                if (fitsSoFar(table, at)) {
                    place(table, at + 1);
                }
            }
            table[site][answer] = 0;
        }

        /** Whether no sum is too large yet, and each that has come to its end is right. */
        private boolean fitsSoFar(long[][] table, int at) {
            List<Boolean> fits = new ArrayList<>();
            int site = at / answers;
            int answer = at % answers;
            fits.add(fits(cell(site, answer), table[site][answer], true));
            long row = 0;
            for (long value : table[site]) {
                row += value;
            }
            fits.add(fits(total("S" + site), row, answer == answers - 1));
            long column = 0;
            long all = 0;
            for (long[] one : table) {
                column += one[answer];
                for (long value : one) {
                    all += value;
                }
            }
            fits.add(fits(new Cell(ENGLAND, "ethnicity", "A" + answer, "numerator"), column, site == sites - 1));
            fits.add(fits(new Cell(ENGLAND, Cell.TOTAL, Cell.ALL, "numerator"), all, at == sites * answers - 1));
            return !fits.contains(false);
        }

        private boolean fits(Cell cell, long value, boolean isAtItsEnd) {
            Count count = Objects.requireNonNull(published.get(cell));
            return count.mark() == Count.Mark.HIDDEN
                    || (value <= count.value() + base / 2 && (!isAtItsEnd || value >= count.value() - base / 2));
        }

        private long most(Cell cell) {
            Count count = Objects.requireNonNull(published.get(cell));
            Count all = Objects.requireNonNull(published.get(new Cell(ENGLAND, Cell.TOTAL, Cell.ALL, "numerator")));
            return (count.mark() == Count.Mark.HIDDEN ? all : count).value() + base / 2;
        }

        private void see(Cell cell, long value) {
            if (Objects.requireNonNull(published.get(cell)).mark() == Count.Mark.HIDDEN) {
                long[] ends = seen.computeIfAbsent(cell, c -> new long[] {value, value});
                ends[0] = Math.min(ends[0], value);
                ends[1] = Math.max(ends[1], value);
            }
        }

        private void forAll(long[][] table, ObjLongConsumer<Cell> use) {
            long all = 0;
            long[] columns = new long[answers];
            for (int s = 0; s < sites; s++) {
                long row = 0;
                for (int a = 0; a < answers; a++) {
                    use.accept(cell(s, a), table[s][a]);
                    row += table[s][a];
                    columns[a] += table[s][a];
                }
                use.accept(total("S" + s), row);
                all += row;
            }
            for (int a = 0; a < answers; a++) {
                use.accept(new Cell(ENGLAND, "ethnicity", "A" + a, "numerator"), columns[a]);
            }
            use.accept(new Cell(ENGLAND, Cell.TOTAL, Cell.ALL, "numerator"), all);
        }

        private static Cell cell(int site, int answer) {
            return new Cell(new Place("site", "S" + site), "ethnicity", "A" + answer, "numerator");
        }

        private static Cell total(String site) {
            return new Cell(new Place("site", site), Cell.TOTAL, Cell.ALL, "numerator");
        }

        @Override
        public String toString() {
            return published.values().toString();
        }
    }
}
