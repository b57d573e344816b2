package equalities.sample;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.record.RawRow;
import equalities.record.Sheet;
import equalities.record.SourceFile;
import equalities.sample.Generator.Size;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {
    private static final Path ROOT = Path.of(System.getProperty("equalities.root", ".."));
    private static final Path SAMPLE = ROOT.resolve("jobs/sample");

    @TempDir
    Path folder;

    @Test
    void the_checked_in_sample_is_what_the_generator_makes() throws IOException {
        generate(new Size(0, 1, 1, true, 1), folder);
        List<Path> made = files(folder);
        assertThat(made)
                .containsExactlyInAnyOrderElementsOf(files(SAMPLE).stream()
                        .filter(f -> !List.of("README.md", "world.yaml").contains(f.toString()))
                        .toList());
        for (Path file : made) {
            if (file.toString().endsWith(".xlsx")) {
                assertThat(rows(folder.resolve(file))).isEqualTo(rows(SAMPLE.resolve(file)));
            } else {
                assertThat(folder.resolve(file)).hasSameBinaryContentAs(SAMPLE.resolve(file));
            }
        }
    }

    @Test
    void another_seed_makes_other_people() throws IOException {
        generate(new Size(200, 1, 1, false, 1), folder.resolve("one"));
        generate(new Size(200, 1, 1, false, 2), folder.resolve("two"));
        assertThat(Files.readString(folder.resolve("one/uptake.csv")))
                .isNotEqualTo(Files.readString(folder.resolve("two/uptake.csv")));
    }

    @Test
    void copies_multiply_sites_and_files_divide_people() throws IOException {
        generate(new Size(600, 2, 3, false, 1), folder);
        Path landing = folder.resolve("landing/2025-26-Q1");
        assertThat(landing.resolve("NT3X1/qualifying-patients-3.csv")).exists();
        assertThat(Files.readAllLines(landing.resolve("register/sites.csv"))).hasSize(1 + 2 * 8);
    }

    private static void generate(Size size, Path out) throws IOException {
        Specification specification = SpecificationReader.read(ROOT.resolve("schemas"));
        Generator.generate(SAMPLE.resolve("world.yaml"), "", size, specification, out, done -> {});
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).map(root::relativize).toList();
        }
    }

    private static List<RawRow> rows(Path workbook) throws IOException {
        List<RawRow> rows = new ArrayList<>();
        try (SourceFile source = SourceFile.open(workbook, "workbook")) {
            for (Sheet sheet : source.sheets()) {
                rows.addAll(sheet.head(Integer.MAX_VALUE));
            }
        }
        return rows;
    }
}
