package equalities.cli;

import equalities.engine.duckdb.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Looks for a text in every byte of a home, on a way of its own. */
final class ByteSearch {
    private ByteSearch() {}

    /** Whether any file of the home holds the text: as bytes, unpacked, or in Parquet; apart from the product's own search. */
    static boolean holds(Path home, String text) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (holds(bytes, text)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holds(byte[] bytes, String text) throws IOException {
        if (new String(bytes, StandardCharsets.ISO_8859_1).contains(text)) {
            return true;
        }
        if (bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K') {
            try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
                for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                    if (holds(zip.getInputStream(entry).readAllBytes(), text)) {
                        return true;
                    }
                }
            }
        }
        return bytes.length > 4
                && bytes[0] == 'P'
                && bytes[1] == 'A'
                && bytes[2] == 'R'
                && bytes[3] == '1'
                && parquetHolds(bytes, text);
    }

    private static boolean parquetHolds(byte[] bytes, String text) throws IOException {
        Path file = Files.write(Files.createTempFile("one", ".parquet"), bytes);
        try {
            return parquetHolds(file, text);
        } finally {
            Files.delete(file);
        }
    }

    private static boolean parquetHolds(Path file, String text) {
        try (Database database = Database.inMemory()) {
            return database.count("select count(*) from read_parquet('" + file + "') r where contains(r::varchar, '"
                            + text + "')")
                    > 0;
        }
    }
}
