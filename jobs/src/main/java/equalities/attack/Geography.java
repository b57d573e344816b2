package equalities.attack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which places of a period lie in which, and which of them divide a larger one without rest or overlap. */
final class Geography {
    private final Map<Place, Map<String, Set<Place>>> within = new LinkedHashMap<>();
    private final Set<Place> atoms = new HashSet<>();

    /**
     * A place and those of one level that lie in it.
     *
     * @param isWhole whether nobody of the place can be outside of all of them
     */
    record Division(Place whole, String level, Set<Place> parts, boolean isWhole) {}

    Geography(Structure structure, String period) {
        for (Structure.Whereabouts place : structure.places()) {
            if (place.period().equals(period)) {
                for (Place larger : place.within()) {
                    within.computeIfAbsent(larger, l -> new LinkedHashMap<>())
                            .computeIfAbsent(place.level(), l -> new LinkedHashSet<>())
                            .add(place.itself());
                }
            }
        }
        within.values().forEach(levels -> levels.values().forEach(atoms::addAll));
        atoms.removeAll(within.keySet());
    }

    List<Division> divisions() {
        List<Division> divisions = new ArrayList<>();
        within.forEach((whole, levels) -> levels.forEach(
                (level, parts) -> divisions.add(new Division(whole, level, parts, isWhole(whole, parts)))));
        return divisions;
    }

    private boolean isWhole(Place whole, Set<Place> parts) {
        Set<Place> covered = new HashSet<>();
        for (Place part : parts) {
            for (Place atom : atoms(part)) {
                if (!covered.add(atom)) {
                    return false;
                }
            }
        }
        return covered.equals(atoms(whole));
    }

    /** The smallest places in a place; itself when it is one. */
    private Set<Place> atoms(Place place) {
        Set<Place> those = new HashSet<>();
        within.getOrDefault(place, Map.of()).values().forEach(those::addAll);
        those.retainAll(atoms);
        return atoms.contains(place) ? Set.of(place) : those;
    }
}
