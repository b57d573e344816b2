package equalities.stage.consolidate;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A piece of a file of the standard zone that one task reads.
 *
 * @param of the number of the return
 * @param file as text, because a path cannot be sent to an executor
 * @param from the first byte
 * @param to the byte behind the last
 */
record FilePart(int of, String file, long from, long to) implements Serializable {
    private static final long MOST_BYTES = 32L << 20;

    /** All pieces of the files of a table, in the order of their names. */
    static List<FilePart> in(Path table, Returned of) throws IOException {
        List<FilePart> parts = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(table, "*.parquet")) {
            for (Path file : files) {
                long size = Files.size(file);
                for (long from = 0; from < size; from += MOST_BYTES) {
                    parts.add(new FilePart(of.number(), file.toString(), from, Math.min(size, from + MOST_BYTES)));
                }
            }
        }
        parts.sort(Comparator.comparing(FilePart::file).thenComparing(FilePart::from));
        return parts;
    }
}
