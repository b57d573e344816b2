package equalities.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the other tables of a release tell beyond the counts: ratios, and medians of few. */
final class Tables {
    private final List<Crack> cracks = new ArrayList<>();
    private final Map<Series, List<PrintedRatio>> ratios = new HashMap<>();

    private Tables() {}

    /** No tables but the counts. */
    static Tables none() {
        return new Tables();
    }

    static Tables read(Release release) throws IOException {
        Tables tables = new Tables();
        try (Stream<Path> files = Files.list(release.folder())) {
            for (Path file : files.filter(Tables::isTable).sorted().toList()) {
                PrintedTable table = PrintedTable.read(file);
                tables.cracks.addAll(Quantiles.ofFew(table, release.policy()));
                new PrintedRatios(table, release)
                        .read()
                        .forEach((series, printed) -> tables.ratios
                                .computeIfAbsent(series, s -> new ArrayList<>())
                                .addAll(printed));
            }
        }
        return tables;
    }

    private static boolean isTable(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".csv") && !name.equals("counts.csv");
    }

    List<Crack> cracks() {
        return cracks;
    }

    List<PrintedRatio> ratios(Series series) {
        return ratios.getOrDefault(series, List.of());
    }
}
