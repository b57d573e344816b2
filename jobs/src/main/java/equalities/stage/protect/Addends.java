package equalities.stage.protect;

import java.util.Arrays;
import java.util.List;

/**
 * Of which of the smallest counts something is the sum.
 *
 * @param numbers of the counts, in their order
 * @param times how often each is in it, never 0, below 0 where it is taken away
 */
record Addends(int[] numbers, int[] times) {

    static Addends of(int number) {
        return new Addends(new int[] {number}, new int[] {1});
    }

    /** Some together. */
    static Addends sum(List<Addends> some) {
        return sum(some, List.of());
    }

    /** What is left without some. */
    Addends less(List<Addends> some) {
        return sum(List.of(this), some);
    }

    boolean isEmpty() {
        return numbers.length == 0;
    }

    /** Numbers are sorted with their times behind them in one number, as there are very many. */
    private static Addends sum(List<Addends> plus, List<Addends> minus) {
        int length = length(plus) + length(minus);
        long[] all = new long[length];
        int filled = fill(all, 0, plus, 1);
        fill(all, filled, minus, -1);
        Arrays.sort(all);
        int[] numbers = new int[length];
        int[] times = new int[length];
        int last = -1;
        for (long one : all) {
            int number = (int) (one >> Integer.SIZE);
            if (last < 0 || numbers[last] != number) {
                last = last < 0 || times[last] != 0 ? last + 1 : last;
                numbers[last] = number;
                times[last] = 0;
            }
            times[last] += (int) one;
        }
        int parts = last >= 0 && times[last] == 0 ? last : last + 1;
        return new Addends(Arrays.copyOf(numbers, parts), Arrays.copyOf(times, parts));
    }

    private static int length(List<Addends> some) {
        return some.stream().mapToInt(parts -> parts.numbers.length).sum();
    }

    private static int fill(long[] all, int from, List<Addends> some, int sign) {
        int at = from;
        for (Addends parts : some) {
            for (int i = 0; i < parts.numbers.length; i++) {
                all[at++] = (long) parts.numbers[i] << Integer.SIZE | Integer.toUnsignedLong(sign * parts.times[i]);
            }
        }
        return at;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Addends parts
                && Arrays.equals(numbers, parts.numbers)
                && Arrays.equals(times, parts.times);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers) * 31 + Arrays.hashCode(times);
    }
}
