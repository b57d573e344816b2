package equalities.record.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A small table with everything in it that makes a table hard to write: commas, quotation marks, line ends, blanks. */
final class SourceTable {
    private static final List<String> HEADINGS =
            List.of("Case Ref", "Referred On", "At", "Contacts", "Cost", "Service", "What was said", "Page", "Remarks");
    private static final List<String> SERVICES = List.of("IMHA", "IMCA", "Care Act", "NHS Complaints");
    private static final List<String> SAID = List.of(
            "I was told \"no\", twice",
            "Wants a second opinion; ward round on Monday",
            "Asked for \"Section 17\" leave",
            "First line\nsecond line",
            "Nothing further",
            "It's her son's view, not hers",
            "Café visit – 2 hours");

    private SourceTable() {}

    static CleanTable of(int rows) {
        Random random = new Random(20250401);
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            all.add(List.of(
                    "R" + (1000 + i),
                    String.format("%02d/%02d/2025", 1 + random.nextInt(28), 1 + random.nextInt(12)),
                    String.format("%02d:%02d", 8 + random.nextInt(10), random.nextInt(60)),
                    String.valueOf(1 + random.nextInt(40)),
                    String.format("%d.%02d", 10 + random.nextInt(900), random.nextInt(100)),
                    SERVICES.get(random.nextInt(SERVICES.size())),
                    SAID.get(random.nextInt(SAID.size())),
                    "https://example.org/case/" + i,
                    random.nextInt(4) == 0 ? "" : "Seen by worker " + random.nextInt(9)));
        }
        return new CleanTable(HEADINGS, all);
    }
}
