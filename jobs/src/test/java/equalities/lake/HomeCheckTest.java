package equalities.lake;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.lake.HomeCheck.Damage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeCheckTest {
    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void fill() throws IOException {
        home = new Home(folder);
        home.prepare();
        ZoneStore received = home.zone(Zone.RECEIVED);
        received.begin("a");
        Path sent = Files.writeString(folder.resolve("sent"), "what was sent");
        String sha256 = Fingerprint.ofFile(sent);
        ReceivedFiles.of(received, ZoneKeys.NONE).keep(sha256, sent);
        Files.createDirectories(received.aside().resolve(Registers.TABLE));
        ReceivedFile file = new ReceivedFile(
                "2025-26-Q1",
                "AD01",
                "cases.csv",
                sha256,
                13,
                "2026-11-26T09:00:00.000Z",
                "2026-11-26T08:00:00.000Z",
                null,
                null,
                null);
        new Received(List.of(file), Map.of(), List.of()).putInPlace(received, "a");
        ZoneStore warehouse = home.zone(Zone.WAREHOUSE);
        warehouse.begin("b");
        Path table = Files.createDirectories(warehouse.aside().resolve("_all/patient"));
        Files.writeString(table.resolve("part.parquet"), "rows");
        warehouse.complete("b");
        warehouse.putInPlace("b", Map.of("patient", List.of("g000000001/_all/patient")), Map.of("fact", "1"));
    }

    @Test
    void a_home_as_it_was_written_has_no_damage() throws IOException {
        HomeCheck.Result result = HomeCheck.of(home, ZoneKeys.NONE);
        assertThat(result.damages()).isEmpty();
        assertThat(result.files()).isGreaterThan(5);
    }

    @Test
    void a_flipped_bit_in_any_file_is_found_and_its_file_named() throws IOException {
        List<Path> files = files();
        assertThat(files).hasSizeGreaterThan(5);
        for (Path file : files) {
            byte[] before = Files.readAllBytes(file);
            for (int bit = 0; bit < before.length * 8; bit += 1 + before.length) {
                byte[] flipped = before.clone();
                flipped[bit / 8] ^= (byte) (1 << (bit % 8));
                Files.write(file, flipped);
                assertThat(HomeCheck.of(home, ZoneKeys.NONE).damages().stream().map(Damage::file))
                        .as("bit %d of %s", bit, file)
                        .contains(folder.relativize(file).toString());
            }
            Files.write(file, before);
        }
    }

    @Test
    void a_file_that_is_gone_and_one_that_was_added_are_named() throws IOException {
        Path table = folder.resolve("warehouse/g000000001/_all/patient");
        Files.move(table.resolve("part.parquet"), table.resolve("other.parquet"));
        assertThat(HomeCheck.of(home, ZoneKeys.NONE).damages())
                .containsExactlyInAnyOrder(
                        new Damage(
                                Zone.WAREHOUSE,
                                "warehouse/g000000001/_all/patient/other.parquet",
                                "was added: no list of checksums names it"),
                        new Damage(Zone.WAREHOUSE, "warehouse/g000000001/_all/patient/part.parquet", "is missing"));
    }

    @Test
    void damage_to_an_earlier_state_that_is_only_kept_for_readers_is_none() throws IOException {
        ZoneStore warehouse = home.zone(Zone.WAREHOUSE);
        warehouse.begin("c");
        Files.writeString(warehouse.aside().resolve("patient.parquet"), "newer rows");
        warehouse.complete("c");
        warehouse.putInPlace("c", Map.of("patient", List.of("g000000002/patient.parquet")), Map.of());
        Files.writeString(folder.resolve("warehouse/g000000001/_all/patient/part.parquet"), "torn");
        assertThat(HomeCheck.of(home, ZoneKeys.NONE).damages()).isEmpty();
    }

    @Test
    void a_zone_that_is_forgotten_stays_in_place_and_is_made_anew() throws IOException {
        ZoneStore warehouse = home.zone(Zone.WAREHOUSE);
        warehouse.forget();
        assertThat(warehouse.isInPlace("b")).isFalse();
        assertThat(warehouse.table("patient")).containsExactly(folder.resolve("warehouse/g000000001/_all/patient"));
        assertThat(warehouse.begin("b")).as("to be done").isTrue();
        assertThat(HomeCheck.of(home, ZoneKeys.NONE).damages()).isEmpty();
    }

    /** Every file that something is read from; the marks of whole generations hold nothing. */
    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(ZoneStore.COMPLETE))
                    .toList();
        }
    }
}
