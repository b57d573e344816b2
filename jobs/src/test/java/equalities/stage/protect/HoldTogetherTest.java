package equalities.stage.protect;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.spec.SpecificationReader;
import equalities.stage.protect.CellKey.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HoldTogetherTest {
    private static final Structure STRUCTURE =
            new Structure(SpecificationReader.read(Path.of("..", "schemas")), List.of());

    @Test
    void what_follows_from_definitions_is_told_where_it_holds_at_every_place() {
        assertThat(HoldTogether.of(answers(12, 12, 7, 7), STRUCTURE))
                .containsExactly("vodim / patient, gender / records = completeness / patient, gender / records");
    }

    @Test
    void it_is_not_told_where_one_place_is_otherwise() {
        assertThat(HoldTogether.of(answers(12, 12, 8, 7), STRUCTURE)).isEmpty();
    }

    @Test
    void nor_where_one_of_the_counts_is_missing() {
        assertThat(HoldTogether.of(List.of(records("vodim", "T1", 5)), STRUCTURE))
                .isEmpty();
    }

    @Test
    void cases_without_an_outcome_are_all_but_those_with_one() {
        assertThat(HoldTogether.of(
                        List.of(
                                england("outcome", "not recorded", "numerator", 34),
                                england("outcome recorded", "cases", "numerator", 3),
                                england("outcome recorded", "cases", "denominator", 37)),
                        STRUCTURE))
                .contains("outcome / not recorded / numerator + outcome recorded / cases / numerator"
                        + " = outcome recorded / cases / denominator");
    }

    @Test
    void the_same_people_are_asked_for_every_answer_by_both_sources() {
        assertThat(HoldTogether.of(
                        List.of(
                                england("concordance", "age, hospital, advocacy", "people", 50),
                                england("concordance", "gender, hospital, advocacy", "people", 50)),
                        STRUCTURE))
                .contains("concordance / age, hospital, advocacy / people"
                        + " = concordance / gender, hospital, advocacy / people");
    }

    private static Cell england(String measure, String basis, String part, long count) {
        return new Cell(
                new CellKey("2025-26", measure, basis, "england", "England", CellKey.TOTAL, CellKey.ALL, part),
                count,
                true);
    }

    private static List<Cell> answers(long judged, long looked, long judgedThere, long lookedThere) {
        return Stream.of(
                        records("vodim", "T1", judged),
                        records("completeness", "T1", looked),
                        records("vodim", "T2", judgedThere),
                        records("completeness", "T2", lookedThere))
                .toList();
    }

    private static Cell records(String measure, String provider, long count) {
        Place at = new Place("provider", provider);
        CellKey key = new CellKey(
                "2025-26", measure, "patient, gender", at.level(), at.name(), CellKey.TOTAL, CellKey.ALL, "records");
        return new Cell(key, count, true);
    }
}
