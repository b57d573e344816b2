package equalities.engine.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.engine.duckdb.Database;
import equalities.lake.ZoneFiles;
import equalities.spec.StandardColumns.StandardColumn;
import equalities.spec.Table.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowReaderTest {
    private static final List<StandardColumn> EVERY_TYPE = Arrays.stream(Type.values())
            .map(type -> new StandardColumn(type.name().toLowerCase(java.util.Locale.ROOT), type))
            .toList();

    @TempDir
    Path folder;

    @Test
    void what_was_written_is_read() throws IOException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(Arrays.asList(new @Nullable Object[EVERY_TYPE.size()]));
        for (int i = 0; i < 500; i++) {
            rows.add(Arrays.asList(
                    "Zoë " + i % 7,
                    (long) i,
                    i / 8.0,
                    i % 2 == 0,
                    LocalDate.of(1999, 12, 31).plusDays(i),
                    Instant.ofEpochMilli(1500L * i),
                    i % 3 == 0 ? List.of() : List.of("a", "b" + i % 5)));
        }
        assertThat(read(write(rows), EVERY_TYPE)).isEqualTo(rows);
    }

    @Test
    void a_column_that_the_file_has_not_is_empty_and_one_that_is_not_wanted_is_left() throws IOException {
        Path file = write(List.of(Arrays.asList("a", 1L, null, null, null, null, null)));
        List<StandardColumn> wanted =
                List.of(new StandardColumn("later", Type.DATE), new StandardColumn("integer", Type.INTEGER));
        assertThat(read(file, wanted)).containsExactly(Arrays.asList(null, 1L));
    }

    @Test
    void pieces_of_a_file_hold_each_of_its_rows_once() throws IOException {
        Path file = folder.resolve("groups.parquet");
        try (Database database = Database.inMemory()) {
            database.execute("copy (select i as integer from range(50000) t(i)) to " + Database.literal(file.toString())
                    + " (format parquet, row_group_size 5000)");
        }
        List<StandardColumn> wanted = List.of(new StandardColumn("integer", Type.INTEGER));
        long size = Files.size(file);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (long from = 0; from < size; from += size / 7) {
            rows.addAll(read(file, wanted, from, from + size / 7));
        }
        assertThat(rows).hasSize(50_000).doesNotHaveDuplicates();
    }

    private Path write(List<List<@Nullable Object>> rows) throws IOException {
        try (RowFile file = new RowFile(new RowTable(folder.toString(), EVERY_TYPE), "part", "1", ZoneFiles.plain())) {
            for (List<@Nullable Object> row : rows) {
                file.write(row.toArray());
            }
            file.complete();
        }
        return folder.resolve("part.parquet");
    }

    private static List<List<@Nullable Object>> read(Path file, List<StandardColumn> wanted) throws IOException {
        return read(file, wanted, 0, Files.size(file));
    }

    private static List<List<@Nullable Object>> read(Path file, List<StandardColumn> wanted, long from, long to)
            throws IOException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (RowReader reader = new RowReader(file, wanted, from, to, ZoneFiles.plain())) {
            for (@Nullable Object[] row = reader.next(); row != null; row = reader.next()) {
                rows.add(Arrays.asList(row));
            }
        }
        return rows;
    }
}
