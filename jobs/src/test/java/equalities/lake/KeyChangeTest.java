package equalities.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyChangeTest {
    private static final List<String> SENT = List.of("first 9990000018", "second 9990000018", "third 9990000018");
    private static final String CELLS = "cells of 9990000018";
    private static final String CAME = "2026-11-26T09:00:00.000Z";

    private final ZoneKey one = ZoneKey.make();
    private final ZoneKey other = ZoneKey.make();
    private final ZoneKeys both = new ZoneKeys(List.of(other, one));

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void fill() throws IOException {
        home = new Home(folder.resolve("home"));
        home.prepare();
        ZoneStore received = home.zone(Zone.RECEIVED);
        received.begin("a");
        Files.createDirectories(received.aside().resolve(Registers.TABLE));
        ReceivedFiles files = ReceivedFiles.of(received, ZoneKeys.NONE);
        List<ReceivedFile> ledger = new ArrayList<>();
        for (String text : SENT) {
            String sha256 = Fingerprint.ofBytes(text.getBytes(StandardCharsets.UTF_8));
            files.keep(sha256, Files.writeString(folder.resolve("sent"), text));
            ledger.add(new ReceivedFile(
                    "2025-26-Q1", "AD01", text.split(" ")[0], sha256, text.length(), CAME, CAME, null, null, null));
        }
        new Received(ledger, Map.of(), List.of()).putInPlace(received, "a");
        ZoneStore held = home.zone(Zone.HELD);
        held.begin("b");
        Path table = Files.createDirectories(held.aside().resolve("2025-26-Q1/held_cell"));
        Files.writeString(table.resolve("all.parquet"), CELLS);
        held.complete("b");
        held.putInPlace("b", Map.of("held_cell", List.of("g000000001/2025-26-Q1/held_cell")), Map.of("fact", "1"));
    }

    @Test
    void a_home_is_locked_and_given_another_key_and_unlocked_and_holds_the_same_each_time() throws IOException {
        assertThat(change(ZoneKeys.NONE, one)).isEqualTo(4);
        assertHolds(new ZoneKeys(List.of(one)));
        assertThat(plainFiles()).isEmpty();
        assertThat(change(both, other)).isEqualTo(4);
        assertHolds(new ZoneKeys(List.of(other)));
        assertThatThrownBy(() -> assertHolds(new ZoneKeys(List.of(one))))
                .isInstanceOf(WrongKey.class)
                .hasMessageContaining("are locked with key " + other.print() + "; the key given is " + one.print())
                .hasMessageContaining("Nothing is damaged");
        assertThat(change(both, other)).as("once more").isZero();
        assertThat(change(new ZoneKeys(List.of(other)), null)).isEqualTo(4);
        assertHolds(ZoneKeys.NONE);
        assertThat(plainFiles()).hasSize(4);
    }

    @Test
    void one_that_was_cut_off_leaves_every_file_under_the_key_of_before_and_is_done_again_to_its_end()
            throws IOException {
        change(ZoneKeys.NONE, one);
        List<Path> all = Checksums.files(files().folder());
        Path last = all.get(all.size() - 1);
        byte[] bytes = Files.readAllBytes(last);
        Files.write(last, new byte[40]);
        assertThatThrownBy(() -> change(both, other)).hasMessageContaining("does not open");
        Files.write(last, bytes);
        assertThat(KeyChange.wasCutOff(home)).isTrue();
        assertHolds(new ZoneKeys(List.of(one)));
        assertThat(home.clear()).singleElement().isEqualTo("received/files-" + other.print());
        assertHolds(new ZoneKeys(List.of(one)));
        change(both, other);
        assertHolds(new ZoneKeys(List.of(other)));
    }

    @Test
    void one_that_was_cut_off_behind_the_first_zone_goes_on_with_the_second() throws IOException {
        change(ZoneKeys.NONE, one);
        Path cells = held().get(0);
        byte[] bytes = Files.readAllBytes(cells);
        Files.write(cells, new byte[40]);
        assertThatThrownBy(() -> change(both, other)).hasMessageContaining("does not open");
        Files.write(cells, bytes);
        assertThat(KeyChange.wasCutOff(home)).isTrue();
        assertHolds(both);
        assertThat(change(both, other)).as("held cells only").isEqualTo(1);
        assertHolds(new ZoneKeys(List.of(other)));
        assertThat(KeyChange.wasCutOff(home)).isFalse();
    }

    @Test
    void nothing_is_taken_for_a_leftover_where_the_pointer_is_gone_or_was_changed() throws IOException {
        change(ZoneKeys.NONE, one);
        Path pointer = folder.resolve("home/received/current.json");
        String text = Files.readString(pointer);
        Files.writeString(pointer, text.replace(one.print(), other.print()));
        assertThat(home.clear()).isEmpty();
        Files.delete(pointer);
        assertThat(home.clear()).isEmpty();
        Files.writeString(pointer, text);
        assertHolds(new ZoneKeys(List.of(one)));
    }

    @Test
    void verification_names_a_flipped_bit_and_both_of_two_that_were_exchanged() throws IOException {
        change(ZoneKeys.NONE, one);
        ZoneKeys keys = new ZoneKeys(List.of(one));
        Path first = files().folder().resolve(place(0));
        Path second = files().folder().resolve(place(1));
        byte[] before = Files.readAllBytes(first);
        byte[] flipped = before.clone();
        flipped[before.length - 1] ^= 1;
        Files.write(first, flipped);
        assertThat(damaged(keys)).containsExactly(first);
        Files.copy(second, first, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.write(second, before);
        assertThat(damaged(keys)).containsExactlyInAnyOrder(first, second);
        assertThatThrownBy(() -> HomeCheck.of(home, ZoneKeys.NONE))
                .isInstanceOf(WrongKey.class)
                .hasMessageContaining("none is given");
    }

    @Test
    void what_is_looked_back_at_opens_with_the_same_key_and_goes_with_it() throws IOException {
        change(ZoneKeys.NONE, one);
        Home then = TimeTravel.prepare(home, Instant.parse(CAME), copies -> UnaryOperator.identity())
                .orElseThrow();
        assertThat(ReceivedFiles.of(then.zone(Zone.RECEIVED), new ZoneKeys(List.of(one)))
                        .fingerprint(sha256(0)))
                .isEqualTo(sha256(0));
        assertThat(then.zone(Zone.HELD).current().key()).isEqualTo(one.print());
        change(both, other);
        assertThat(then.root()).doesNotExist();
    }

    @Test
    void a_key_does_not_lock_by_itself_what_came_before_it_was_given() {
        assertThatThrownBy(() -> ReceivedFiles.of(home.zone(Zone.RECEIVED), new ZoneKeys(List.of(one))))
                .isInstanceOf(WrongKey.class)
                .hasMessageContaining("not encrypted, and the key given is " + one.print())
                .hasMessageContaining("Run 'equalities encrypt --home " + home.root() + "'");
    }

    private long change(ZoneKeys keys, @Nullable ZoneKey to) throws IOException {
        return new KeyChange(home, keys, to).run();
    }

    private ReceivedFiles files() throws IOException {
        return ReceivedFiles.of(home.zone(Zone.RECEIVED), both);
    }

    private static String sha256(int which) {
        return Fingerprint.ofBytes(SENT.get(which).getBytes(StandardCharsets.UTF_8));
    }

    private static Path place(int which) {
        return ReceivedFiles.place(Path.of(""), sha256(which));
    }

    private List<Path> held() throws IOException {
        return Checksums.files(home.zone(Zone.HELD).table("held_cell").get(0));
    }

    private List<Path> damaged(ZoneKeys keys) throws IOException {
        return HomeCheck.of(home, keys).damages().stream()
                .map(d -> home.root().resolve(d.file()))
                .toList();
    }

    /** To the byte, and in a home of which nothing is damaged. */
    private void assertHolds(ZoneKeys keys) throws IOException {
        assertThat(damaged(keys)).isEmpty();
        HomeFiles all = HomeFiles.of(home, keys);
        Path cells = held().get(0);
        if (all.isLocked(cells)) {
            try (InputStream in = java.nio.channels.Channels.newInputStream(all.open(cells))) {
                assertThat(in.readAllBytes()).isEqualTo(CELLS.getBytes(StandardCharsets.UTF_8));
            }
        } else {
            assertThat(cells).hasContent(CELLS);
        }
        assertThat(home.zone(Zone.HELD).current().facts()).isEqualTo(Map.of("fact", "1"));
    }

    private List<Path> plainFiles() throws IOException {
        List<Path> plain = new ArrayList<>();
        try (Stream<Path> all = Files.walk(home.root())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("9990000018")) {
                    plain.add(file);
                }
            }
        }
        return plain;
    }
}
