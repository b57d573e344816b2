package equalities.attack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The unknowns nearest to one, by how many relations lie between; those that are known already are none.
 *
 * @param isAll whether nothing that is connected was left out
 */
record Neighbourhood(int[] unknowns, boolean isAll) {
    /** How many of a long relation are taken at first: those that can move most. */
    private static final int SHARE = 4;

    static Neighbourhood of(int unknown, int most, LinearSystem system, Bounds bounds) {
        BitSet seen = new BitSet(system.size());
        List<Integer> inside = new ArrayList<>();
        ArrayDeque<Integer> next = new ArrayDeque<>(List.of(unknown));
        seen.set(unknown);
        boolean all = true;
        while (!next.isEmpty()) {
            if (inside.size() >= most) {
                all = false;
                break;
            }
            int one = next.remove();
            inside.add(one);
            for (int r : system.relationsOf(one)) {
                List<Integer> fresh = fresh(system.relations().get(r), seen, bounds);
                int share = Math.max(3, most / SHARE);
                all &= fresh.size() <= share;
                fresh.stream().limit(share).forEach(u -> {
                    seen.set(u);
                    next.add(u);
                });
            }
        }
        return new Neighbourhood(inside.stream().mapToInt(i -> i).toArray(), all);
    }

    private static List<Integer> fresh(Relation relation, BitSet seen, Bounds bounds) {
        List<Integer> fresh = new ArrayList<>();
        for (int unknown : relation.unknowns()) {
            if (!seen.get(unknown) && !bounds.isFixed(unknown)) {
                fresh.add(unknown);
            }
        }
        fresh.sort(Comparator.comparingDouble(u -> bounds.lower(u) - bounds.upper(u)));
        return fresh;
    }
}
