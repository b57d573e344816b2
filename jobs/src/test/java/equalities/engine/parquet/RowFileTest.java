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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowFileTest {
    @TempDir
    Path folder;

    @Test
    void another_engine_reads_every_type_as_it_was_written() throws IOException {
        try (RowFile file = new RowFile(everyType(), "part", "1", ZoneFiles.plain())) {
            writeTwo(file);
            file.complete();
        }
        try (Database database = Database.inMemory()) {
            database.execute("create view t as from "
                    + Database.literal(folder.resolve("part.parquet").toString()));
            assertThat(database.count("select count(*) from t where string = 'Zoë' and integer = 7 and number = 0.5"
                            + " and boolean and date = date '1999-12-31' and len(strings) = 2 and strings[2] = 'b'"
                            + " and epoch_us(timestamp) = 1_500_000"))
                    .isEqualTo(1);
            assertThat(database.count("select count(*) from t where string is null and integer is null"
                            + " and number is null and boolean is null and date is null and timestamp is null"
                            + " and strings = []"))
                    .isEqualTo(1);
        }
    }

    @Test
    void the_same_rows_make_the_same_bytes() throws IOException {
        for (String part : List.of("one", "other")) {
            try (RowFile file = new RowFile(everyType(), part, "1", ZoneFiles.plain())) {
                writeTwo(file);
                file.complete();
            }
        }
        assertThat(folder.resolve("one.parquet")).hasSameBinaryContentAs(folder.resolve("other.parquet"));
    }

    @Test
    void whoever_dies_on_the_way_leaves_no_file_under_its_name_and_clears_what_there_is() throws IOException {
        try (RowFile file = new RowFile(everyType(), "part", "1", ZoneFiles.plain())) {
            writeTwo(file);
            assertThat(names()).allMatch(name -> RowFile.isUnfinished(Path.of(name)));
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void the_work_done_again_takes_the_place_of_what_was_there() throws IOException {
        for (String attempt : List.of("1", "2")) {
            try (RowFile file = new RowFile(everyType(), "part", attempt, ZoneFiles.plain())) {
                writeTwo(file);
                file.complete();
            }
        }
        assertThat(names()).containsExactly("part.parquet");
    }

    private static void writeTwo(RowFile file) throws IOException {
        LocalDate day = LocalDate.of(1999, 12, 31);
        file.write("Zoë", 7L, 0.5, true, day, Instant.ofEpochMilli(1500), List.of("a", "b"));
        file.write(null, null, null, null, null, null, List.of());
    }

    private RowTable everyType() {
        List<StandardColumn> columns = Stream.of(Type.values())
                .map(type -> new StandardColumn(type.name().toLowerCase(java.util.Locale.ROOT), type))
                .toList();
        return new RowTable(folder.toString(), new ArrayList<>(columns));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName())).toList();
        }
    }
}
