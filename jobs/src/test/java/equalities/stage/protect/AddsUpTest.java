package equalities.stage.protect;

import static org.assertj.core.api.Assertions.assertThat;

import equalities.spec.SpecificationReader;
import equalities.stage.protect.CellKey.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AddsUpTest {
    private static final Place TRUST = new Place("provider", "T1");
    private static final Structure STRUCTURE = new Structure(
            SpecificationReader.read(Path.of("..", "schemas")),
            List.of(new Structure.SitePlace("2025-26", "S1", TRUST), new Structure.SitePlace("2025-26", "S2", TRUST)));

    @Test
    void a_measure_adds_up_where_the_sites_of_every_place_come_to_it() {
        assertThat(AddsUp.of(counts(5, 7, 12), STRUCTURE)).containsExactly("uptake (stock)");
    }

    @Test
    void it_does_not_where_somebody_stands_at_no_site() {
        assertThat(AddsUp.of(counts(5, 7, 13), STRUCTURE)).isEmpty();
    }

    private static List<Cell> counts(long first, long second, long both) {
        return Stream.of(cell(new Place("site", "S1"), first), cell(new Place("site", "S2"), second), cell(TRUST, both))
                .toList();
    }

    private static Cell cell(Place at, long count) {
        CellKey key = new CellKey(
                "2025-26", "uptake", "stock", at.level(), at.name(), CellKey.TOTAL, CellKey.ALL, "denominator");
        return new Cell(key, count, true);
    }
}
