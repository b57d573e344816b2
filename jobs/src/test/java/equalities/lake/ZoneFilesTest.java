package equalities.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZoneFilesTest {
    private static final ZoneKey KEY = ZoneKey.make();

    @TempDir
    Path folder;

    @Test
    void what_is_locked_opens_to_the_byte_from_any_place_and_nothing_of_it_is_on_the_disk() throws IOException {
        byte[] bytes = new byte[3 << 20];
        new Random(1).nextBytes(bytes);
        System.arraycopy("9990000018".getBytes(StandardCharsets.UTF_8), 0, bytes, 2_000_000, 10);
        ZoneFiles files = locked();
        Path file = write(files, "a", bytes);
        try (InputStream all = files.stream(file)) {
            assertThat(all.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(files.size(file)).isEqualTo(bytes.length);
        try (SeekableByteChannel channel = files.open(file)) {
            for (int place : new int[] {2_000_000, 5, 1 << 20, bytes.length - 10}) {
                ByteBuffer ten = ByteBuffer.allocate(10);
                channel.position(place);
                while (ten.hasRemaining()) {
                    channel.read(ten);
                }
                assertThat(ten.array()).isEqualTo(Arrays.copyOfRange(bytes, place, place + 10));
            }
        }
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain("9990000018");
    }

    @Test
    void a_flipped_bit_anywhere_and_an_end_that_is_cut_off_are_found_by_reading() throws IOException {
        ZoneFiles files = locked();
        Path file = write(files, "a", "what was sent".getBytes(StandardCharsets.UTF_8));
        byte[] before = Files.readAllBytes(file);
        for (int i = 0; i < before.length; i++) {
            byte[] flipped = before.clone();
            flipped[i] ^= 1;
            assertDoesNotOpen(files, Files.write(file, flipped));
            assertDoesNotOpen(files, Files.write(file, Arrays.copyOf(before, i)));
        }
        Files.write(file, before);
        assertThat(files.size(file)).isEqualTo(13);
    }

    @Test
    void an_empty_file_opens_as_one_and_another_is_not_taken_for_it() throws IOException {
        ZoneFiles files = locked();
        Path file = write(files, "a", new byte[0]);
        try (InputStream in = files.stream(file)) {
            assertThat(in.read()).isEqualTo(-1);
        }
        byte[] before = Files.readAllBytes(file);
        for (int i = 0; i < before.length; i++) {
            byte[] flipped = before.clone();
            flipped[i] ^= 1;
            assertDoesNotOpen(files, Files.write(file, flipped));
            assertDoesNotOpen(files, Files.write(file, Arrays.copyOf(before, i)));
        }
    }

    @Test
    void of_a_file_of_several_segments_none_can_be_left_out() throws IOException {
        ZoneFiles files = locked();
        Path file = write(files, "a", new byte[3 << 20]);
        byte[] before = Files.readAllBytes(file);
        assertDoesNotOpen(files, Files.write(file, Arrays.copyOf(before, 2 << 20)));
    }

    @Test
    void two_files_that_were_exchanged_do_not_open_and_are_named() throws IOException {
        ZoneFiles files = locked();
        Path one = write(files, "a", "one".getBytes(StandardCharsets.UTF_8));
        Path other = write(files, "b", "two".getBytes(StandardCharsets.UTF_8));
        byte[] bytes = Files.readAllBytes(one);
        Files.copy(other, one, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.write(other, bytes);
        assertDoesNotOpen(files, one);
        assertDoesNotOpen(files, other);
    }

    @Test
    void another_key_opens_nothing() throws IOException {
        Path file = write(locked(), "a", "one".getBytes(StandardCharsets.UTF_8));
        assertDoesNotOpen(ZoneFiles.of(Zone.RECEIVED, ZoneKey.make()), file);
    }

    @Test
    void a_key_shows_itself_nowhere_but_in_its_text() {
        assertThat(KEY.toString()).isEqualTo("ZoneKey " + KEY.print()).doesNotContain(KEY.text());
        assertThat(KEY.text()).matches("[0-9a-f]{64}").doesNotContain(KEY.print());
        assertThat(ZoneKey.of(KEY.text()).print()).isEqualTo(KEY.print());
        assertThatThrownBy(() -> ZoneKey.of("secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    private static ZoneFiles locked() {
        return ZoneFiles.of(Zone.RECEIVED, KEY);
    }

    private Path write(ZoneFiles files, String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = files.create(file, file)) {
            out.write(bytes);
        }
        return file;
    }

    private static void assertDoesNotOpen(ZoneFiles files, Path file) {
        assertThatThrownBy(() -> {
                    try (InputStream in = files.stream(file)) {
                        in.readAllBytes();
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file + " does not open with the key of its zone");
    }
}
