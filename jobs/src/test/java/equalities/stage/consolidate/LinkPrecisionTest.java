package equalities.stage.consolidate;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.engine.duckdb.Database;
import equalities.engine.spark.SparkEngine;
import equalities.spec.LinkingPolicy;
import equalities.spec.SpecificationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links between invented people whose truth is known: how many are right, and that the second tier can be switched off. */
class LinkPrecisionTest {
    private static final String LINKS = """
            select %s from spark_case c join raw_case t on t.case_ref = c.case_ref
            join (select distinct p.person_key, r.truth from spark_patient p join raw_patient r using (submission_id, row_number)) p
                on p.person_key = c.person_key where c.link_tier = %d""";

    @TempDir
    static Path folder = Path.of(".");

    private static final SparkEngine SPARK =
            new SparkEngine("local[2]", Path.of(System.getProperty("java.io.tmpdir")), List.of(), Map.of());
    private static final Database DATABASE = Database.inMemory();

    @BeforeAll
    static void link() throws Exception {
        DATABASE.execute(Invented.sql("truth.sql"));
        home("linked").consolidate(SPARK);
        show("linked");
    }

    @AfterAll
    static void stop() {
        SPARK.close();
        DATABASE.close();
    }

    @Test
    void tier_1_is_right_in_999_of_1000_links_and_tier_2_in_980() {
        assertThat(precision(1)).isGreaterThanOrEqualTo(0.999);
        assertThat(precision(2)).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void tier_2_finds_most_of_those_whom_it_can_find() {
        assertThat(DATABASE.count(LINKS.formatted("count(*)", 2))).isGreaterThan(1_500);
    }

    @Test
    void the_policy_promises_no_more_than_was_measured() {
        LinkingPolicy policy = Invented.SPECIFICATION.linking();
        assertThat(precision(1)).isGreaterThanOrEqualTo(policy.precision1());
        assertThat(precision(2)).isGreaterThanOrEqualTo(policy.precision2());
    }

    @Test
    void nobody_is_dropped_and_two_unlinked_people_are_never_one() {
        assertThat(DATABASE.count("select count(*) from spark_case"))
                .isEqualTo(DATABASE.count("select count(*) from raw_case"));
        assertThat(DATABASE.count(
                        "select count(*) - count(distinct person_key) from spark_case where link_tier is null"))
                .isZero();
    }

    @Test
    @Tag("drill")
    void switched_off_it_links_nobody() throws Exception {
        Path schemas = folder.resolve("schemas");
        copy(Invented.ROOT.resolve("schemas"), schemas);
        Path policy = schemas.resolve("policies/linking.yaml");
        Files.writeString(policy, Files.readString(policy).replace("enabled: true", "enabled: false"));
        home("unlinked").consolidate(SPARK, SpecificationReader.read(schemas));
        try {
            show("unlinked");
            assertThat(DATABASE.count("select count(*) from spark_case where link_tier = 2"))
                    .isZero();
            assertThat(DATABASE.count("select count(*) from spark_case where link_tier is null"))
                    .isEqualTo(DATABASE.count("select count(*) from raw_case where person_key is null"));
        } finally {
            show("linked");
        }
    }

    private static double precision(int tier) {
        Object share = DATABASE.value(LINKS.formatted("avg((t.truth = p.truth)::int)::double", tier));
        return share instanceof Double number ? number : 0;
    }

    private static Invented home(String name) throws IOException {
        Invented home = new Invented(folder.resolve(name));
        home.standard(
                DATABASE,
                Map.of(
                        "qualifying-patients.national", "select * exclude (truth) from raw_patient",
                        "advocacy-cases.national",
                                "select * exclude (truth) from raw_case where person_key is not null",
                        "advocacy-cases.number-if-known",
                                "select * exclude (truth) from raw_case where person_key is null",
                        "submission", Invented.SUBMISSIONS));
        return home;
    }

    private static void show(String name) throws IOException {
        Invented home = new Invented(folder.resolve(name));
        home.show(DATABASE, "patient", "spark_patient");
        home.show(DATABASE, "advocacy_case", "spark_case");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
