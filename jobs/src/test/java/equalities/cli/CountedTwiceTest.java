package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.engine.duckdb.SqlFile;
import equalities.engine.duckdb.SqlLibrary;
import equalities.engine.duckdb.SqlLineage;
import equalities.spec.SpecificationReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That no measure is added without a second count by Spark, or a reason why it has none. */
class CountedTwiceTest {
    private static final Path ROOT = Path.of(System.getProperty("equalities.root", ".."));

    /** Measures with a contract that Spark does not count, and why. */
    private static final Map<String, String> NOT_COUNTED = Map.of(
            "held_summary", "it lists the rows of held_row by rule; the ledger of each run adds up or the run stops",
            "ledger", "it shows submission, whose counts add up or the run stops",
            "source_file", "it lists the files of submission and counts nothing",
            "site_place", "it says where a site counts and counts nothing; every count by place stands on it");

    /** Steps on the way that nothing counted twice stands on, and why. */
    private static final Map<String, String> NO_COUNT = Map.of(
            "standard_band", "the counts of uptake by age and gender, which are counted as pairs of characteristics");

    private final SqlLibrary library = new SqlLibrary(ROOT.resolve("sql"));

    @Test
    void every_measure_that_leaves_the_stage_is_counted_twice_or_says_why_not() {
        Set<String> contracts =
                SpecificationReader.read(ROOT.resolve("schemas")).tables().keySet();
        Set<String> measures =
                names("measures").filter(contracts::contains).collect(Collectors.toCollection(TreeSet::new));
        Set<String> accounted = new TreeSet<>(NOT_COUNTED.keySet());
        measures.stream().filter(CountedTwiceTest::isCounted).forEach(accounted::add);
        assertThat(measures).hasSizeGreaterThan(20).isEqualTo(accounted);
    }

    @Test
    void every_step_is_one_that_something_counted_twice_stands_on_or_says_why_not() {
        SqlLineage lineage = new SqlLineage(library);
        Set<String> steps = Stream.concat(names("measures"), names("findings"))
                .filter(CountedTwiceTest::isCounted)
                .flatMap(n -> lineage.of(n).stream().map(SqlFile::name))
                .collect(Collectors.toCollection(TreeSet::new));
        steps.addAll(NOT_COUNTED.keySet());
        steps.addAll(NO_COUNT.keySet());
        assertThat(steps).containsAll(names("measures").toList());
    }

    private Stream<String> names(String folder) {
        return library.folder(folder).stream().map(SqlFile::name);
    }

    private static boolean isCounted(String measure) {
        Pattern named = Pattern.compile("\\b" + measure + "\\b");
        return Stream.of(SecondCountTest.COUNTED_TWICE, SecondCountTest.COUNTED_TWICE_WHERE_SENT)
                .flatMap(List::stream)
                .anyMatch(c -> named.matcher(c.relation()).find());
    }
}
