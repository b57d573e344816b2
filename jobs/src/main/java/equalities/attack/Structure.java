package equalities.attack;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code structure.json}: what a release says of how its counts hang together.
 *
 * @param changed places whose figures are not those of the release before
 * @param follows the release before
 */
record Structure(
        Policy policy,
        List<Whereabouts> places,
        List<Characteristic> characteristics,
        List<Sum> sums,
        List<AtMost> atMost,
        List<Additive> additive,
        List<Together> together,
        List<Counted> atLeastOne,
        List<Change> changed,
        @Nullable String follows) {
    Structure {
        places = known(places);
        characteristics = known(characteristics);
        sums = known(sums);
        atMost = known(atMost);
        additive = known(additive);
        together = known(together);
        atLeastOne = known(atLeastOne);
        changed = known(changed);
    }

    /** Whether the counts of places add up exactly; otherwise a person may be at two. */
    boolean isAdditive(Series series) {
        return additive.contains(new Additive(series.measure(), series.basis()));
    }

    /** Whether a row says that somebody is in it, however its count is shown. */
    boolean isAtLeastOne(Series series, String part) {
        return atLeastOne.contains(new Counted(series.measure(), series.basis(), part, "", ""));
    }

    private static <T> List<T> known(@Nullable List<T> list) {
        return List.copyOf(Objects.requireNonNullElse(list, List.of()));
    }

    /**
     * @param threshold a count from 1 to below this is small
     * @param roundingBase shown counts are multiples of it
     * @param leastWidth what an interval of a hidden count must span, upper less lower
     */
    record Policy(String name, long threshold, long roundingBase, boolean zeroHidden, long leastWidth) {}

    /** A place and the places that it lies in. */
    record Whereabouts(
            String period,
            @JsonProperty("place_level") String level,
            @JsonProperty("place") String code,
            List<Place> within) {
        Whereabouts {
            within = known(within);
        }

        Place itself() {
            return new Place(level, code);
        }
    }

    /** @param answers {@code one} or {@code many} */
    record Characteristic(String name, String answers) {}

    record Sum(String measure, String whole, List<String> parts) {}

    record AtMost(String part, String whole) {}

    /**
     * A count that stands in another measure as well, or is among those of one.
     *
     * @param characteristic of another answer than the others; empty: of the same
     */
    record Counted(String measure, String basis, String part, String characteristic, String code) {
        Counted {
            characteristic = Objects.requireNonNullElse(characteristic, "");
            code = Objects.requireNonNullElse(code, "");
        }

        /** Which cell it is in the row of another. */
        Cell at(Cell row) {
            return characteristic.isEmpty() ? row.part(part) : new Cell(row.place(), characteristic, code, part);
        }

        boolean isOf(Series series) {
            return measure.equals(series.measure()) && basis.equals(series.basis());
        }

        Series in(String period) {
            return new Series(period, measure, basis);
        }
    }

    /** At each place and answer some counts together are no more than others together, or come to exactly as many. */
    record Together(List<Counted> counts, List<Counted> of, boolean exactly) {
        List<Counted> all() {
            return Stream.concat(counts.stream(), of.stream()).toList();
        }
    }

    record Additive(String measure, String basis) {}

    record Change(
            String period,
            @JsonProperty("place_level") String level,
            @JsonProperty("place") String code) {
        Place itself() {
            return new Place(level, code);
        }
    }
}
