package equalities.record.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bar that reading has to clear: better than the best that is known, with nothing given. */
class ReadingBenchTest {
    @TempDir
    Path scratch;

    @Test
    void polluted_files_are_read_at_least_as_well_as_the_bar_and_no_kind_falls_far_behind() throws IOException {
        List<ReadingBench.Result> results = ReadingBench.polluted(8, scratch);
        assertThat(results).hasSizeGreaterThan(30);
        assertThat(ReadingBench.overall(results)).isGreaterThanOrEqualTo(9.6);
        assertThat(results).allSatisfy(r -> assertThat(r.score()).as(r.kind()).isGreaterThan(9));
    }

    @Test
    void published_files_are_read_at_least_as_well_as_the_bar() throws IOException {
        List<ReadingBench.Result> results = ReadingBench.published(scratch);
        assertThat(results.stream().mapToInt(ReadingBench.Result::files).sum()).isGreaterThan(100);
        assertThat(ReadingBench.overall(results)).isGreaterThanOrEqualTo(9.3);
    }

    @Test
    void the_score_sees_a_changed_cell_a_lost_row_and_a_lost_heading() {
        CleanTable clean = new CleanTable(List.of("A", "B"), List.of(List.of("1", "2"), List.of("3", "4")));
        assertThat(Score.of(clean, clean).sum()).isEqualTo(10);
        assertThat(Score.of(clean, new CleanTable(List.of("A", "B"), List.of(List.of("1", "2"), List.of("3", "5"))))
                        .sum())
                .isLessThan(8.5);
        assertThat(Score.of(clean, new CleanTable(List.of("A", "B"), List.of(List.of("1", "2"))))
                        .sum())
                .isLessThan(9);
        assertThat(Score.of(clean, new CleanTable(List.of("A"), clean.rows())).sum())
                .isLessThan(9.5);
    }
}
