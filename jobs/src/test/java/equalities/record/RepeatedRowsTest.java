package equalities.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepeatedRowsTest {
    @Test
    void repeats_are_found_alike_whether_all_fingerprints_fit_or_few() throws IOException {
        Random random = new Random(7);
        List<RawRow> rows = new ArrayList<>();
        for (int i = 1; i <= 5_000; i++) {
            rows.add(new RawRow("s", i, List.of("row " + random.nextInt(3_000), "x")));
        }
        assertThat(repeats(rows, 1 << 20)).isEqualTo(expected(rows));
        assertThat(repeats(rows, 1_000)).isEqualTo(expected(rows));
    }

    @Test
    void more_repeats_than_can_be_told_apart_are_refused_with_a_reason() {
        List<RawRow> rows = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            rows.add(new RawRow("s", i, List.of("row " + i % 200)));
        }
        assertThatThrownBy(() -> repeats(rows, 20))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("several times");
    }

    private static Set<Long> expected(List<RawRow> rows) {
        Set<String> seen = new HashSet<>();
        Set<Long> repeats = new HashSet<>();
        rows.stream().filter(r -> !seen.add(r.cell(0))).forEach(r -> repeats.add(r.rowNumber()));
        return repeats;
    }

    private static Set<Long> repeats(List<RawRow> rows, int most) throws IOException {
        RepeatedRows repeated = new RepeatedRows(() -> rows(rows), most);
        Set<Long> repeats = new HashSet<>();
        for (RawRow row : rows) {
            if (repeated.add(row)) {
                repeats.add(row.rowNumber());
            }
        }
        return repeats;
    }

    private static Rows rows(List<RawRow> all) {
        Iterator<RawRow> each = all.iterator();
        return new Rows() {
            @Override
            public @Nullable RawRow next() {
                return each.hasNext() ? each.next() : null;
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
