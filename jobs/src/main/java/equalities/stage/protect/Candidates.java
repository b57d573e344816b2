package equalities.stage.protect;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The counts of an island that may be hidden for others, and what readers lose with each. */
final class Candidates {
    private final Island island;
    private final long[] loss;

    Candidates(Island island, Losses losses) {
        this.island = island;
        this.loss = new long[island.sums()];
        Arrays.setAll(loss, sum -> losses.of(island.number(sum)));
    }

    boolean canBeHidden(int sum) {
        return loss[sum] != Losses.NEVER && !island.isHidden(sum);
    }

    /** Whether a sum, were it hidden, could be this. */
    boolean couldBe(int sum, long value) {
        return canBeHidden(sum) && value >= island.least(sum);
    }

    /** All of them, whether they are hidden yet or not, those first with which least is lost. */
    int[] cheapestFirst() {
        return IntStream.range(0, loss.length)
                .filter(sum -> loss[sum] != Losses.NEVER)
                .boxed()
                .sorted(Comparator.comparingLong(this::loss).thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** What readers lose with a count. */
    long loss(int sum) {
        return loss[sum];
    }
}
