package equalities.stage.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The lowest and the highest value that each sum of an island was seen to have, and the tables that show them. */
final class Extremes {
    /** How many tables are near, and from how many counts of a sum others are looked for that share them. */
    private static final int NEAREST = 6;

    private static final int SHARED = 24;

    private final Island cells;
    private final long[] lowest;
    private final long[] highest;
    private final @Nullable OtherTable[] lowestIn;
    private final @Nullable OtherTable[] highestIn;

    Extremes(Island cells) {
        this.cells = cells;
        this.lowest = new long[cells.sums()];
        Arrays.setAll(lowest, cells::value);
        this.highest = lowest.clone();
        this.lowestIn = new OtherTable[lowest.length];
        this.highestIn = new OtherTable[lowest.length];
    }

    /** The lowest and highest value of a sum, and where they were seen. */
    record Range(
            int sum,
            long lowest,
            long highest,
            @Nullable OtherTable lowestIn,
            @Nullable OtherTable highestIn) {}

    Range of(int sum) {
        return new Range(sum, lowest[sum], highest[sum], lowestIn[sum], highestIn[sum]);
    }

    long lowest(int sum) {
        return lowest[sum];
    }

    long highest(int sum) {
        return highest[sum];
    }

    /** How far below the lowest value that was seen a sum could be. */
    long below(int sum) {
        return lowest[sum] - cells.least(sum);
    }

    /** How far apart the values of a sum are that were seen. */
    long width(int sum) {
        return highest[sum] - lowest[sum];
    }

    /**
     * Another table.
     *
     * @param sums what each sum comes to in it that is not what it truly is
     * @return the sums of which it shows more than was seen
     */
    List<Integer> take(OtherTable table, OtherTable.Sums sums) {
        List<Integer> more = new ArrayList<>();
        for (int i = 0; i < sums.sums().length; i++) {
            int sum = sums.sums()[i];
            long value = sums.values()[i];
            if (value < lowest[sum]) {
                more.add(sum);
                lowest[sum] = value;
                lowestIn[sum] = table;
            } else if (value > highest[sum]) {
                more.add(sum);
                highest[sum] = value;
                highestIn[sum] = table;
            }
        }
        return more;
    }

    /**
     * Tables in which a sum, or one that shares counts with it, was seen higher than all others showed it, or lower; those of
     * sums of few counts first.
     */
    List<OtherTable> near(int sum, boolean higher) {
        @Nullable OtherTable[] shownIn = higher ? highestIn : lowestIn;
        return IntStream.concat(IntStream.of(sum), sharing(sum))
                .mapToObj(near -> shownIn[near])
                .filter(Objects::nonNull)
                .distinct()
                .limit(NEAREST)
                .toList();
    }

    /** The sums that share counts with a sum, of larger ones of the first; those of few counts first. */
    private IntStream sharing(int sum) {
        Memberships in = cells.memberships();
        return Arrays.stream(cells.addends(sum))
                .limit(SHARED)
                .flatMap(count -> IntStream.range(in.begin(count), in.end(count)))
                .map(at -> in.all()[at])
                .filter(membership -> Memberships.times(membership) > 0)
                .map(Memberships::sum)
                .distinct()
                .boxed()
                .sorted(Comparator.comparingInt(near -> cells.addends(near).length))
                .mapToInt(Integer::intValue);
    }

    /** Whether it is a table that shows the lowest or highest value of a sum. */
    boolean isIn(OtherTable table, int sum) {
        return lowestIn[sum] == table || highestIn[sum] == table;
    }

    /** What a table shows of a sum was not seen. */
    void forget(int sum, OtherTable table) {
        if (lowestIn[sum] == table) {
            lowest[sum] = cells.value(sum);
            lowestIn[sum] = null;
        }
        if (highestIn[sum] == table) {
            highest[sum] = cells.value(sum);
            highestIn[sum] = null;
        }
    }

    /** What was seen of a sum is this as well. */
    void add(Range range) {
        int sum = range.sum();
        if (range.lowest() < lowest[sum]) {
            lowest[sum] = range.lowest();
            lowestIn[sum] = range.lowestIn();
        }
        if (range.highest() > highest[sum]) {
            highest[sum] = range.highest();
            highestIn[sum] = range.highestIn();
        }
    }
}
