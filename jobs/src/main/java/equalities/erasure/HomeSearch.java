package equalities.erasure;

import equalities.engine.duckdb.Database;
import equalities.engine.parquet.ModularLock;
import equalities.lake.Home;
import equalities.lake.HomeFiles;
import equalities.lake.Zone;
import equalities.lake.ZoneKey;
import equalities.record.ParquetText;
import equalities.record.bytes.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/** Looks for needles in every byte below a folder: as it lies there, unpacked where it is packed, and in Parquet. */
final class HomeSearch {
    private static final int CHUNK = 1 << 20;
    private static final int DEEPEST = 3;

    private final Needles needles;
    private final HomeFiles locked;
    private final Home home;
    private long files;

    HomeSearch(Needles needles, HomeFiles locked, Home home) {
        this.needles = needles;
        this.locked = locked;
        this.home = home;
    }

    long files() {
        return files;
    }

    /** The files that hold a needle, without the one that is left out. */
    List<Path> search(Path root, Path leftOut) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                if (!leftOut.equals(file)) {
                    files++;
                    if (holds(file)) {
                        found.add(file);
                    }
                }
            }
        }
        return found;
    }

    boolean holds(Path file) throws IOException {
        if (needles.in(file.getFileName().toString())) {
            return true;
        }
        FileBytes bytes = bytes(file);
        try (InputStream in = bytes.stream()) {
            return holds(in, bytes, 0);
        }
    }

    private FileBytes bytes(Path file) throws IOException {
        if (locked.isLocked(file)) {
            return () -> locked.open(file);
        }
        ZoneKey key = tableKey(file);
        if (key == null) {
            return FileBytes.of(file);
        }
        byte[] plain = ModularLock.unlock(Files.readAllBytes(file), key);
        return () -> new SeekableInMemoryByteChannel(plain);
    }

    /** What a table of a pseudonymous zone is locked with; null for all other files. */
    private @Nullable ZoneKey tableKey(Path file) throws IOException {
        for (Zone zone : Zone.values()) {
            if (zone.pseudonymous()
                    && file.startsWith(home.zone(zone).root())
                    && file.toString().endsWith(".parquet")) {
                return home.zone(zone).tables().tableKey();
            }
        }
        return null;
    }

    private boolean holds(InputStream in, FileBytes file, int depth) throws IOException {
        byte[] start = in.readNBytes(CHUNK);
        if (needles.in(new String(start, StandardCharsets.ISO_8859_1))) {
            return true;
        }
        InputStream whole = new java.io.SequenceInputStream(new java.io.ByteArrayInputStream(start), in);
        if (depth < DEEPEST && starts(start, 'P', 'K', 3, 4)) {
            return depth == 0 && holdsRaw(file) || holdsPacked(whole, file, depth);
        }
        if (depth < DEEPEST && starts(start, 0x1f, 0x8b)) {
            return holdsUnpacked(whole, file, depth);
        }
        if (depth == 0 && starts(start, 'P', 'A', 'R', '1')) {
            return holdsRaw(file) || holdsParquet(file);
        }
        return holdsRaw(whole);
    }

    private boolean holdsRaw(FileBytes file) throws IOException {
        try (InputStream in = file.stream()) {
            return holdsRaw(in);
        }
    }

    private boolean holdsRaw(InputStream in) throws IOException {
        int overlap = needles.longest();
        String before = "";
        for (byte[] next = in.readNBytes(CHUNK); next.length > 0; next = in.readNBytes(CHUNK)) {
            String text = before + new String(next, StandardCharsets.ISO_8859_1);
            if (needles.in(text)) {
                return true;
            }
            before = text.substring(Math.max(0, text.length() - overlap));
        }
        return false;
    }

    private boolean holdsPacked(InputStream in, FileBytes file, int depth) throws IOException {
        ZipFile.Builder builder = ZipFile.builder();
        try (ZipFile zip = (depth == 0
                        ? builder.setSeekableByteChannel(file.open())
                        : builder.setByteArray(in.readAllBytes()))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (zip.canReadEntryData(entry) && holds(zip.getInputStream(entry), file, depth + 1)) {
                    return true;
                }
            }
        } catch (ZipException | IllegalArgumentException | java.io.EOFException damaged) {
            return false;
        } catch (IOException e) {
            if (e.getCause() instanceof ZipException || e.getCause() instanceof java.io.EOFException) {
                return false; // The library wraps what is wrong with an archive into what is wrong with its disk.
            }
            throw e;
        }
        return false;
    }

    private boolean holdsUnpacked(InputStream in, FileBytes file, int depth) throws IOException {
        try (GZIPInputStream unpacked = new GZIPInputStream(in)) {
            return holds(unpacked, file, depth + 1);
        } catch (ZipException | java.io.EOFException damaged) {
            return false;
        }
    }

    private boolean holdsParquet(FileBytes file) throws IOException {
        Path plain = file.plainFile().orElse(null);
        if (plain == null) {
            return ParquetText.hasRow(file, row -> needles.texts().stream().anyMatch(row::contains));
        }
        String any = needles.texts().stream()
                .map(n -> "contains(row_of_file::varchar, " + Database.literal(n) + ")")
                .collect(Collectors.joining(" or "));
        try (Database database = Database.inMemory()) {
            return database.count("select count(*) from read_parquet(" + Database.literal(plain.toString())
                            + ") row_of_file where " + any)
                    > 0;
        }
    }

    private static boolean starts(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (bytes.length <= i || bytes[i] != (byte) magic[i]) {
                return false;
            }
        }
        return true;
    }
}
