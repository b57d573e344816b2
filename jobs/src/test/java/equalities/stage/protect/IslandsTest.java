package equalities.stage.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IslandsTest {
    @Test
    void counts_without_a_common_sum_are_on_islands_of_their_own() {
        LinkedCells whole = counts(2, 3, 5, 7);
        whole.sum(both(0, 2), 7);
        whole.sum(both(1, 3), 10);
        assertThat(new Islands(whole).all()).extracting(Island::counts).containsExactly(2, 2);
    }

    @Test
    void a_chain_of_sums_makes_one_island() {
        LinkedCells whole = counts(2, 3, 5);
        whole.sum(both(0, 1), 5);
        whole.sum(both(1, 2), 8);
        assertThat(new Islands(whole).all()).hasSize(1);
    }

    @Property(tries = 200)
    void every_sum_is_on_one_island_with_its_counts_its_value_and_what_is_known_of_it(
            @ForAll @IntRange(max = 100_000) int seed) {
        LinkedCells whole = random(new Random(seed));
        Islands islands = new Islands(whole);
        for (int sum = 0; sum < whole.sums(); sum++) {
            Island island = islands.all().get(islands.islandOf(sum));
            int there = islands.sumThere(sum);
            assertThat(island.number(there)).isEqualTo(sum);
            assertThat(island.value(there)).isEqualTo(whole.value(sum));
            assertThat(island.lines().low(there)).isEqualTo(whole.low(sum));
            assertThat(island.lines().high(there)).isEqualTo(whole.high(sum));
            assertThat(addends(island, there)).isEqualTo(addends(whole, sum));
        }
    }

    @Property(tries = 200)
    void two_counts_are_on_one_island_only_when_sums_lead_from_one_to_the_other(
            @ForAll @IntRange(max = 100_000) int seed) {
        LinkedCells whole = random(new Random(seed));
        Map<Integer, Set<Integer>> sums = new HashMap<>();
        Islands islands = new Islands(whole);
        for (int sum = 0; sum < whole.sums(); sum++) {
            sums.computeIfAbsent(islands.islandOf(sum), i -> new TreeSet<>()).add(sum);
        }
        sums.values()
                .forEach(all -> assertThat(reached(whole, all.iterator().next()))
                        .as("all sums of the island of the first")
                        .isEqualTo(all));
    }

    /** All sums that share a count with a sum, or with one of those. */
    private static Set<Integer> reached(LinkedCells whole, int first) {
        Set<Integer> reached = new TreeSet<>(Set.of(first));
        for (Set<Integer> next = reached; !next.isEmpty(); ) {
            Set<Integer> more = new HashSet<>();
            next.forEach(sum -> Arrays.stream(whole.addends(sum))
                    .flatMap(count -> Arrays.stream(whole.sumsOf(count)))
                    .forEach(more::add));
            more.removeAll(reached);
            reached.addAll(more);
            next = more;
        }
        return reached;
    }

    private static Map<Long, Integer> addends(Island island, int sum) {
        return addends(island.addends(sum), island.times(sum), island::count);
    }

    private static Map<Long, Integer> addends(LinkedCells whole, int sum) {
        return addends(whole.addends(sum), whole.times(sum), whole::count);
    }

    /** Counts have values of their own here, so that these tell which they are. */
    private static Map<Long, Integer> addends(int[] counts, int[] times, IntToLongFunction value) {
        Map<Long, Integer> addends = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            addends.put(value.applyAsLong(counts[i]), times[i]);
        }
        return addends;
    }

    private static LinkedCells counts(long... values) {
        LinkedCells whole = new LinkedCells();
        Arrays.stream(values).forEach(whole::add);
        return whole;
    }

    private static Addends both(int one, int other) {
        return Addends.sum(List.of(Addends.of(one), Addends.of(other)));
    }

    private static Addends some(Random random, int counts) {
        int one = random.nextInt(counts);
        Addends other = Addends.of((one + 1 + random.nextInt(counts - 1)) % counts);
        return random.nextBoolean()
                ? Addends.sum(List.of(Addends.of(one), other))
                : Addends.of(one).less(List.of(other));
    }

    private static LinkedCells random(Random random) {
        int counts = 2 + random.nextInt(12);
        LinkedCells whole = counts(IntStream.range(0, counts).mapToLong(i -> i).toArray());
        for (int i = 0; i < 8; i++) {
            Addends parts = some(random, counts);
            long value = IntStream.range(0, parts.numbers().length)
                    .mapToLong(p -> (long) parts.numbers()[p] * parts.times()[p])
                    .sum();
            int sum = whole.sum(parts, value);
            if (random.nextBoolean()) {
                whole.narrow(sum, 1, 40);
            }
        }
        return whole;
    }
}
