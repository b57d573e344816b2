package equalities.record;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.spec.Constraints;
import equalities.spec.Field;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every constraint of a Table Schema but required, which is a row's affair. */
class ConstraintCheckTest {
    @Test
    void a_number_and_a_day_lie_within_their_limits() {
        Field number = field(new Constraints(false, false, "1", "5", null, null, null, List.of()));
        assertThat(rules(number, List.of(0L, 1L, 5.0, 5.1)))
                .containsExactly("out of range", "allowed", "allowed", "out of range");
        Field day = field(new Constraints(false, false, "2025-04-01", null, null, null, null, List.of()));
        assertThat(rules(day, List.of(LocalDate.of(2025, 3, 31), LocalDate.of(2025, 4, 1))))
                .containsExactly("out of range", "allowed");
    }

    @Test
    void a_text_has_its_length_its_form_and_its_place_in_a_list() {
        Field length = field(new Constraints(false, false, null, null, 2, 3, null, List.of()));
        assertThat(rules(length, List.of("a", "ab", "abc", "abcd")))
                .containsExactly("not allowed", "allowed", "allowed", "not allowed");
        Field form = field(new Constraints(false, false, null, null, null, null, "[A-Z]\\d+", List.of()));
        assertThat(rules(form, List.of("A1", "A", "xA1"))).containsExactly("allowed", "not allowed", "not allowed");
        Field one = field(new Constraints(false, false, null, null, null, null, null, List.of("in", "out")));
        assertThat(rules(one, List.of("in", "In"))).containsExactly("allowed", "not allowed");
    }

    @Test
    void what_must_be_unique_stands_once_in_a_sheet() {
        Field unique = field(new Constraints(false, true, null, null, null, null, null, List.of()));
        assertThat(rules(unique, List.of("a", "b", "a"))).containsExactly("allowed", "allowed", "not unique");
    }

    private static List<String> rules(Field field, List<?> values) {
        ConstraintCheck check = new ConstraintCheck();
        return values.stream()
                .map(v -> check.check(field, v.toString(), Reading.of(v)))
                .map(Reading::fault)
                .map(fault -> fault == null ? "allowed" : fault.rule())
                .toList();
    }

    private static Field field(Constraints constraints) {
        return new Field(
                "Field",
                List.of(),
                "field",
                Field.Type.STRING,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                Map.of(),
                List.of(),
                false,
                null,
                false,
                constraints);
    }
}
