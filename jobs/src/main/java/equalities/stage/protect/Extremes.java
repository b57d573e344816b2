package equalities.stage.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lowest and the highest value that each sum of an island was seen to have, and the tables that show them. */
final class Extremes {
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
