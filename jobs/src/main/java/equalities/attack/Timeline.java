package equalities.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Releases, oldest first, and since which of them the figures of a place are the same numbers. They are others when the
 * place, or one within it, changed, came or went.
 */
final class Timeline {
    private final List<Release> releases;
    private final List<Map<PlaceInPeriod, Integer>> since = new ArrayList<>();

    private record PlaceInPeriod(String period, Place place) {}

    Timeline(List<Release> releases) {
        this.releases = List.copyOf(releases);
        for (int r = 0; r < releases.size(); r++) {
            since.add(r == 0 ? new HashMap<>() : new HashMap<>(since.get(r - 1)));
            for (PlaceInPeriod place : r == 0 ? Set.<PlaceInPeriod>of() : others(r)) {
                since.get(r).put(place, r);
            }
        }
    }

    int size() {
        return releases.size();
    }

    Release release(int index) {
        return releases.get(index);
    }

    Release newest() {
        return releases.get(releases.size() - 1);
    }

    /** The release since which a place's figures are what they are in this one. */
    int since(int release, String period, Place place) {
        return since.get(release).getOrDefault(new PlaceInPeriod(period, place), 0);
    }

    /** In which releases a number stands that is another in others; empty when it always was the same. */
    String words(int release, String period, Place place) {
        int last = releases.size() - 1;
        if (since(last, period, place) == 0) {
            return "";
        }
        return since(last, period, place) == release
                ? "now"
                : "as in " + releases.get(release).name();
    }

    /** The places whose figures are not those of the release before, with all that they lie in. */
    private Set<PlaceInPeriod> others(int release) {
        Structure now = releases.get(release).structure();
        Structure before = releases.get(release - 1).structure();
        Set<PlaceInPeriod> others = new HashSet<>();
        now.changed().forEach(c -> others.add(new PlaceInPeriod(c.period(), c.itself())));
        others.addAll(difference(places(now), places(before)));
        others.addAll(difference(places(before), places(now)));
        for (Structure structure : List.of(now, before)) {
            for (Structure.Whereabouts place : structure.places()) {
                if (others.contains(new PlaceInPeriod(place.period(), place.itself()))) {
                    place.within().forEach(w -> others.add(new PlaceInPeriod(place.period(), w)));
                }
            }
        }
        return others;
    }

    private static Set<PlaceInPeriod> difference(Set<PlaceInPeriod> those, Set<PlaceInPeriod> without) {
        Set<PlaceInPeriod> difference = new HashSet<>(those);
        difference.removeAll(without);
        return difference;
    }

    private static Set<PlaceInPeriod> places(Structure structure) {
        Set<PlaceInPeriod> places = new HashSet<>();
        for (Structure.Whereabouts place : structure.places()) {
            places.add(new PlaceInPeriod(place.period(), place.itself()));
            place.within().forEach(w -> places.add(new PlaceInPeriod(place.period(), w)));
        }
        return places;
    }
}
