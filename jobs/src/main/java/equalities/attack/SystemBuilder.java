package equalities.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the unknowns and relations of series that hang together; the same relation said twice is kept once. */
final class SystemBuilder {
    static final int NOBODY = -1;

    private final List<Draft> drafts = new ArrayList<>();
    private final Map<Key, Integer> indexes = new HashMap<>();
    private final List<Relation> relations = new ArrayList<>();
    private final List<RatioRelation> ratios = new ArrayList<>();
    private final Set<List<Integer>> said = new HashSet<>();
    private final Set<String> notes = new HashSet<>();

    /** A cell as it was since a release. */
    private record Key(int since, Series series, Cell cell) {}

    /** An unknown that is still being described. */
    private static final class Draft {
        private final Key key;
        private final String when;
        private double lower;
        private double upper = Double.POSITIVE_INFINITY;
        private String state = "";
        private boolean isProtected;

        private Draft(Key key, String when) {
            this.key = key;
            this.when = when;
        }
    }

    /** The unknown of a cell, or {@link #NOBODY} when no release has a row for it. */
    int find(int since, Series series, Cell cell) {
        return indexes.getOrDefault(new Key(since, series, cell), NOBODY);
    }

    /** The unknown of a cell, made when it is not there; it is at least 0. */
    int findOrMake(int since, Series series, Cell cell, String when) {
        return indexes.computeIfAbsent(new Key(since, series, cell), key -> {
            drafts.add(new Draft(key, when));
            return drafts.size() - 1;
        });
    }

    /** Adds what a release says of an unknown; the newest is believed when it cannot be true with what others said. */
    void publish(int unknown, double lower, double upper, String state, boolean isProtected) {
        Draft draft = drafts.get(unknown);
        draft.isProtected |= isProtected;
        boolean shownBefore = draft.upper < Double.POSITIVE_INFINITY;
        boolean shownNow = upper < Double.POSITIVE_INFINITY;
        if (lower > draft.upper || upper < draft.lower) {
            notes.add(draft.key.series() + ": two releases show different figures for " + draft.key.cell()
                    + ", whose place they say has not changed; the newer one was used.");
            draft.lower = lower;
            draft.upper = upper;
        }
        draft.lower = Math.max(draft.lower, lower);
        draft.upper = Math.min(draft.upper, upper);
        draft.state = shownBefore && !shownNow ? state + ", but before " + draft.state : state;
    }

    void relate(@Nullable Relation relation) {
        if (relation != null && relation.size() > 0) {
            List<Integer> key =
                    new ArrayList<>(Arrays.stream(relation.unknowns()).boxed().toList());
            key.add(Double.hashCode(relation.lower()) * 31 + Double.hashCode(relation.upper()));
            if (said.add(key)) {
                relations.add(relation);
            }
        }
    }

    void relate(RatioRelation ratio) {
        ratios.add(ratio);
    }

    Set<String> notes() {
        return notes;
    }

    LinearSystem build() {
        List<Unknown> unknowns = new ArrayList<>();
        for (Draft draft : drafts) {
            unknowns.add(new Unknown(
                    unknowns.size(), draft.key.series(), draft.key.cell(), draft.when, draft.state, draft.isProtected));
        }
        return new LinearSystem(
                unknowns,
                drafts.stream().mapToDouble(d -> d.lower).toArray(),
                drafts.stream().mapToDouble(d -> d.upper).toArray(),
                relations,
                ratios);
    }
}
