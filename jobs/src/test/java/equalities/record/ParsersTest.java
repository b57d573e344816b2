package equalities.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParsersTest {
    @Test
    void a_number_is_read_where_it_can_be_one_number_only() {
        assertThat(List.of("12", "+12", "1,234", "1 234", "1\u00a0234 567", "12.0", "-3"))
                .extracting(Parsers::integer)
                .containsExactly(12L, 12L, 1234L, 1234L, 1234567L, 12L, -3L);
        assertThat(List.of(
                        "12 (est)", "1.234", "1,23,456", "1234,567", "12.5", "<5", "*", "c. 12", "1 2", "twelve", ""))
                .allMatch(written -> Parsers.integer(written) == null);
        assertThat(List.of("1,234.5", "3,5", "12,50", "1.234,56", "0.5", "1 234.5"))
                .extracting(Parsers::number)
                .containsExactly(1234.5, 3.5, 12.5, 1234.56, 0.5, 1234.5);
        assertThat(List.of("1,2,3", "1.2.3", "12%", "1e5", "NaN")).allMatch(written -> Parsers.number(written) == null);
    }

    @Test
    void an_nhs_number_is_read_through_what_stands_between_its_digits() {
        assertThat(List.of(
                        "9990123454",
                        "999 012 3454",
                        "999-012-3454",
                        "'9990123454",
                        "999\u2013012\u20133454",
                        "999\u00a0012\u00a03454",
                        "9990123454.0",
                        "\u200b9990123454"))
                .allMatch(written -> "9990123454".equals(Parsers.nhsNumber(written)));
    }

    @Test
    void what_is_no_nhs_number_is_not_read() {
        assertThat(List.of(
                        "9990123457", "999012345", "99901234544", "9.99012E+09", "0000000000", "1111111111", "NHS 1"))
                .allMatch(written -> Parsers.nhsNumber(written) == null);
        assertThat(Parsers.isRounded("9.99012E+09")).isTrue();
        assertThat(Parsers.isRounded("9990123457")).isFalse();
    }
}
