package equalities;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import equalities.stage.Stage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The house's rules, and the proof that each of them sees a violation. */
class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("equalities");

    private static final ArchRule SPEC_STANDS_ALONE = noClasses()
            .that()
            .resideInAPackage("equalities.spec..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "equalities.record..",
                    "equalities.lake..",
                    "equalities.engine..",
                    "equalities.stage..",
                    "equalities.erasure..",
                    "equalities.operate..",
                    "equalities.cli..");
    private static final ArchRule RECORD_KNOWS_THE_SPECIFICATION_ONLY = noClasses()
            .that()
            .resideInAPackage("equalities.record..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "equalities.lake..",
                    "equalities.engine..",
                    "equalities.stage..",
                    "equalities.operate..",
                    "equalities.cli..",
                    "org.apache.spark..",
                    "org.springframework..",
                    "org.duckdb..");
    private static final ArchRule SAMPLE_KNOWS_THE_SPECIFICATION_ONLY = noClasses()
            .that()
            .resideInAPackage("equalities.sample..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "equalities.record..",
                    "equalities.lake..",
                    "equalities.engine..",
                    "equalities.stage..",
                    "equalities.erasure..",
                    "equalities.operate..",
                    "equalities.cli..");
    private static final ArchRule ENGINES_AND_LAKE_KNOW_NO_STAGE = noClasses()
            .that()
            .resideInAnyPackage("equalities.engine..", "equalities.lake..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "equalities.stage..",
                    "equalities.erasure..",
                    "equalities.operate..",
                    "equalities.cli..",
                    "equalities.record..");
    private static final ArchRule STAGES_KNOW_NO_COMMAND = noClasses()
            .that()
            .resideInAPackage("equalities.stage..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("equalities.cli..", "equalities.erasure..", "equalities.operate..");
    private static final ArchRule NO_STAGE_IMPORTS_A_STAGE =
            slices().matching("equalities.stage.(*)..").should().notDependOnEachOther();
    private static final ArchRule THE_ATTACK_KNOWS_FILES_ONLY = noClasses()
            .that()
            .resideInAPackage("equalities.attack..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "equalities.spec..",
                    "equalities.record..",
                    "equalities.engine..",
                    "equalities.stage..",
                    "equalities.erasure..",
                    "equalities.cli..");
    private static final ArchRule ONLY_THE_COMMAND_ATTACKS = noClasses()
            .that()
            .resideOutsideOfPackages("equalities.attack..", "equalities.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("equalities.attack..");
    private static final ArchRule SPRING_STAYS_IN_ITS_ROOM = noClasses()
            .that()
            .resideOutsideOfPackages("equalities.engine.batch..", "equalities.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");
    private static final ArchRule SPARK_STAYS_IN_ITS_ROOMS = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "equalities.engine.spark..", "equalities.stage.standardise..", "equalities.stage.consolidate..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.spark..");
    private static final ArchRule DUCKDB_STAYS_BEHIND_ITS_DOOR = noClasses()
            .that()
            .resideOutsideOfPackage("equalities.engine.duckdb..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.duckdb..", "java.sql..");
    private static final ArchRule ONLY_THE_LAKE_LOCKS_FILES = noClasses()
            .that()
            .resideOutsideOfPackage("equalities.lake..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.crypto.tink..");
    private static final ArchRule NOTHING_INHERITS_WITHIN_THE_HOUSE =
            classes().that().resideInAPackage("equalities..").should(Violations.notExtendEachOther());

    private static final List<ArchRule> RULES = List.of(
            SPEC_STANDS_ALONE,
            RECORD_KNOWS_THE_SPECIFICATION_ONLY,
            SAMPLE_KNOWS_THE_SPECIFICATION_ONLY,
            ENGINES_AND_LAKE_KNOW_NO_STAGE,
            STAGES_KNOW_NO_COMMAND,
            NO_STAGE_IMPORTS_A_STAGE,
            THE_ATTACK_KNOWS_FILES_ONLY,
            ONLY_THE_COMMAND_ATTACKS,
            SPRING_STAYS_IN_ITS_ROOM,
            SPARK_STAYS_IN_ITS_ROOMS,
            DUCKDB_STAYS_BEHIND_ITS_DOOR,
            ONLY_THE_LAKE_LOCKS_FILES,
            NOTHING_INHERITS_WITHIN_THE_HOUSE);

    @Test
    void the_whole_house_is_looked_at() {
        assertThat(HOUSE.size()).isGreaterThan(80);
    }

    @Test
    void every_rule_holds() {
        RULES.forEach(rule -> rule.check(HOUSE));
    }

    @Test
    void no_two_packages_need_each_other() {
        slices().matching("equalities.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void every_stage_has_a_package_of_its_name() {
        for (Stage stage : Stage.values()) {
            assertThat(HOUSE.stream().anyMatch(c -> c.getPackageName().equals("equalities.stage." + stage.word())))
                    .as("package of " + stage)
                    .isTrue();
        }
        assertThat(Arrays.stream(Stage.values()).map(Stage::word))
                .containsExactly("receive", "standardise", "consolidate", "analyse", "protect", "publish");
    }

    @Test
    void a_planted_violation_of_each_rule_is_seen() {
        JavaClasses planted = Violations.planted();
        assertThat(planted.size()).isGreaterThan(5);
        for (ArchRule rule : RULES) {
            assertThatThrownBy(() -> rule.check(planted))
                    .as(rule.getDescription())
                    .isInstanceOf(AssertionError.class);
        }
    }
}
