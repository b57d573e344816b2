package equalities.stage.consolidate;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.stage.consolidate.Superseding.Sent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class SupersedingTest {
    private static final List<Returned> RETURNS = Returned.all(Invented.SPECIFICATION);
    private static final RowBytes BYTES = new RowBytes(RETURNS);
    private static final Returned CASES = RETURNS.stream()
            .filter(r -> r.table().name().equals("advocacy_case"))
            .findFirst()
            .orElseThrow();

    /** @param version of the submission, which is named after it */
    record Case(String ref, int version, long row, @Nullable String said) {
        StandardRow row(String provider) {
            @Nullable Object[] values = new Object[CASES.columns().size()];
            put(values, "period", "2025-26-Q1");
            put(values, "provider_code", provider);
            put(values, Returned.SUBMISSION, "submission " + version);
            put(values, Returned.VERSION, String.valueOf(version));
            put(values, Returned.ROW_NUMBER, row);
            put(values, "case_ref", ref);
            put(values, "person_key", "somebody");
            put(values, "site_code", said);
            put(values, "referral_date", LocalDate.of(2025, 4, 1));
            put(values, "left_blank", List.of("gender"));
            return new StandardRow(CASES, values);
        }

        private static void put(@Nullable Object[] values, String column, @Nullable Object value) {
            values[CASES.place(column)] = value;
        }
    }

    @Property(tries = 500)
    void every_row_stands_or_is_told_of_and_one_of_each_key_stands(@ForAll("cases") List<Case> cases) {
        Superseding judged = judge(cases);
        long later = judged.later().stream()
                .mapToLong(l -> l.repeated() + l.superseded())
                .sum();
        assertThat(judged.standing().size() + later).isEqualTo(cases.size());
        assertThat(judged.standing())
                .hasSize((int) cases.stream().map(Case::ref).distinct().count());
    }

    @Property(tries = 500)
    void what_stands_is_of_the_newest_version_and_in_it_the_last_row(@ForAll("cases") List<Case> cases) {
        for (Sent sent : judge(cases).standing()) {
            StandardRow row = sent.row();
            assertThat(cases)
                    .filteredOn(c -> c.ref().equals(row.text("case_ref")))
                    .allMatch(c ->
                            c.version() < version(row) || c.version() == version(row) && c.row() <= row.rowNumber());
        }
    }

    @Property(tries = 300)
    void the_order_in_which_rows_come_does_not_matter(@ForAll("cases") List<Case> cases, @ForAll Random random) {
        List<Case> shuffled = new ArrayList<>(cases);
        Collections.shuffle(shuffled, random);
        assertThat(judge(shuffled).later()).isEqualTo(judge(cases).later());
        assertThat(lines(judge(shuffled))).isEqualTo(lines(judge(cases)));
    }

    @Property(tries = 300)
    void a_row_that_says_the_same_is_repeated_and_one_that_says_something_else_is_superseded(
            @ForAll("cases") List<Case> cases) {
        Superseding judged = judge(cases);
        long same = judged.standing().stream()
                .mapToLong(sent -> cases.stream()
                                .filter(c -> c.ref().equals(sent.row().text("case_ref")))
                                .filter(c -> Objects.equals(c.said(), sent.row().text("site_code")))
                                .count()
                        - 1)
                .sum();
        assertThat(judged.later().stream().mapToLong(Later::repeated).sum()).isEqualTo(same);
    }

    @Property(tries = 300)
    void bytes_make_the_row_that_they_were_made_of(@ForAll("cases") List<Case> cases) {
        for (Case one : cases) {
            StandardRow row = one.row("AD1");
            StandardRow again = BYTES.row(RowBytes.of(row));
            assertThat(again.of()).isSameAs(row.of());
            assertThat(again.values()).isEqualTo(row.values());
        }
    }

    @Provide
    Arbitrary<List<Case>> cases() {
        return Combinators.combine(
                        Arbitraries.of("one", "two", "żółć"),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.longs().between(2, 5),
                        Arbitraries.of("A", "B").injectNull(0.2))
                .as(Case::new)
                .list()
                .uniqueElements(c -> List.of(c.version(), c.row()))
                .ofMinSize(1)
                .ofMaxSize(10);
    }

    private static Superseding judge(List<Case> cases) {
        return Superseding.judge(
                cases.stream().map(c -> RowBytes.of(c.row("AD1"))).iterator(), BYTES);
    }

    private static int version(StandardRow row) {
        return Integer.parseInt(Objects.requireNonNull(row.text(Returned.VERSION)));
    }

    private static List<String> lines(Superseding judged) {
        return judged.standing().stream()
                .map(sent -> java.util.Arrays.toString(sent.row().values()))
                .sorted()
                .toList();
    }
}
