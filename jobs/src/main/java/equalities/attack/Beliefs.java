package equalities.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a stranger goes on believing when published figures contradict each other: first that people may be at two places
 * of a larger one after all, then everything but the fewest relations that are at fault. What was given up is told.
 */
final class Beliefs {
    private LinearSystem system;
    private boolean placesAddUp = true;
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
        if (placesAddUp && system.relations().stream().anyMatch(Relation::isPlaceSum)) {
            placesAddUp = false;
            notes.add("the counts of places do not add up to those of larger ones as the release says they do, so a"
                    + " larger place was taken to have at most as many people as its places together");
            system = system.with(
                    system.relations().stream()
                            .map(r -> r.isPlaceSum() ? r.relaxed() : r)
                            .toList(),
                    system.ratios());
            return;
        }
        leaveOut(relations);
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
