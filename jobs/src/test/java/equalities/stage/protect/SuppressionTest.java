package equalities.stage.protect;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.spec.DisclosurePolicy;
import equalities.spec.Specification;
import equalities.spec.SpecificationReader;
import equalities.stage.protect.CellKey.Place;
import equalities.stage.protect.EarlierRelease.Told;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    private static final DisclosurePolicy EXACT = policy(5, 1, 3);
    private static final DisclosurePolicy ROUNDED = policy(5, 5, 3);
    private static final Specification SPECIFICATION = SpecificationReader.read(Path.of("..", "schemas"));

    @Test
    void a_small_count_beside_its_exact_total_takes_another_with_it() {
        assertThat(hidden(EXACT, table(Map.of("1", 3L, "2", 20L, "3", 30L))))
                .hasSize(2)
                .contains("site S1 gender 1");
    }

    @Test
    void rounding_alone_hides_what_it_can() {
        assertThat(hidden(ROUNDED, table(Map.of("1", 3L, "2", 20L, "3", 30L)))).containsExactly("site S1 gender 1");
    }

    @Test
    void a_large_table_is_shown_as_it_is() {
        assertThat(hidden(EXACT, table(Map.of("1", 30L, "2", 20L, "3", 30L)))).isEmpty();
    }

    @Test
    void without_a_width_to_keep_each_count_is_by_itself() {
        assertThat(hidden(policy(5, 1, 0), table(Map.of("1", 3L, "2", 20L, "3", 30L))))
                .containsExactly("site S1 gender 1");
    }

    @Test
    void a_count_that_was_hidden_stays_hidden_while_it_is_the_same() {
        List<Cell> then = table(Map.of("1", 3L, "2", 20L, "3", 30L));
        Set<String> hiddenThen = hidden(EXACT, then);
        List<Cell> now = table(Map.of("1", 3L, "2", 20L, "3", 30L, "X", 6L));
        assertThat(names(decide(EXACT, now, List.of(told(then, hiddenThen))))).containsAll(hiddenThen);
    }

    @Test
    void a_new_count_is_not_found_as_the_difference_of_two_releases() {
        List<Cell> then = table(Map.of("1", 30L, "2", 20L));
        List<Cell> now = table(Map.of("1", 30L, "2", 20L, "3", 2L));
        Set<String> hidden = names(decide(EXACT, now, List.of(told(then, hidden(EXACT, then)))));
        assertThat(hidden).contains("site S1 gender 3", "site S1 total All");
    }

    @Property(tries = 100)
    void no_more_than_one_other_count_is_hidden_in_a_table_with_one_total(@ForAll @IntRange(max = 100_000) int seed) {
        Outcome outcome = decide(EXACT, random(new Random(seed)), List.of());
        assertThat(outcome.hidden().size() - outcome.small()).isBetween(0L, 1L);
        assertThat(outcome.unsafe()).isZero();
    }

    @Test
    void a_site_where_nobody_was_seen_could_have_had_some_who_answered_every_question() {
        List<Cell> cells = new ArrayList<>(table(Map.of("1", 0L, "2", 0L)));
        for (String question : List.of("age", "ethnicity", "language", "sexual_orientation")) {
            Stream.of("a", "b", "c").map(code -> cell(question, code, 0)).forEach(cells::add);
        }
        cells.sort(Comparator.comparing(Cell::key));
        Outcome outcome = decide(EXACT, cells, List.of());
        assertThat(outcome.hidden()).hasSize(cells.size());
        assertThat(outcome.unsafe()).isZero();
    }

    @Property(tries = 60)
    void the_order_of_counts_makes_no_difference(@ForAll @IntRange(max = 100_000) int seed) {
        List<Cell> cells = random(new Random(seed));
        List<Cell> other = new ArrayList<>(cells);
        java.util.Collections.shuffle(other, new Random(seed + 1L));
        other.sort(Comparator.comparing(Cell::key));
        assertThat(hidden(EXACT, other)).isEqualTo(hidden(EXACT, cells));
    }

    @Property(tries = 150)
    void no_small_count_of_a_random_table_follows_from_the_others(@ForAll @IntRange(max = 100_000) int seed) {
        List<Cell> cells = random(new Random(seed));
        Outcome outcome = decide(EXACT, cells, List.of());
        Set<String> hidden = names(outcome);
        long shownSmall = cells.stream()
                .filter(c -> c.count() < 5 && !hidden.contains(name(c.key())))
                .count();
        assertThat(shownSmall).isZero();
        assertThat(hidden)
                .as("one hidden count alone is its total less the rest")
                .satisfies(h -> assertThat(h.size()).isNotEqualTo(1));
    }

    @Test
    void the_same_people_under_another_definition_are_hidden_where_they_are_hidden() {
        List<Cell> people = table(Map.of("1", 3L, "2", 20L, "3", 30L));
        List<Cell> episodes = as("uptake of new episodes", "flow", table(Map.of("2", 20L, "3", 30L, "4", 40L)));
        assertThat(hidden(EXACT, episodes)).isEmpty();
        Outcome outcome = decide(EXACT, both(people, episodes), List.of());
        Set<String> alike = hiddenOf("linked", outcome);
        alike.remove("site S1 gender 1");
        assertThat(hiddenOf("flow", outcome)).isNotEmpty().isEqualTo(alike);
    }

    @Test
    void people_of_the_last_day_were_there_in_the_period() {
        List<Cell> period = List.of(cell(CellKey.TOTAL, CellKey.ALL, 6));
        List<Cell> lastDay = as("uptake on the last day", "stock", List.of(cell(CellKey.TOTAL, CellKey.ALL, 4)));
        assertThat(hiddenOf("linked", decide(policy(5, 1, 5), both(period, lastDay), List.of())))
                .isEmpty();
        assertThat(hiddenOf("linked", decide(policy(5, 1, 6), both(period, lastDay), List.of())))
                .containsExactly("site S1 total All");
    }

    @Test
    void where_no_row_is_of_nobody_a_row_tells_that_somebody_is_in_it() {
        String total = "site S1 total All";
        assertThat(hidden(policy(5, 1, 5), table(Map.of("1", 2L, "2", 4L)))).contains(total);
        assertThat(hidden(policy(5, 1, 4), table(Map.of("1", 2L, "2", 4L)))).doesNotContain(total);
        assertThat(hidden(policy(5, 1, 5), table(Map.of("1", 2L, "2", 4L, "3", 0L))))
                .doesNotContain(total);
    }

    private static List<Cell> as(String measure, String basis, List<Cell> cells) {
        return cells.stream()
                .map(c -> new Cell(
                        new CellKey(
                                c.key().period(),
                                measure,
                                basis,
                                c.key().placeLevel(),
                                c.key().place(),
                                c.key().characteristic(),
                                c.key().code(),
                                c.key().part()),
                        c.count(),
                        c.known()))
                .toList();
    }

    private static List<Cell> both(List<Cell> some, List<Cell> others) {
        return Stream.of(some, others)
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Cell::key))
                .toList();
    }

    private static Set<String> hiddenOf(String basis, Outcome outcome) {
        return outcome.hidden().stream()
                .filter(key -> key.basis().equals(basis))
                .map(SuppressionTest::name)
                .collect(Collectors.toSet());
    }

    /** A site's answers to one question and its total. */
    private static List<Cell> table(Map<String, Long> answers) {
        List<Cell> cells = new ArrayList<>();
        answers.forEach((code, count) -> cells.add(cell("gender", code, count)));
        cells.add(cell(
                CellKey.TOTAL,
                CellKey.ALL,
                answers.values().stream().mapToLong(Long::longValue).sum()));
        cells.sort(Comparator.comparing(Cell::key));
        return cells;
    }

    private static List<Cell> random(Random random) {
        Map<String, Long> answers = new java.util.TreeMap<>();
        int codes = 3 + random.nextInt(4);
        for (int i = 0; i < codes; i++) {
            answers.put(String.valueOf(i), (long) random.nextInt(random.nextBoolean() ? 8 : 60));
        }
        answers.put("many", 60L + random.nextInt(40));
        return table(answers);
    }

    private static Cell cell(String question, String code, long count) {
        return new Cell(
                new CellKey("2025-26", "uptake", "linked", "site", "S1", question, code, "denominator"), count, true);
    }

    private static EarlierRelease told(List<Cell> cells, Set<String> hidden) {
        List<Told> told = cells.stream()
                .map(c -> hidden.contains(name(c.key()))
                        ? new Told(c, 0, LinkedCells.ANY)
                        : new Told(c, c.count(), c.count()))
                .toList();
        return new EarlierRelease(told, structure(), true);
    }

    private static Set<String> hidden(DisclosurePolicy policy, List<Cell> cells) {
        return names(decide(policy, cells, List.of()));
    }

    private static Outcome decide(DisclosurePolicy policy, List<Cell> cells, List<EarlierRelease> earlier) {
        return new Suppression(policy, structure(), cells, earlier, (what, done, of) -> {}).decide();
    }

    private static Structure structure() {
        return new Structure(
                SPECIFICATION, List.of(new Structure.SitePlace("2025-26", "S1", new Place("provider", "P1"))));
    }

    private static Set<String> names(Outcome outcome) {
        return outcome.hidden().stream().map(SuppressionTest::name).collect(Collectors.toSet());
    }

    private static String name(CellKey key) {
        return key.placeLevel() + " " + key.place() + " " + key.characteristic() + " " + key.code();
    }

    private static DisclosurePolicy policy(int threshold, int base, int width) {
        return new DisclosurePolicy(
                "test", threshold, true, base, width, false, 0, 2, 2, LocalDate.of(2024, 4, 1), false, "a test");
    }
}
