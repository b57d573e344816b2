package equalities.cli;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.engine.duckdb.Database;
import equalities.engine.spark.SparkEngine;
import equalities.lake.Home;
import equalities.lake.Zone;
import equalities.spec.SpecificationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Every published measure of the sample, counted a second time by Spark from the standard zone: the two agree exactly. */
@Tag("drill")
class SecondCountTest {
    private static final Path ROOT = Path.of(System.getProperty("equalities.root", ".."));

    @TempDir
    Path folder = Path.of(".");

    /** What is published: a relation, its columns in DuckDB, and the same of opinion.sql in Spark. */
    private record Counted(String relation, String columns, String again) {}

    private static final List<Counted> COUNTED_TWICE = List.of(
            new Counted(
                    "(select * from finding where basis <> 'counts' and numerator is not null)",
                    "measure, place_level, place, characteristic, code, numerator, denominator",
                    "finding_again: measure, level, place, characteristic, code, numerator, denominator"),
            new Counted(
                    "(select * from finding where basis = 'counts' and numerator is not null)",
                    "place_level, place, characteristic, code, numerator, denominator",
                    "counts_again: *"),
            new Counted(
                    "uptake_by_denominator",
                    "place_level, place, denominator_name, numerator, denominator",
                    "uptake_by_denominator_again: level, place, way, numerator, denominator"),
            new Counted(
                    "days_to_contact",
                    "wait, place_level, place, people, met, lower_quartile, median, upper_quartile, within_7_days",
                    "days_to_contact_again: wait, level, place, people, met, lower_quartile, median, upper_quartile, within_7_days"),
            new Counted(
                    "service_capacity",
                    "provider_code, cases, entitled, cases_per_advocate, hours_per_entitled, entitled_per_advocate, ward_access",
                    "service_capacity_again: *"),
            new Counted(
                    "expected_need",
                    "site_code, numerator, denominator, best_quartile, to_be_seen, advocates_needed, hours_needed",
                    "expected_need_again: *"),
            new Counted(
                    "automatic_referral",
                    "numerator, denominator, automatic_sites, other_numerator, other_denominator, other_sites",
                    "automatic_referral_again: *"),
            new Counted(
                    "workforce_match",
                    "provider_code, characteristic, group_name, staff, staff_known, clients, clients_known",
                    "workforce_match_again: *"),
            new Counted("outcome", "kind, outcome, numerator", "outcome_again: *"),
            new Counted("reason_by_route", "route, reason_for, numerator, denominator", "reason_by_route_again: *"),
            new Counted(
                    "(select * from completeness where place_level = 'provider')",
                    "place, source, characteristic, records, known, declined, unsure, not_recorded, not_collected, unmapped",
                    "completeness_again: *"),
            new Counted(
                    "concordance",
                    "characteristic, source_a, source_b, people, agree, disagree, only_a, only_b, neither, kappa",
                    "concordance_again: *"),
            new Counted("silence", "provider_code, state, sites, due_on, first_received_on, late", "silence_again: *"),
            new Counted(
                    "link_coverage",
                    "provider_code, source, records, with_number, by_tier_2, not_linked, found_on_other_side",
                    "link_coverage_again: *"));

    /** Empty in the sample, where nobody sends both records and totals of one site. */
    private static final Counted RECONCILED = new Counted(
            "reconciliation",
            "place, measure, characteristic, code, linked, counted, difference, told_by",
            "reconciliation_again: *");

    @Test
    void spark_counts_every_published_measure_the_same_from_the_standard_zone() throws IOException {
        countAgain(run(ROOT.resolve("jobs/sample/landing")), COUNTED_TWICE);
    }

    @Test
    void spark_finds_the_same_differences_between_totals_and_records_of_a_site() throws IOException {
        Path landing = folder.resolve("both");
        FileSystemUtils.copyRecursively(ROOT.resolve("jobs/sample/landing"), landing);
        Files.writeString(
                landing.resolve("2025-26-Q1/NT1/totals.csv"),
                "Site Code,Measure,Characteristic,Group,Count\nNT1S1,qualifying,All,All,400\nNT1S1,accessed,All,All,80\n"
                        + "NT1S1,qualifying,Gender,Male,200\nNT1S1,qualifying,Gender,Female,180\n");
        countAgain(run(landing), List.of(RECONCILED));
    }

    private Path run(Path landing) {
        Path home = folder.resolve("home");
        assertThat(Equalities.run("run", "--landing", landing.toString(), "--home", home.toString(), "--json"))
                .isZero();
        return home;
    }

    private void countAgain(Path home, List<Counted> measures) throws IOException {
        Files.createDirectories(folder.resolve("scratch"));
        try (SparkEngine spark = new SparkEngine("local[2]", folder.resolve("scratch"), List.of(), Map.of());
                Database database = Database.readOnly(home.resolve("warehouse.duckdb"))) {
            SparkOpinion opinion = new SparkOpinion(
                    spark.session(),
                    SpecificationReader.read(ROOT.resolve("schemas")),
                    new Home(home).zone(Zone.STANDARD));
            SoftAssertions all = new SoftAssertions();
            for (Counted counted : measures) {
                List<String> here =
                        database.query("select " + counted.columns() + " from " + counted.relation()).rows().stream()
                                .map(row -> row.stream().map(SparkOpinion::line).collect(Collectors.joining(" | ")))
                                .sorted()
                                .toList();
                String[] again = counted.again().split(": ");
                all.assertThat(opinion.rows(again[0], again[1]))
                        .as(again[0])
                        .isNotEmpty()
                        .isEqualTo(here);
            }
            all.assertAll();
        }
    }
}
