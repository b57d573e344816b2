package equalities;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What we link, and under which licences: {@code jobs/parts.csv}, made by {@code jobs/install/parts}. */
class PartsTest {
    private static final Path LIST =
            Path.of(System.getProperty("equalities.root", "..")).resolve("jobs/parts.csv");

    /** None of these asks anything of what is linked with it. */
    private static final Set<String> PERMISSIVE =
            Set.of("Apache-2.0", "Apache-1.1", "MIT", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Unicode-3.0", "CC0-1.0");

    /** Copyleft of their own files alone: jars that are used as they are. */
    private static final Set<String> OF_THEIR_FILES = Set.of("EPL-2.0", "MPL-2.0", "CDDL-1.0");

    @Test
    void every_jar_is_to_the_byte_the_one_that_the_list_names_and_none_is_beside_it() throws Exception {
        Map<String, String> listed =
                parts().stream().collect(Collectors.toMap(p -> p.getField("jar"), p -> p.getField("sha256")));
        List<String> jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .filter(jar -> !isOfTheTestRunner(jar))
                .toList();
        assertThat(jars).hasSizeGreaterThan(200);
        assertThat(sums(jars))
                .hasSameSizeAs(jars)
                .as("write the list anew where this was meant: jobs/install/parts")
                .allSatisfy((jar, sum) -> assertThat(sum)
                        .isEqualTo(listed.get(String.valueOf(Path.of(jar).getFileName()))));
    }

    @Test
    void no_part_binds_what_is_linked_with_it_and_each_choice_says_why() throws IOException {
        List<NamedCsvRecord> linked = parts().stream()
                .filter(p -> p.getField("scope").equals("runtime"))
                .toList();
        assertThat(linked).hasSizeGreaterThan(200).allSatisfy(part -> {
            String use = part.getField("use");
            assertThat(PERMISSIVE.contains(use) || OF_THEIR_FILES.contains(use))
                    .as("%s under '%s'", part.getField("jar"), use)
                    .isTrue();
            if (!use.equals(part.getField("licence")) || OF_THEIR_FILES.contains(use)) {
                assertThat(part.getField("why")).as(part.getField("jar")).isNotBlank();
            }
        });
    }

    /** Surefire puts these before what it tests. */
    private static boolean isOfTheTestRunner(String jar) {
        return jar.matches(".*/(surefire[^/]*|junit-platform-launcher[^/]*)\\.jar");
    }

    private static List<NamedCsvRecord> parts() throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(LIST)) {
            return rows.stream().toList();
        }
    }

    /** Half a gigabyte: {@code sha256sum} is ten times as fast as a JVM that compiles for a short start. */
    private static Map<String, String> sums(List<String> files) throws Exception {
        List<String> command = new ArrayList<>(List.of("sha256sum", "--"));
        command.addAll(files);
        Process sha256sum = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, String> sums = new TreeMap<>();
        new String(sha256sum.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(" [ *]", 2))
                .forEach(parts -> sums.put(parts[1], parts[0]));
        assertThat(sha256sum.waitFor()).isZero();
        return sums;
    }
}
