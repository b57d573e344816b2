package equalities.stage.protect;

import java.util.Arrays;

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
    Sums sums(Island cells) {
        long[] changed = changed(cells.memberships());
        int[] sums = new int[changed.length];
        long[] values = new long[changed.length];
        int others = 0;
        for (int i = 0; i < changed.length; ) {
            int sum = (int) (changed[i] >> Integer.SIZE);
            long difference = 0;
            for (; i < changed.length && changed[i] >> Integer.SIZE == sum; i++) {
                difference += (int) changed[i];
            }
            if (difference != 0) {
                sums[others] = sum;
                values[others++] = cells.value(sum) + difference;
            }
        }
        return new Sums(Arrays.copyOf(sums, others), Arrays.copyOf(values, others));
    }

    /** The sums that its counts are in, in their order, each with how much it changes by one count behind it in one number. */
    private long[] changed(Memberships in) {
        int length = 0;
        for (int count : counts) {
            length += in.end(count) - in.begin(count);
        }
        long[] changed = new long[length];
        int filled = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int m = in.begin(counts[i]); m < in.end(counts[i]); m++) {
                int membership = in.all()[m];
                long change = Memberships.times(membership) * changes[i];
                changed[filled++] = (long) Memberships.sum(membership) << Integer.SIZE | change & 0xffffffffL;
            }
        }
        Arrays.sort(changed);
        return changed;
    }

    /** Sums in the order of their numbers, and what they come to. */
    record Sums(int[] sums, long[] values) {}
}
