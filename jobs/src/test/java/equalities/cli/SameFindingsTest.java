package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.Relation;
import equalities.lake.Home;
import equalities.lake.Zone;
import equalities.record.Reason;
import equalities.record.Register;
import equalities.record.TimeLimit;
import equalities.record.bytes.FileBytes;
import equalities.record.report.CentreReport;
import equalities.record.report.ExampleReturn;
import equalities.record.report.FileReport;
import equalities.record.report.Mutations;
import equalities.record.report.Spill;
import equalities.record.report.Validator;
import equalities.spec.RowRule.Severity;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand mutated files go down both ways: the service's own desk, and Spark at the centre. */
@Tag("drill")
class SameFindingsTest {
    private static final Path SCHEMAS =
            Path.of(System.getProperty("equalities.root", "..")).resolve("schemas");
    private static final int FILES = 1_000;

    @TempDir
    Path folder;

    @Test
    void a_service_is_told_at_its_own_desk_what_the_centre_finds_to_the_byte() throws IOException {
        Specification specification = SpecificationReader.read(SCHEMAS);
        Path landing = land(specification);
        Map<String, String> centre = centre(landing);
        assertThat(centre).hasSizeGreaterThan(FILES * 9 / 10);
        Register register = Register.read(landing.resolve("2025-26-Q1/register"));
        Validator validator = new Validator(
                specification,
                new Validator.Asked(Optional.of("2025-26-Q1"), Optional.of("EX1"), register),
                new TimeLimit(Duration.ofMinutes(10)));
        int held = 0;
        for (Map.Entry<String, String> file : centre.entrySet()) {
            try (Spill spill = Spill.open()) {
                Path path = landing.resolve("2025-26-Q1/EX1").resolve(file.getKey());
                FileReport report = validator.validate(FileBytes.of(path), file.getKey(), spill);
                held += report.rows().held() > 0 ? 1 : 0;
                assertThat(CentreReport.json(report)).isEqualTo(file.getValue());
            }
        }
        assertThat(held).isGreaterThan(FILES / 2);
    }

    private Path land(Specification specification) throws IOException {
        Path period = folder.resolve("landing/2025-26-Q1");
        Path provider = Files.createDirectories(period.resolve("EX1"));
        Path register = Files.createDirectories(period.resolve("register"));
        for (String name : List.of("providers.csv", "sites.csv")) {
            Files.copy(SCHEMAS.resolve("returns/example-register").resolve(name), register.resolve(name));
        }
        for (int i = 0; i < FILES; i++) {
            var layout = specification.layouts().get(i % specification.layouts().size());
            String example = Files.readString(ExampleReturn.file(SCHEMAS, layout));
            Files.write(provider.resolve("return %04d.csv".formatted(i)), Mutations.of(example, i));
        }
        return folder.resolve("landing");
    }

    /** What the centre found in each file, rendered by the one renderer. */
    private Map<String, String> centre(Path landing) throws IOException {
        Path place = folder.resolve("home");
        String home = place.toString();
        assertThat(Equalities.run("receive", "--landing", landing.toString(), "--home", home, "--json"))
                .isZero();
        assertThat(Equalities.run("standardise", "--home", home, "--json")).isZero();
        Map<String, String> reports = new LinkedHashMap<>();
        try (Database database = Database.inMemory();
                Spill spill = Spill.open()) {
            String faults = parquet(place, "held_row");
            for (Map<String, Object> file : maps(database.query("select * from " + parquet(place, "submission")))) {
                CentreReport report = new CentreReport(file, spill);
                database.query("select * from " + faults + " where submission_id = '" + file.get("submission_id")
                                + "' order by row_number")
                        .maps()
                        .forEach(row -> report.add(reason(row)));
                reports.put(String.valueOf(file.get("file_name")), report.json());
            }
        }
        return reports;
    }

    private static Reason reason(Map<String, ? extends @org.jspecify.annotations.Nullable Object> row) {
        return new Reason(
                String.valueOf(row.get("sheet")),
                ((Number) java.util.Objects.requireNonNull(row.get("row_number"))).longValue(),
                String.valueOf(row.get("column_letter")),
                String.valueOf(row.get("heading")),
                String.valueOf(row.get("rule")),
                Severity.valueOf(String.valueOf(row.get("severity")).toUpperCase(java.util.Locale.ROOT)),
                String.valueOf(row.get("message")),
                String.valueOf(row.get("fix")));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Relation relation) {
        return (List<Map<String, Object>>) (List<?>) relation.maps();
    }

    private static String parquet(Path home, String table) throws IOException {
        Path place = new Home(home).zone(Zone.STANDARD).table(table).get(0);
        return "read_parquet(" + Database.literal(place + "/*.parquet") + ")";
    }
}
