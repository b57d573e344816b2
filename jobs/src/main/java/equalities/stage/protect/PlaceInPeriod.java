package equalities.stage.protect;

import equalities.stage.protect.CellKey.Place;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A place in one period, whose figures are the same from release to release or are not. */
record PlaceInPeriod(String period, Place at) {

    static PlaceInPeriod of(Cell cell) {
        return new PlaceInPeriod(cell.key().period(), cell.key().at());
    }

    /** Those with a count that is not what it was. */
    static Set<PlaceInPeriod> changed(Collection<Cell> before, Collection<Cell> now) {
        Set<Cell> was = new HashSet<>(before);
        Set<Cell> is = new HashSet<>(now);
        return Stream.concat(
                        was.stream().filter(c -> !is.contains(c)), is.stream().filter(c -> !was.contains(c)))
                .map(PlaceInPeriod::of)
                .collect(Collectors.toSet());
    }
}
