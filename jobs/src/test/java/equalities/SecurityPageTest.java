package equalities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecurityPageTest {
    private static final Path JOBS =
            Path.of(System.getProperty("equalities.root", "..")).resolve("jobs");

    @Test
    void every_row_of_the_threat_table_names_a_test_that_is_there() throws IOException {
        Set<String> tests;
        try (Stream<Path> files = Files.walk(JOBS.resolve("src/test/java"))) {
            tests = files.map(f -> f.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        String page = Files.readString(JOBS.resolve("SECURITY.md"));
        List<String> rows = page.substring(page.indexOf("| somebody wants"))
                .lines()
                .skip(2)
                .takeWhile(l -> l.startsWith("|"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(10).allSatisfy(row -> {
            List<String> named = Pattern.compile("`([A-Z]\\w+)`")
                    .matcher(row.substring(row.lastIndexOf('|', row.length() - 2)))
                    .results()
                    .map((MatchResult m) -> m.group(1))
                    .toList();
            assertThat(named).isNotEmpty();
            assertThat(tests).containsAll(named);
        });
    }
}
