package equalities.stage.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts that hang together. The smallest of them (a site's, of one answer) are whole numbers that could be anything;
 * every other count is a sum of these, and so is everything else that must hold. Of each sum there is what anybody may
 * know of it: it lies between {@code low} and {@code high}. The true counts are one solution; protection asks for
 * others.
 */
final class LinkedCells {
    /** More than any count. */
    static final long ANY = Long.MAX_VALUE / 4;

    private final List<Long> smallest = new ArrayList<>();
    private final List<int[]> sumsOf = new ArrayList<>();
    private final List<int[]> timesIn = new ArrayList<>();
    private final List<int[]> addends = new ArrayList<>();
    private final List<int[]> times = new ArrayList<>();
    private final List<long[]> bounds = new ArrayList<>();
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
     * @param parts how often each of the smallest counts is in it, by its number
     * @param value what it comes to, which is more or less than its parts where people were counted in none or twice
     */
    int sum(Map<Integer, Integer> parts, long value) {
        Map<Integer, Integer> name = new TreeMap<>(parts);
        name.values().removeIf(t -> t == 0);
        long beside = value - of(name);
        Integer found = written.putIfAbsent(new Name(name, beside), bounds.size());
        if (found != null) {
            return found;
        }
        int[] numbers = name.keySet().stream().mapToInt(Integer::intValue).toArray();
        int[] often = name.values().stream().mapToInt(Integer::intValue).toArray();
        for (int i = 0; i < numbers.length; i++) {
            sumsOf.set(numbers[i], with(sumsOf.get(numbers[i]), bounds.size()));
            timesIn.set(numbers[i], with(timesIn.get(numbers[i]), often[i]));
        }
        addends.add(numbers);
        times.add(often);
        bounds.add(new long[] {0, ANY, value});
        return bounds.size() - 1;
    }

    private record Name(Map<Integer, Integer> parts, long beside) {}

    private long of(Map<Integer, Integer> parts) {
        return parts.entrySet().stream()
                .mapToLong(e -> smallest.get(e.getKey()) * e.getValue())
                .sum();
    }

    int counts() {
        return smallest.size();
    }

    int sums() {
        return bounds.size();
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
        return bounds.get(sum)[2];
    }

    long low(int sum) {
        return bounds.get(sum)[0];
    }

    long high(int sum) {
        return bounds.get(sum)[1];
    }

    /** Anybody knows that the sum lies between these. */
    void narrow(int sum, long low, long high) {
        bounds.get(sum)[0] = Math.max(low(sum), low);
        bounds.get(sum)[1] = Math.min(high(sum), high);
    }

    /** Nothing is known of the sum any more but that it is none below 0. */
    void hide(int sum) {
        bounds.get(sum)[0] = 0;
        bounds.get(sum)[1] = ANY;
    }

    boolean isHidden(int sum) {
        return high(sum) == ANY;
    }

    private static int[] with(int[] before, int one) {
        int[] all = Arrays.copyOf(before, before.length + 1);
        all[before.length] = one;
        return all;
    }
}
