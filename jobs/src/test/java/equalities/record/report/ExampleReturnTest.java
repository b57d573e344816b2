package equalities.record.report;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.spec.Layout;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every layout has a golden trio, and its example still becomes what stands beside it. */
class ExampleReturnTest {
    private static final Path SCHEMAS = Path.of(System.getProperty("equalities.root", ".."))
            .resolve("schemas")
            .normalize();
    private static final Specification SPECIFICATION = SpecificationReader.read(SCHEMAS);
    private static final String MEND =
            "When this is meant, write the trio anew with 'jobs/bin/equalities examples' (or this test with -Dexamples=write) and read what changed.";

    static Stream<Layout> layouts() {
        return SPECIFICATION.layouts().stream();
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void the_example_of_a_layout_becomes_what_stands_beside_it(Layout layout) throws IOException {
        ExampleReturn example = ExampleReturn.read(SCHEMAS, SPECIFICATION, layout);
        Path accepted = ExampleReturn.acceptedFile(SCHEMAS, layout);
        Path held = ExampleReturn.heldFile(SCHEMAS, layout);
        if (System.getProperty("examples", "").equals("write")) {
            Files.writeString(accepted, example.accepted());
            Files.writeString(held, example.held());
        }
        assertThat(accepted).as(MEND).exists().hasContent(example.accepted());
        assertThat(held).as(MEND).exists().hasContent(example.held());
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void the_example_shows_accepted_held_repeated_and_blank_rows(Layout layout) throws IOException {
        ExampleReturn example = ExampleReturn.read(SCHEMAS, SPECIFICATION, layout);
        assertThat(example.accepted().lines()).hasSizeGreaterThan(2);
        Set<String> outcomes =
                example.held().lines().skip(1).map(l -> l.split(",")[1]).collect(Collectors.toSet());
        assertThat(outcomes).contains("held", "repeated", "blank");
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void every_row_of_the_example_is_accounted_for(Layout layout) throws IOException {
        ExampleReturn example = ExampleReturn.read(SCHEMAS, SPECIFICATION, layout);
        long rows;
        try (Stream<String> lines = Files.lines(example.example())) {
            rows = lines.count() - 1;
        }
        long accounted = Stream.of(example.accepted(), example.held())
                .flatMap(text -> text.lines().skip(1))
                .map(l -> l.split(",")[0])
                .distinct()
                .count();
        assertThat(accounted).isEqualTo(rows);
    }

    @Test
    void no_trio_stands_without_its_layout() throws IOException {
        Set<Path> known = SPECIFICATION.layouts().stream()
                .flatMap(l -> Stream.of(
                        ExampleReturn.file(SCHEMAS, l),
                        ExampleReturn.acceptedFile(SCHEMAS, l),
                        ExampleReturn.heldFile(SCHEMAS, l)))
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(SCHEMAS.resolve("returns"))) {
            assertThat(files.filter(f -> f.toString().matches(".*\\.(example|accepted|held)\\.csv")))
                    .isSubsetOf(known);
        }
    }
}
