package equalities.stage.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts and how they hang together. The smallest of them (a site's, of one answer) are whole numbers that could be anything;
 * every other count is a sum of these, and so is everything else that must hold. Of each sum there is what anybody may
 * know of it: it lies between {@code low} and {@code high}. The true counts are one solution; protection asks for
 * others, on one of the {@link Islands} after the other.
 */
final class LinkedCells {
    /** More than any count. */
    static final long ANY = Long.MAX_VALUE / 4;

    private final List<Long> smallest = new ArrayList<>();
    private final List<int[]> sumsOf = new ArrayList<>();
    private final List<int[]> timesIn = new ArrayList<>();
    private final List<int[]> addends = new ArrayList<>();
    private final List<int[]> times = new ArrayList<>();
    private final List<Long> values = new ArrayList<>();
    private long[] low = new long[64];
    private long[] high = new long[64];
    private long[] least = new long[64];
    private final Map<Name, Integer> written = new HashMap<>();

    /** Adds a count that is no sum; returns its number among these. */
    int add(long count) {
        smallest.add(count);
        sumsOf.add(new int[0]);
        timesIn.add(new int[0]);
        return smallest.size() - 1;
    }

    /**
     * Adds a sum, or finds it; returns its number. Nothing is known of a new one but that it is none below 0.
     *
     * @param parts of which of the smallest counts it is
     * @param value what it comes to, which is more or less than its parts where people were counted in none or twice
     */
    int sum(Addends parts, long value) {
        int[] numbers = parts.numbers();
        int[] often = parts.times();
        Integer found = written.putIfAbsent(new Name(parts, value - of(numbers, often)), values.size());
        if (found != null) {
            return found;
        }
        for (int i = 0; i < numbers.length; i++) {
            sumsOf.set(numbers[i], with(sumsOf.get(numbers[i]), values.size()));
            timesIn.set(numbers[i], with(timesIn.get(numbers[i]), often[i]));
        }
        addends.add(numbers);
        times.add(often);
        int sum = values.size();
        if (sum == low.length) {
            low = Arrays.copyOf(low, 2 * sum);
            high = Arrays.copyOf(high, 2 * sum);
            least = Arrays.copyOf(least, 2 * sum);
        }
        high[sum] = ANY;
        values.add(value);
        return sum;
    }

    /** What makes two sums one: the same counts, as often, and as much beside them. */
    private record Name(Addends parts, long beside) {}

    private long of(int[] numbers, int[] often) {
        long sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += smallest.get(numbers[i]) * often[i];
        }
        return sum;
    }

    int counts() {
        return smallest.size();
    }

    int sums() {
        return values.size();
    }

    long count(int number) {
        return smallest.get(number);
    }

    int[] sumsOf(int number) {
        return sumsOf.get(number);
    }

    /** How often a smallest count is in each of {@link #sumsOf}. */
    int[] timesIn(int number) {
        return timesIn.get(number);
    }

    int[] addends(int sum) {
        return addends.get(sum);
    }

    int[] times(int sum) {
        return times.get(sum);
    }

    long value(int sum) {
        return values.get(sum);
    }

    /** The lowest that a sum may be. */
    long low(int sum) {
        return low[sum];
    }

    /** The highest that a sum may be. */
    long high(int sum) {
        return high[sum];
    }

    /** What a sum comes to at least, even where it is hidden. */
    long least(int sum) {
        return least[sum];
    }

    /** A sum comes to so much at least, and everybody knows it. */
    void isAtLeast(int sum, long number) {
        least[sum] = Math.max(least[sum], number);
        narrow(sum, number, ANY);
    }

    /** Anybody knows that the sum lies between these. */
    void narrow(int sum, long least, long most) {
        low[sum] = Math.max(low[sum], least);
        high[sum] = Math.min(high[sum], most);
    }

    /** A sum is what it is whatever is shown: answers make their total. */
    void alwaysHolds(int sum) {
        narrow(sum, value(sum), value(sum));
    }

    /** Nothing is known of the sum any more but what it is at least. */
    void hide(int sum) {
        low[sum] = least[sum];
        high[sum] = ANY;
    }

    private static int[] with(int[] before, int one) {
        int[] all = Arrays.copyOf(before, before.length + 1);
        all[before.length] = one;
        return all;
    }
}
