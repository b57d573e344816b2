package equalities.stage.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import equalities.lake.ZoneFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    private static final byte[] TEXT = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void entries_become_numbered_files_and_what_a_macintosh_hides_is_left_out() throws Exception {
        Path zip =
                zip(entry("a.csv", TEXT), entry("__MACOSX/._a.csv", TEXT), entry("sub/b.csv'; drop table x; --", TEXT));
        List<Archive.Entry> entries = Archive.unpack(ZoneFiles.plain(), zip, out());
        assertThat(entries).extracting(Archive.Entry::name).containsExactly("a.csv", "sub/b.csv'; drop table x; --");
        assertThat(entries).allMatch(e -> e.file().startsWith(folder.resolve("out")));
    }

    @Test
    void a_name_that_leads_elsewhere_is_refused_and_named_and_nothing_is_written_outside() throws IOException {
        for (String name :
                List.of("../evil.csv", "a/../../evil.csv", "/etc/evil.csv", "..\\evil.csv", "C:\\evil.csv")) {
            refused(zip(entry(name, TEXT)), "leads out");
        }
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.map(Path::toString)).noneMatch(p -> p.contains("evil"));
        }
    }

    @Test
    void a_line_end_in_a_name_is_refused_and_shown_in_one_line() throws IOException {
        Path zip = zip(entry("a\nb.csv", TEXT));
        assertThatThrownBy(() -> Archive.unpack(ZoneFiles.plain(), zip, out()))
                .isInstanceOf(Archive.Refused.class)
                .hasMessageContaining("'a?b.csv'");
    }

    @Test
    void links_and_archives_inside_are_refused_whatever_they_are_called() throws IOException {
        ZipArchiveEntry link = new ZipArchiveEntry("link.csv");
        link.setUnixMode(UnixStat.LINK_FLAG | UnixStat.DEFAULT_LINK_PERM);
        refused(zip(new Part(link, "/etc/passwd".getBytes(StandardCharsets.UTF_8))), "is a link");
        byte[] inner = Files.readAllBytes(zip(entry("a.csv", TEXT)));
        refused(zip(entry("inner.zip", inner)), "another archive");
        refused(zip(entry("inner.csv", inner)), "another archive");
    }

    @Test
    void a_damaged_and_an_empty_archive_are_refused_with_a_mend() throws IOException {
        byte[] whole = Files.readAllBytes(zip(entry("a.csv", TEXT)));
        Path half = Files.write(folder.resolve("half.zip"), java.util.Arrays.copyOf(whole, whole.length / 2));
        refused(half, "damaged");
        refused(zip(), "no file");
    }

    private Path out() throws IOException {
        return Files.createDirectories(folder.resolve("out"));
    }

    private void refused(Path zip, String why) {
        assertThatThrownBy(() -> Archive.unpack(ZoneFiles.plain(), zip, out()))
                .isInstanceOf(Archive.Refused.class)
                .hasMessageContaining(why);
    }

    /** An entry and its bytes. */
    private record Part(ZipArchiveEntry entry, byte[] bytes) {}

    private static Part entry(String name, byte[] bytes) {
        return new Part(new ZipArchiveEntry(name), bytes);
    }

    private Path zip(Part... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (Part part : parts) {
                zip.putArchiveEntry(part.entry());
                zip.write(part.bytes());
                zip.closeArchiveEntry();
            }
        }
        return Files.write(Files.createTempFile(folder, "sent", ".zip"), bytes.toByteArray());
    }
}
