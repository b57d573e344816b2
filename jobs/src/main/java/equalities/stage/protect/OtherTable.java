package equalities.stage.protect;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table that would look the same once published, as its differences from the true one.
 *
 * @param counts which of the smallest counts are others
 * @param changes by how much
 */
record OtherTable(int[] counts, long[] changes) {

    static OtherTable of(int[] moved, long[] change) {
        int[] counts = Arrays.stream(moved).filter(c -> change[c] != 0).toArray();
        long[] changes = new long[counts.length];
        for (int i = 0; i < counts.length; i++) {
            changes[i] = change[counts[i]];
        }
        return new OtherTable(counts, changes);
    }

    /** What each sum comes to in it, of those that are not what they truly are. */
    Map<Integer, Long> sums(Island cells) {
        Map<Integer, Long> sums = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            int[] sumsOf = cells.sumsOf(counts[i]);
            int[] times = cells.timesIn(counts[i]);
            for (int s = 0; s < sumsOf.length; s++) {
                sums.merge(sumsOf[s], times[s] * changes[i], Long::sum);
            }
        }
        sums.values().removeIf(difference -> difference == 0);
        sums.replaceAll((sum, difference) -> cells.value(sum) + difference);
        return sums;
    }
}
