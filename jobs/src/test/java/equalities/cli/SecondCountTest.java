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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
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
    record Counted(String relation, String columns, String again) {}

    static final List<Counted> COUNTED_TWICE = List.of(
            new Counted(
                    "(select * from finding where basis <> 'counts' and numerator is not null and denominator > 0)",
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
                    "link_coverage_again: *"),
            new Counted("link_quality", "tier, links", "link_quality_again: *"),
            new Counted(
                    "question_silence",
                    "provider_code, source, characteristic, state, known, share_known",
                    "question_silence_again: *"),
            new Counted(
                    "vodim",
                    "place, source, item, records, valid, other, defaulted, invalid, missing",
                    "vodim_again: *"),
            new Counted(
                    "data_quality_maturity",
                    "place, items, records, item_score, coverage, maturity",
                    "data_quality_maturity_again: *"),
            new Counted(
                    "advocacy_offer",
                    "place_level, place, entitled, notified, offered, accepted, declined",
                    "advocacy_offer_again: *"));

    /** Empty in the sample, where nobody sends totals beside records, nor what hospitals' own data set says of advocates. */
    static final List<Counted> COUNTED_TWICE_WHERE_SENT = List.of(
            new Counted(
                    "reconciliation",
                    "place, measure, characteristic, code, linked, counted, difference, told_by",
                    "reconciliation_again: *"),
            new Counted(
                    "second_opinion",
                    "place_level, place, question, people, both_yes, only_ours, only_theirs, both_no, kappa",
                    "second_opinion_again: *"),
            new Counted(
                    "reason_for_no_advocate",
                    "place_level, place, reason, people, saw_an_advocate",
                    "reason_for_no_advocate_again: *"),
            new Counted(
                    "(select * from advocacy_offer where offered is not null)",
                    "place_level, place, entitled, notified, offered, accepted, declined",
                    "(select * from advocacy_offer_again where offered is not null): *"));

    @Test
    void spark_counts_every_published_measure_the_same_from_the_standard_zone() throws IOException {
        countAgain(run(ROOT.resolve("jobs/sample/landing")), COUNTED_TWICE);
    }

    @Test
    void spark_counts_the_same_where_totals_and_second_opinions_are_sent_beside_records() throws IOException {
        Path landing = folder.resolve("both");
        FileSystemUtils.copyRecursively(ROOT.resolve("jobs/sample/landing"), landing);
        Files.writeString(
                landing.resolve("2025-26-Q1/NT1/totals.csv"),
                "Site Code,Measure,Characteristic,Group,Count\nNT1S1,qualifying,All,All,400\nNT1S1,accessed,All,All,80\n"
                        + "NT1S1,qualifying,Gender,Male,200\nNT1S1,qualifying,Gender,Female,180\n");
        saySecondOpinions(landing.resolve("2025-26-Q1/NT1/qualifying-patients.csv"));
        countAgain(run(landing), COUNTED_TWICE_WHERE_SENT);
    }

    /**
     * For each person, so that a row sent twice stays the same, one of what a hospital's own data set may say, and of the
     * four facts about the offer.
     */
    private static void saySecondOpinions(Path patients) throws IOException {
        List<String> told = List.of(
                ",Y,Y,,01/06/2025,02/06/2025,03/06/2025,",
                ",Y,N,01,01/06/2025,02/06/2025,,03/06/2025",
                ",N,,02,,,,",
                ",N,N,01,,05/06/2025,06/06/2025,07/06/2025",
                ",,Y,,,,,");
        List<String> lines = Files.readAllLines(patients);
        List<String> more = new ArrayList<>(
                List.of(
                        lines.get(0)
                                + ",IMHA Required,IMHA Assigned,Reason Patient No IMHA,Notified Date,Offered Date,Accepted Date,Declined Date"));
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            int person = line.substring(0, line.indexOf(',')).hashCode();
            more.add(line + told.get(Math.floorMod(person, told.size())));
        }
        Files.write(patients, more);
    }

    private Path run(Path landing) {
        Path home = folder.resolve("home");
        assertThat(Equalities.run("run", "--landing", landing.toString(), "--home", home.toString(), "--json"))
                .isZero();
        return home;
    }

    /** Spark's SQL over the context that is there. */
    private static SparkSession session(SparkEngine spark) {
        return SparkSession.builder()
                .master(spark.context().master())
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.sql.shuffle.partitions", "8")
                .getOrCreate();
    }

    private void countAgain(Path home, List<Counted> measures) throws IOException {
        Files.createDirectories(folder.resolve("scratch"));
        try (SparkEngine spark = new SparkEngine("local[2]", folder.resolve("scratch"), List.of(), Map.of());
                Database database = Database.readOnly(home.resolve("warehouse.duckdb"))) {
            SparkOpinion opinion = new SparkOpinion(
                    session(spark),
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
