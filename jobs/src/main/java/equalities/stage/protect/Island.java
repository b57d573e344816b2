package equalities.stage.protect;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts that hang together with each other and with no others, and what anybody may know of their sums: what is hidden
 * here tells nothing elsewhere. Counts and sums have numbers of their own here, in the order of those that they have in
 * the whole.
 */
final class Island {
    private final int[] numbers;
    private final long[] count;
    private final Memberships memberships;
    private final int[][] addends;
    private final int[][] times;
    private final long[] value;
    private final long[] least;
    private final SumLines lines;
    private final Map<Integer, Bounds> asShown = new HashMap<>();

    /** What anybody may know of a sum while it is shown. */
    private record Bounds(long low, long high) {}

    /**
     * @param counts which of all counts are here, in their order
     * @param sums which of all sums
     * @param countHere the number here of every count of the whole
     * @param sumHere the number here of every sum of the whole
     */
    Island(LinkedCells whole, int[] counts, int[] sums, int[] countHere, int[] sumHere) {
        this.numbers = sums;
        this.count = Arrays.stream(counts).mapToLong(whole::count).toArray();
        this.memberships = new Memberships(
                counts.length, i -> here(whole.sumsOf(counts[i]), sumHere), i -> whole.timesIn(counts[i]));
        this.addends = new int[sums.length][];
        Arrays.setAll(addends, i -> here(whole.addends(sums[i]), countHere));
        this.times = new int[sums.length][];
        Arrays.setAll(times, i -> whole.times(sums[i]));
        this.value = Arrays.stream(sums).mapToLong(whole::value).toArray();
        this.least = Arrays.stream(sums).mapToLong(whole::least).toArray();
        this.lines = SumLines.of(
                value,
                Arrays.stream(sums).mapToLong(whole::low).toArray(),
                Arrays.stream(sums).mapToLong(whole::high).toArray());
    }

    private static int[] here(int[] numbers, int[] here) {
        return Arrays.stream(numbers).map(n -> here[n]).toArray();
    }

    int counts() {
        return count.length;
    }

    int sums() {
        return value.length;
    }

    /** The number of a sum in the whole. */
    int number(int sum) {
        return numbers[sum];
    }

    long count(int number) {
        return count[number];
    }

    /** Which sums each count is in. */
    Memberships memberships() {
        return memberships;
    }

    int[] addends(int sum) {
        return addends[sum];
    }

    int[] times(int sum) {
        return times[sum];
    }

    long value(int sum) {
        return value[sum];
    }

    /** What a sum comes to at least, even where it is hidden. */
    long least(int sum) {
        return least[sum];
    }

    /** What anybody may know of each sum, and what it comes to in a table that is tried. */
    SumLines lines() {
        return lines;
    }

    /** Nothing is known of the sum any more but what it is at least. */
    void hide(int sum) {
        if (!isHidden(sum)) {
            asShown.put(sum, new Bounds(lines.low(sum), lines.high(sum)));
        }
        lines.bound(sum, least[sum], LinkedCells.ANY);
    }

    /** As much is known of a sum as before it was hidden. */
    void showAgain(int sum) {
        Bounds shown = asShown.remove(sum);
        if (shown != null) {
            lines.bound(sum, shown.low(), shown.high());
        }
    }

    /** Whether a sum would look as it does, were it not hidden. */
    boolean wouldBeShown(int sum, long value) {
        Bounds shown = asShown.get(sum);
        return shown == null || shown.low() <= value && value <= shown.high();
    }

    boolean isHidden(int sum) {
        return lines.high(sum) == LinkedCells.ANY;
    }
}
