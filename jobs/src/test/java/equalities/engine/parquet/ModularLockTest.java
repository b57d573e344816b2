package equalities.engine.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.ParquetTables;
import equalities.lake.Home;
import equalities.lake.Zone;
import equalities.lake.ZoneFiles;
import equalities.lake.ZoneKey;
import equalities.lake.ZoneKeys;
import equalities.spec.StandardColumns.StandardColumn;
import equalities.spec.Table.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModularLockTest {
    private static final int ROWS = 35_000;
    private static final ZoneKey KEY = ZoneKey.of("5a".repeat(32));
    private static final ZoneKey ANOTHER = ZoneKey.of("a5".repeat(32));
    private static final List<StandardColumn> COLUMNS = List.of(
            new StandardColumn("name", Type.STRING),
            new StandardColumn("number", Type.INTEGER),
            new StandardColumn("words", Type.STRINGS));

    @TempDir
    Path folder = Path.of(".");

    private ZoneFiles files(ZoneKey key) throws IOException {
        return new Home(folder.resolve("home"), new ZoneKeys(List.of(key)))
                .zone(Zone.WAREHOUSE)
                .nextTables();
    }

    private Path write(ZoneFiles files, String part) throws IOException {
        try (RowFile file = new RowFile(new RowTable(folder.toString(), COLUMNS), part, "1", files)) {
            for (long i = 0; i < ROWS; i++) {
                String name = i % 7 == 0 ? null : "MARKED" + (i % 5 == 0 ? i : i % 100);
                file.write(name, i, i % 3 == 0 ? null : i % 3 == 1 ? List.of() : List.of("WORD" + i % 10, "WORD"));
            }
            file.complete();
        }
        return folder.resolve(part + ".parquet");
    }

    @Test
    void duckdb_reads_it_with_lists_filters_and_the_last_rows_as_it_reads_one_that_is_not_locked() throws IOException {
        String plain = "read_parquet('" + write(ZoneFiles.plain(), "plain") + "')";
        Path file = write(files(KEY), "locked");
        try (Database database = Database.inMemory().reading(files(KEY))) {
            String locked = ParquetTables.relation(database, List.of(file));
            assertThat(database.count("select count(*) from (from " + plain + " except all from " + locked + ")"))
                    .isZero();
            for (String rest : List.of(
                    "where number = 27777",
                    "where name = 'MARKED25555'",
                    "where list_contains(words, 'WORD5') and number > 20000",
                    "where name is null and number between 9000 and 21000",
                    "order by number desc limit 5",
                    "limit 3 offset 31000")) {
                String asked = "select count(*) || ' ' || sum(hash(t)::hugeint) from (from %s %s) t";
                assertThat(database.value(asked.formatted(locked, rest)))
                        .as(rest)
                        .isEqualTo(database.value(asked.formatted(plain, rest)))
                        .asString()
                        .doesNotStartWith("0 ");
            }
        }
    }

    @Test
    void its_rows_are_read_from_any_part_of_it_once() throws IOException {
        Path file = write(files(KEY), "locked");
        long half = Files.size(file) / 2;
        assertThat(rows(file, 0, half) + rows(file, half, Files.size(file))).isEqualTo(ROWS);
    }

    private long rows(Path file, long from, long to) throws IOException {
        long rows = 0;
        try (RowReader reader = new RowReader(file, COLUMNS, from, to, files(KEY))) {
            for (@Nullable Object @Nullable [] row = reader.next(); row != null; row = reader.next()) {
                rows++;
            }
        }
        return rows;
    }

    @Test
    void no_byte_of_it_shows_a_value_a_name_of_a_column_or_how_many_rows_it_has() throws IOException {
        String bytes = Files.readString(write(files(KEY), "locked"), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(bytes).startsWith("PARE").doesNotContain("MARKED", "WORD", "name", "number", "parquet");
    }

    @Test
    void twice_the_same_rows_are_other_bytes() throws IOException {
        assertThat(write(files(KEY), "once")).isNotEqualTo(write(files(KEY), "twice"));
        assertThat(Files.readAllBytes(folder.resolve("once.parquet")))
                .isNotEqualTo(Files.readAllBytes(folder.resolve("twice.parquet")));
    }

    @Test
    void with_another_key_it_opens_to_nobody() throws IOException {
        Path file = write(files(KEY), "locked");
        assertThatThrownBy(() -> ModularLock.unlock(Files.readAllBytes(file), ANOTHER))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another key");
        try (Database database = Database.inMemory().reading(files(ANOTHER))) {
            assertThatThrownBy(() -> database.query("from " + ParquetTables.relation(database, List.of(file))))
                    .hasMessageContaining("are you using the right key");
        }
    }

    @Test
    void a_table_in_the_clear_that_is_put_into_its_place_is_not_read() throws IOException {
        Path file = write(ZoneFiles.plain(), "put in");
        assertThatThrownBy(() -> rows(file, 0, Files.size(file))).hasMessageContaining("is not locked");
        try (Database database = Database.inMemory().reading(files(KEY))) {
            assertThatThrownBy(() -> database.query("from " + ParquetTables.relation(database, List.of(file))))
                    .hasMessageContaining("is not encrypted");
        }
    }

    @Test
    void wherever_a_bit_is_turned_it_opens_no_more_and_nothing_worse_happens() throws IOException {
        byte[] whole = Files.readAllBytes(write(files(KEY), "locked"));
        Random chance = new Random(1);
        for (int i = 0; i < 200; i++) {
            byte[] turned = whole.clone();
            int at = 4 + chance.nextInt(whole.length - 8);
            turned[at] ^= (byte) (1 << chance.nextInt(8));
            assertThatThrownBy(() -> ModularLock.unlock(turned, KEY))
                    .as("byte " + at)
                    .isInstanceOf(Exception.class);
        }
        for (int length : new int[] {0, 3, 12, 100, whole.length / 2, whole.length - 1}) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ModularLock.unlock(cut, KEY)).isInstanceOf(Exception.class);
        }
    }

    /** Why tables are locked in Java: once this fails, see decisions/tables-locked-as-duckdb-reads-them.md again. */
    @Test
    void duckdb_itself_calls_its_way_of_writing_such_files_insecure() throws IOException {
        try (Database database = Database.inMemory().reading(files(KEY))) {
            assertThatThrownBy(() -> database.execute("copy (select 1) to '" + folder.resolve("own.parquet")
                            + "' (format parquet, encryption_config {footer_key: '" + ParquetTables.KEY_NAME + "'})"))
                    .hasMessageContaining("NOT securely encrypted");
        }
    }
}
