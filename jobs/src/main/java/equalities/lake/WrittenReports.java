package equalities.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Where reports that show people's records were written, so that they can be removed; a line each in the state. */
public final class WrittenReports {
    private static final String FILE = "reports";

    private WrittenReports() {}

    /**
     * Notes reports.
     *
     * @param sender period and provider, with a slash between
     */
    public static void add(Home home, String sender, Collection<Path> reports) throws IOException {
        if (Files.isDirectory(home.state())) {
            List<String> lines = reports.stream()
                    .map(r -> sender + "\t" + r.toAbsolutePath().normalize() + "\n")
                    .toList();
            Durable.append(home.state().resolve(FILE), String.join("", lines));
        }
    }

    /** Deletes the reports of these senders; they can be made again. Returns those that were still there. */
    public static List<Path> remove(Home home, Set<String> senders) throws IOException {
        Path file = home.state().resolve(FILE);
        List<Path> removed = new ArrayList<>();
        if (Files.exists(file)) {
            List<String> kept = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split("\t", 2);
                if (!senders.contains(parts[0])) {
                    kept.add(line + "\n");
                } else if (Files.deleteIfExists(Path.of(parts[1]))) {
                    removed.add(Path.of(parts[1]));
                }
            }
            Durable.replace(file, String.join("", kept));
        }
        return removed;
    }
}
