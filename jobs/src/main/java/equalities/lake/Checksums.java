package equalities.lake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The SHA-256 of every file of a generation, in the generation, as {@code sha256sum -c} reads it; its first line, a comment
 * there, is that of the list itself.
 */
public final class Checksums {
    /** The file's name. */
    public static final String FILE = "checksums.sha256";

    private Checksums() {}

    /** Writes those of all files below a folder, but for its own. */
    static void write(Path generation) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : files(generation)) {
            text.append(Fingerprint.ofFile(file))
                    .append("  ")
                    .append(generation.relativize(file))
                    .append('\n');
        }
        Durable.write(generation.resolve(FILE), headed(text.toString()));
    }

    private static String headed(String lines) {
        return "# " + Fingerprint.of(lines) + "\n" + lines;
    }

    /** Whether the list is as it was written, or there is none. */
    static boolean isWhole(Path generation) throws IOException {
        String text = text(generation);
        return text.isEmpty() || text.equals(headed(text.substring(text.indexOf('\n') + 1)));
    }

    private static String text(Path generation) throws IOException {
        Path list = generation.resolve(FILE);
        return Files.exists(list) ? new String(Files.readAllBytes(list), StandardCharsets.UTF_8) : "";
    }

    /** Path below the generation to SHA-256; empty in generations that are older than these lists. */
    static Map<String, String> read(Path generation) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        text(generation)
                .lines()
                .map(line -> line.split(" {2}", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> sums.put(parts[1], parts[0]));
        return sums;
    }

    /** All files below a place, or the place itself where it is one. */
    static List<Path> files(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            return new ArrayList<>(all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(FILE))
                    .sorted()
                    .toList());
        }
    }
}
