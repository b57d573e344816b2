package equalities.record;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.spec.Field;
import equalities.spec.Layout;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {
    private final Specification specification = SpecificationReader.read(
            Path.of(System.getProperty("equalities.root", "..")).resolve("schemas"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3/3/2025",
                "03/03/2025",
                "03-03-2025",
                "3.3.2025",
                "3 3 2025",
                "2025-03-03",
                "2025/3/3",
                "20250303",
                "3 Mar 2025",
                "3 March 2025",
                "03-MAR-2025",
                "3Mar2025",
                "3rd March 2025",
                "3rd of March, 2025",
                "Mon 3 March 2025",
                "Monday, 3rd March 2025",
                "March 3, 2025",
                "Mar 3rd 2025",
                "2025-03-03T10:15:00Z",
                "2025-03-03 00:00:00.000",
                "03/03/2025 10:15",
                "03/03/2025, 9.15pm",
                "3  March\u00a02025",
                "2025-03-03T00:00:00+01:00"
            })
    void a_date_in_each_form_that_people_write_is_that_day(String written) {
        assertThat(WrittenDate.day(written)).isEqualTo(LocalDate.of(2025, 3, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/02/2025",
                "03/25/2025",
                "3/3/25",
                "Tue 3 March 2025",
                "3 Marc 2025",
                "3 Foo 2025",
                "March 2025",
                "2025",
                "45719",
                "03032025",
                "3/3-2025",
                "Q1 2025",
                "2025-13-01",
                "soon",
                "3/3/2025 or 4/3/2025"
            })
    void what_is_no_day_or_may_be_two_is_not_read(String written) {
        assertThat(WrittenDate.day(written)).isNull();
    }

    @Test
    void a_year_of_two_digits_is_told_by_the_century_in_which_a_person_can_have_been_born() {
        LocalDate last = LocalDate.of(2025, 4, 1);
        assertThat(WrittenDate.ofTwoDigits("1/2/80", last)).containsExactly(LocalDate.of(1980, 2, 1));
        assertThat(WrittenDate.ofTwoDigits("1-Feb-80", last)).containsExactly(LocalDate.of(1980, 2, 1));
        assertThat(WrittenDate.ofTwoDigits("1/2/15", last))
                .containsExactly(LocalDate.of(2015, 2, 1), LocalDate.of(1915, 2, 1));
    }

    @Test
    void day_before_month_is_read_and_month_before_day_only_where_the_column_shows_it() {
        assertThat(read(List.of("03/04/2025", "25/04/2025"), true)).containsExactly("2025-04-03", "2025-04-25");
        assertThat(read(List.of("03/04/2025", "04/25/2025", "05/05/2025"), true))
                .containsExactly("day or month first", "2025-04-25", "2025-05-05");
        assertThat(read(List.of("03/04/2025", "04/25/2025", "25/04/2025"), true))
                .containsExactly("2025-04-03", "not a date", "2025-04-25");
    }

    @Test
    void a_bare_number_is_a_day_in_a_workbook_only() {
        assertThat(read(List.of("45719"), true)).containsExactly("not a date");
        assertThat(read(List.of("45719"), false)).containsExactly("2025-03-03");
    }

    /** Days, or the rule that holds them, of a column of start dates. */
    private List<String> read(List<String> written, boolean delimited) {
        Layout layout = specification.layouts().stream()
                .filter(l -> l.returnName().equals("qualifying-patients"))
                .findFirst()
                .orElseThrow();
        Field field = layout.fields().stream()
                .filter(f -> "start_date".equals(f.column()))
                .findFirst()
                .orElseThrow();
        Map<Field, Integer> columns = new HashMap<>(Map.of(field, 0));
        Recognition.Recognised recognised =
                new Recognition.Recognised(layout, "sheet", 1, List.of("Start Date"), columns);
        DateForms.Scan scan = new DateForms.Scan(recognised);
        written.forEach(w -> scan.see(new RawRow("sheet", 2, List.of(w))));
        DateForms forms = scan.forms(delimited);
        return written.stream()
                .map(w -> forms.read(field, w))
                .map(WrittenDateTest::told)
                .toList();
    }

    private static String told(Reading reading) {
        Fault fault = reading.fault();
        return reading.value() != null || fault == null ? String.valueOf(reading.value()) : fault.rule();
    }
}
