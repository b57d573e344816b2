package equalities.stage.consolidate;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.stage.consolidate.Episodes.Stay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EpisodesTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 4, 1);
    private static final Episodes EPISODES = new Episodes(
            Invented.SPECIFICATION.codeList("legal_status"), Map.of("community treatment order", "detained"));

    @Property(tries = 500)
    void the_days_of_episodes_are_those_of_the_records_without_the_suspended_ones(@ForAll("stays") List<Stay> stays) {
        List<Episode> episodes = EPISODES.of(stays);
        Set<LocalDate> detained = days(stays, "detained");
        assertThat(daysOf(episodes, "detained")).isEqualTo(detained);
        Set<LocalDate> order = days(stays, "community treatment order");
        order.removeAll(detained);
        assertThat(daysOf(episodes, "community treatment order")).isEqualTo(order);
    }

    @Property(tries = 500)
    void two_episodes_of_a_kind_neither_overlap_nor_touch(@ForAll("stays") List<Stay> stays) {
        for (String kind : List.of("detained", "community treatment order")) {
            LocalDate last = LocalDate.MIN;
            for (Episode episode : of(EPISODES.of(stays), kind)) {
                assertThat(episode.start()).isAfter(last.equals(LocalDate.MIN) ? last : last.plusDays(1));
                last = episode.last();
            }
        }
    }

    @Property(tries = 300)
    void the_order_of_records_does_not_matter(@ForAll("stays") List<Stay> stays, @ForAll Random random) {
        List<Stay> shuffled = new ArrayList<>(stays);
        Collections.shuffle(shuffled, random);
        assertThat(columns(EPISODES.of(shuffled))).isEqualTo(columns(EPISODES.of(stays)));
    }

    @Test
    void an_episode_without_an_end_has_none_and_names_its_sites() {
        List<Stay> stays = List.of(
                new Stay("detained", "B", "02", FIRST, FIRST.plusDays(3), false),
                new Stay("detained", "A", "03", FIRST.plusDays(4), Episodes.OPEN, true));
        assertThat(columns(EPISODES.of(stays)))
                .singleElement()
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("end_date", null)
                .containsEntry("first_site", "B")
                .containsEntry("last_site", "A")
                .containsEntry("sites", List.of("A", "B"))
                .containsEntry("records", 2L)
                .containsEntry("qualifies", true);
    }

    @Provide
    Arbitrary<List<Stay>> stays() {
        Arbitrary<Integer> start = Arbitraries.integers().between(0, 40);
        Arbitrary<Integer> length = Arbitraries.integers().between(0, 12);
        return Combinators.combine(
                        Arbitraries.of("detained", "community treatment order"),
                        Arbitraries.of("A", "B"),
                        Arbitraries.of("02", "03"),
                        start,
                        length,
                        Arbitraries.of(true, false))
                .as((kind, site, status, from, days, qualifies) ->
                        new Stay(kind, site, status, FIRST.plusDays(from), FIRST.plusDays(from + days), qualifies))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static Set<LocalDate> days(List<Stay> stays, String kind) {
        Set<LocalDate> days = new TreeSet<>();
        stays.stream()
                .filter(s -> s.kind().equals(kind))
                .forEach(s -> s.start().datesUntil(s.last().plusDays(1)).forEach(days::add));
        return days;
    }

    private static Set<LocalDate> daysOf(List<Episode> episodes, String kind) {
        Set<LocalDate> days = new TreeSet<>();
        of(episodes, kind)
                .forEach(e -> e.start().datesUntil(e.last().plusDays(1)).forEach(days::add));
        return days;
    }

    private static List<Episode> of(List<Episode> episodes, String kind) {
        return episodes.stream()
                .filter(e -> kind.equals(e.columns().get("kind")))
                .toList();
    }

    private static List<Map<String, ? extends Object>> columns(List<Episode> episodes) {
        return episodes.stream()
                .<Map<String, ? extends Object>>map(Episode::columns)
                .toList();
    }
}
