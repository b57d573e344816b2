package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that can be told from all others are sent in every column, right and wrong; only rows of people hold them. */
class MarkedValuesTest {
    private static final String MARK = "Zyqvexo";
    private static final String NUMBER = "9990000018";

    /** Where the columns of a record lie that are no codes (a ward, a service's own reference), and words not understood. */
    private static final Set<String> ROWS_OF_PEOPLE = Set.of("held", "standard", "warehouse");

    @TempDir
    Path folder = Path.of(".");

    @Test
    void what_is_written_in_a_record_is_in_no_log_message_finding_or_release_and_its_number_nowhere() throws Exception {
        Path made = folder.resolve("made");
        assertThat(Equalities.run("generate", "--out", made.toString(), "--people", "60", "--no-faults", "--json"))
                .isZero();
        Path landing = made.resolve("landing");
        Path home = folder.resolve("home");
        mark(landing.resolve("2025-26-Q1/NT1/qualifying-patients.csv"));
        mark(landing.resolve("2025-26-Q1/AD01/advocacy-cases.csv"));
        Files.writeString(landing.resolve("2025-26-Q1/AD02/unknown.csv"), "Colour,Client\nred," + MARK + "\n");
        List<String[]> commands = List.of(
                new String[] {
                    "run",
                    "--landing",
                    landing.toString(),
                    "--home",
                    home.toString(),
                    "--set",
                    "lineage-to=" + home.resolve("state/lineage"),
                    "--set",
                    "metrics-file=" + home.resolve("state/metrics")
                },
                new String[] {"status", "--home", home.toString()},
                new String[] {"metrics", "--home", home.toString()},
                new String[] {"sql", "--home", home.toString(), "from held_row"},
                new String[] {"sql", "--home", home.toString(), "from submission"},
                new String[] {"run", "--landing", landing.toString(), "--home", home.toString(), "--json"});
        StringBuilder told = new StringBuilder();
        for (String[] command : commands) {
            Told one = Told.by(command);
            assertThat(one.exit()).isIn(0, 99);
            told.append(one.out()).append(one.errors());
        }
        assertThat(told).contains("qualifying-patients.csv").doesNotContain(MARK, NUMBER);
        assertThat(home.resolve("state/lineage")).isNotEmptyFile();
        assertThat(home.resolve("state/metrics")).isNotEmptyFile();
        try (Stream<Path> all = Files.list(home)) {
            for (Path place : all.filter(p -> !p.endsWith("received")).toList()) {
                assertThat(ByteSearch.holds(place, NUMBER))
                        .as(place + ": a number")
                        .isFalse();
                if (!ROWS_OF_PEOPLE.contains(place.getFileName().toString())) {
                    assertThat(ByteSearch.holds(place, MARK))
                            .as(place + ": a word")
                            .isFalse();
                }
            }
        }
        assertThat(ByteSearch.holds(home.resolve("received"), MARK)).isTrue();
    }

    @Test
    void what_lies_in_memory_is_written_on_no_disk_when_java_crashes() {
        HotSpotDiagnosticMXBean options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        assertThat(options.getVMOption("CreateCoredumpOnCrash").getValue()).isEqualTo("false");
        assertThat(options.getVMOption("HeapDumpOnOutOfMemoryError").getValue()).isEqualTo("false");
    }

    /** For each column a row in which it alone is marked, and a row that is right but for its number. */
    private static void mark(Path file) throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        String[] first = lines.get(1).split(",", -1);
        for (int column = 0; column < first.length; column++) {
            String[] row = first.clone();
            row[column] = MARK + column;
            lines.add(String.join(",", row));
        }
        lines.add(lines.get(1).replaceFirst("999\\d{7}", NUMBER));
        Files.write(file, lines);
    }
}
