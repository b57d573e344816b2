package equalities.stage.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AddendsTest {
    @Test
    void what_is_taken_away_whole_is_no_part_any_more() {
        Addends both = Addends.sum(List.of(Addends.of(4), Addends.of(2)));
        assertThat(both.less(List.of(Addends.of(4)))).isEqualTo(Addends.of(2));
        assertThat(both.less(List.of(both)).isEmpty()).isTrue();
    }

    @Property(tries = 200)
    void a_sum_has_each_count_as_often_as_all_its_parts_together(@ForAll @IntRange(max = 100_000) int seed) {
        Random random = new Random(seed);
        List<Addends> some = new ArrayList<>();
        Map<Integer, Integer> expected = new TreeMap<>();
        for (int i = 0; i < 6; i++) {
            Addends one = Addends.of(random.nextInt(5)).less(List.of(Addends.of(random.nextInt(5))));
            some.add(one);
            times(one).forEach((number, times) -> expected.merge(number, times, Integer::sum));
        }
        expected.values().removeIf(times -> times == 0);
        assertThat(times(Addends.sum(some))).isEqualTo(expected);
    }

    private static Map<Integer, Integer> times(Addends parts) {
        Map<Integer, Integer> times = new TreeMap<>();
        IntStream.range(0, parts.numbers().length).forEach(i -> times.put(parts.numbers()[i], parts.times()[i]));
        return times;
    }
}
