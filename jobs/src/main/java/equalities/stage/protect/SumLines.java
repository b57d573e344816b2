package equalities.stage.protect;

import java.util.Arrays;

/**
 * What each sum of an island comes to in the table that is tried, and what anybody may know of it, the numbers of one sum
 * side by side. A search asks for all of them at once, a thousand million times, and the way to memory is most of its time.
 */
final class SumLines {
    /** How many numbers a sum has; those of sum {@code s} begin at {@code s * LENGTH}. */
    static final int LENGTH = 4;

    static final int VALUE = 0;
    static final int LOW = 1;
    static final int HIGH = 2;

    /** How much it counts in a search that the sum is broken. */
    static final int WEIGHT = 3;

    /** More than any count of people; this of a bound says that there is none. */
    private static final int ANY = 1 << 30;

    private final int[] numbers;
    private int[] weighed = new int[64];
    private int weighings;

    private SumLines(int[] numbers) {
        this.numbers = numbers;
    }

    /** Of the true table, all sums of the same weight. */
    static SumLines of(long[] values, long[] lows, long[] highs) {
        SumLines lines = new SumLines(new int[values.length * LENGTH]);
        for (int sum = 0; sum < values.length; sum++) {
            lines.numbers[sum * LENGTH + VALUE] = count(values[sum]);
            lines.numbers[sum * LENGTH + WEIGHT] = 1;
            lines.bound(sum, lows[sum], highs[sum]);
        }
        return lines;
    }

    private static int count(long value) {
        if (Math.abs(value) >= ANY) {
            throw new IllegalArgumentException("a count of " + value + " is none of people");
        }
        return (int) value;
    }

    SumLines copy() {
        return new SumLines(numbers.clone());
    }

    /** All is as in others of the same sums. */
    void take(SumLines others) {
        System.arraycopy(others.numbers, 0, numbers, 0, numbers.length);
    }

    /** To be read without a call. */
    int[] numbers() {
        return numbers;
    }

    long value(int sum) {
        return numbers[sum * LENGTH + VALUE];
    }

    long low(int sum) {
        return numbers[sum * LENGTH + LOW];
    }

    long high(int sum) {
        int high = numbers[sum * LENGTH + HIGH];
        return high == ANY ? LinkedCells.ANY : high;
    }

    void bound(int sum, long low, long high) {
        numbers[sum * LENGTH + LOW] = (int) Math.min(low, ANY);
        numbers[sum * LENGTH + HIGH] = (int) Math.min(high, ANY);
    }

    /** By how much the sum is above what it may be, or, negative, below it; 0 when it is not broken. */
    long excess(int sum) {
        int at = sum * LENGTH;
        long value = numbers[at + VALUE];
        return value > numbers[at + HIGH] ? value - numbers[at + HIGH] : Math.min(value - numbers[at + LOW], 0);
    }

    /** A broken sum counts for more from now on, until {@link #forget}. */
    void weigh(int sum) {
        numbers[sum * LENGTH + WEIGHT]++;
        if (weighings == weighed.length) {
            weighed = Arrays.copyOf(weighed, 2 * weighings);
        }
        weighed[weighings++] = sum;
    }

    /** All sums are of the same weight again. */
    void forget() {
        for (int i = 0; i < weighings; i++) {
            numbers[weighed[i] * LENGTH + WEIGHT] = 1;
        }
        weighings = 0;
    }

    /** The weights are as in others of the same sums, which forget theirs. */
    void takeWeights(SumLines others) {
        for (int i = 0; i < others.weighings; i++) {
            weigh(others.weighed[i]);
        }
        others.forget();
    }
}
