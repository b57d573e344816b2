package equalities.attack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a stranger goes on believing when published figures contradict each other: first that people may be at two places
 * of a larger one after all, in the series at fault, then everything but the fewest relations that are at fault. What was
 * given up is told.
 */
final class Beliefs {
    private LinearSystem system;
    private final List<String> notes = new ArrayList<>();

    Beliefs(LinearSystem system) {
        this.system = system;
    }

    /** Something done with a system whose relations can hold. */
    interface Use<T> {
        T of(LinearSystem system) throws Contradiction;
    }

    <T> T solve(Use<T> use) {
        while (true) {
            try {
                return use.of(system);
            } catch (Contradiction contradiction) {
                giveUp(contradiction.relations());
            }
        }
    }

    List<String> notes() {
        return notes;
    }

    private void giveUp(Set<Integer> relations) {
        Set<Series> atFault = new LinkedHashSet<>();
        relations.forEach(r -> atFault.add(system.series(r)));
        atFault.retainAll(system.seriesWithPlaceSums());
        if (atFault.isEmpty()) {
            leaveOut(relations);
        } else {
            relax(atFault);
        }
    }

    private void relax(Set<Series> atFault) {
        atFault.forEach(
                series -> notes.add(series + ": the counts of places do not add up to those of larger ones as the"
                        + " release says they do, so a larger place was taken to have at most as many people as its places"
                        + " together"));
        List<Relation> relations = new ArrayList<>();
        for (int r = 0; r < system.relations().size(); r++) {
            Relation relation = system.relations().get(r);
            relations.add(relation.isPlaceSum() && atFault.contains(system.series(r)) ? relation.relaxed() : relation);
        }
        system = system.with(relations, system.ratios());
    }

    private void leaveOut(Set<Integer> relations) {
        List<Relation> kept = new ArrayList<>();
        List<RatioRelation> ratios = new ArrayList<>();
        int linear = system.relations().size();
        for (int r = 0; r < linear + system.ratios().size(); r++) {
            if (relations.contains(r)) {
                notes.add("left out, for other figures contradict it: " + Sentences.of(r, system));
            } else if (r < linear) {
                kept.add(system.relations().get(r));
            } else {
                ratios.add(system.ratios().get(r - linear));
            }
        }
        system = system.with(kept, ratios);
    }
}
