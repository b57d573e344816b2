package equalities.stage.protect;

import java.util.function.IntFunction;

/**
 * Which sums each count of an island is in, and how often: a number for each, those of one count behind one another. A search
 * reads some of them for a count here and a count there, a hundred million times, and its time is the way to memory.
 */
final class Memberships {
    private static final int TIMES_BITS = 8;
    private static final int MOST_SUMS = 1 << (Integer.SIZE - TIMES_BITS);

    private final int[] begin;
    private final int[] all;

    /**
     * @param sumsOf the sums that a count is in
     * @param timesIn how often it is in each of these; below 0 where it is taken away
     */
    Memberships(int counts, IntFunction<int[]> sumsOf, IntFunction<int[]> timesIn) {
        begin = new int[counts + 1];
        for (int count = 0; count < counts; count++) {
            begin[count + 1] = begin[count] + sumsOf.apply(count).length;
        }
        all = new int[begin[counts]];
        for (int count = 0; count < counts; count++) {
            int[] sums = sumsOf.apply(count);
            int[] times = timesIn.apply(count);
            for (int i = 0; i < sums.length; i++) {
                all[begin[count] + i] = membership(sums[i], times[i]);
            }
        }
    }

    private static int membership(int sum, int times) {
        if (sum >= MOST_SUMS || times != (byte) times) {
            throw new IllegalArgumentException("sum " + sum + " of " + MOST_SUMS + " at most, " + times + " times");
        }
        return sum << TIMES_BITS | times & 0xff;
    }

    /** Where in {@link #all} those of a count begin. */
    int begin(int count) {
        return begin[count];
    }

    /** Where those of a count end. */
    int end(int count) {
        return begin[count + 1];
    }

    /** To be read without a call, with {@link #sum} and {@link #times}. */
    int[] all() {
        return all;
    }

    static int sum(int membership) {
        return membership >>> TIMES_BITS;
    }

    static int times(int membership) {
        return (byte) membership;
    }
}
