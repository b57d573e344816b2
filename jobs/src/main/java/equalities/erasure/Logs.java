package equalities.erasure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Takes lines that hold a needle out of logs. They are truncated in place: a logger may have them open. */
final class Logs {
    private Logs() {}

    static long remove(Path folder, Needles needles) throws IOException {
        long removed = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path log : files.filter(f -> f.getFileName().toString().matches(".*\\.log(\\.\\d+)?"))
                    .toList()) {
                removed += removeFrom(log, needles);
            }
        }
        return removed;
    }

    private static long removeFrom(Path log, Needles needles) throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        List<String> kept = lines.stream().filter(l -> !needles.in(l)).toList();
        if (kept.size() < lines.size()) {
            Files.write(
                    log,
                    kept,
                    StandardCharsets.ISO_8859_1,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);
        }
        return lines.size() - kept.size();
    }
}
