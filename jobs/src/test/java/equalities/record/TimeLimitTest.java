package equalities.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import equalities.record.FileStandardiser.Outcomes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofMinutes(10);

    private final AtomicBoolean ended = new AtomicBoolean();

    @AfterEach
    void end() {
        ended.set(true);
    }

    @Test
    void a_larger_file_may_take_longer() {
        TimeLimit limit = new TimeLimit(Duration.ofSeconds(600));
        assertThat(limit.of(0)).hasSeconds(600);
        assertThat(limit.of(25_000_000)).hasSeconds(1800);
    }

    @Test
    void a_file_whose_reading_never_ends_is_told_what_to_do_about_it() {
        assertThatThrownBy(() -> WatchedReader.within(SHORT, this::neverEnd))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("The file took longer to be read than files may: more than 0 seconds of processor time.")
                .extracting(e -> ((UnreadableFile) e).fix())
                .asString()
                .contains("in parts", "file-seconds");
    }

    @Test
    void what_is_read_in_time_comes_as_it_is_and_so_does_what_it_fails_of() throws IOException {
        assertThat(WatchedReader.within(LONG, () -> "read")).isEqualTo("read");
        assertThatThrownBy(() -> WatchedReader.within(LONG, () -> {
                    throw new IOException("the disk");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk");
        assertThatThrownBy(() -> WatchedReader.within(LONG, () -> {
                    throw new OutOfMemoryError("planted");
                }))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void rows_come_in_order_and_none_is_missing() throws IOException {
        List<RowOutcome> rows = rows(1000);
        try (WatchedOutcomes watched = WatchedOutcomes.of(() -> outcomes(rows, 1000), LONG)) {
            List<RowOutcome> read = new ArrayList<>();
            for (RowOutcome row = watched.next(); row != null; row = watched.next()) {
                read.add(row);
            }
            assertThat(read).isEqualTo(rows);
            assertThat(watched.isEnded()).isTrue();
        }
    }

    @Test
    void a_row_that_never_ends_ends_its_file() throws IOException {
        try (WatchedOutcomes watched = WatchedOutcomes.of(() -> outcomes(rows(300), 299), SHORT)) {
            assertThatThrownBy(() -> {
                        RowOutcome row = watched.next();
                        while (row != null) {
                            row = watched.next();
                        }
                    })
                    .isInstanceOf(UnreadableFile.class)
                    .hasMessageStartingWith("The file took longer");
            assertThat(watched.isEnded()).isFalse();
        }
    }

    @Test
    void what_a_sheet_fails_of_is_told_where_its_rows_are_asked_for() {
        try (WatchedOutcomes watched = WatchedOutcomes.of(
                () -> {
                    throw new UnreadableFile("The sheet is damaged.", "Send it again.");
                },
                LONG)) {
            assertThatThrownBy(watched::next).isInstanceOf(UnreadableFile.class).hasMessage("The sheet is damaged.");
        }
    }

    private static List<RowOutcome> rows(int many) {
        return IntStream.rangeClosed(1, many)
                .<RowOutcome>mapToObj(number -> new RowOutcome.Blank(new RawRow("sheet", number, List.of(""))))
                .toList();
    }

    /** @param good how many come before one that never does */
    private Outcomes outcomes(List<RowOutcome> rows, int good) {
        Iterator<RowOutcome> left = rows.subList(0, good).iterator();
        return new Outcomes() {
            @Override
            public @Nullable RowOutcome next() {
                if (left.hasNext()) {
                    return left.next();
                }
                if (good < rows.size()) {
                    neverEnd();
                }
                return null;
            }

            @Override
            public void close() {}
        };
    }

    private String neverEnd() {
        while (!ended.get()) {
            Thread.onSpinWait();
        }
        return "ended";
    }
}
