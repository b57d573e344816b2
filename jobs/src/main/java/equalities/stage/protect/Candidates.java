package equalities.stage.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The counts that may be hidden for others, and what readers lose with each. */
final class Candidates {
    private static final int RINGS = 6;

    private final LinkedCells linked;
    private final Map<Integer, CellKey> canHide = new HashMap<>();
    private final Map<Integer, Integer> hiddenWith = new HashMap<>();

    Candidates(LinkedCells linked) {
        this.linked = linked;
    }

    /** A sum is shown as a count; the first of several with the same sum stands for all. */
    void add(int sum, CellKey key) {
        canHide.putIfAbsent(sum, key);
    }

    /** Whoever hides one of these hides all, and loses them all. */
    void areHiddenTogether(Collection<Integer> sums) {
        sums.forEach(sum -> hiddenWith.merge(sum, sums.size(), Math::max));
    }

    /** A sum was told before and can be hidden no more. */
    void remove(int sum) {
        canHide.remove(sum);
    }

    /** The count that tells least for how much it was in the way; failing that, the cheapest of those that are near. */
    @Nullable
    Integer inTheWay(TableSearch failed) {
        return failed.obstacles().entrySet().stream()
                .filter(e -> canBeHidden(e.getKey()))
                .min(Comparator.<Map.Entry<Integer, Integer>>comparingDouble(
                                e -> (double) loss(e.getKey()) / e.getValue())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElseGet(() -> near(failed.stillBroken()));
    }

    /** The cheapest of those given; failing that, of the sums that share counts with them, or share counts with these … */
    private @Nullable Integer near(List<Integer> sums) {
        BitSet seen = new BitSet();
        sums.forEach(seen::set);
        BitSet seenCounts = new BitSet();
        List<Integer> ring = sums;
        Integer found = cheapest(ring);
        for (int i = 0; i < RINGS && found == null && !ring.isEmpty(); i++) {
            ring = around(ring, seen, seenCounts);
            found = cheapest(ring);
        }
        return found;
    }

    private List<Integer> around(List<Integer> ring, BitSet seen, BitSet seenCounts) {
        List<Integer> next = new ArrayList<>();
        for (int sum : ring) {
            for (int count : linked.addends(sum)) {
                if (!seenCounts.get(count)) {
                    seenCounts.set(count);
                    Arrays.stream(linked.sumsOf(count))
                            .filter(s -> !seen.get(s))
                            .forEach(s -> {
                                seen.set(s);
                                next.add(s);
                            });
                }
            }
        }
        return next;
    }

    boolean canBeHidden(int sum) {
        return canHide.containsKey(sum) && !linked.isHidden(sum);
    }

    private @Nullable Integer cheapest(List<Integer> sums) {
        return sums.stream()
                .filter(this::canBeHidden)
                .min(Comparator.comparingLong(this::loss).thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    /** All of them, whether they are hidden yet or not, those first with which least is lost. */
    int[] cheapestFirst() {
        return canHide.keySet().stream()
                .sorted(Comparator.comparingLong(this::loss).thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** What readers lose with a count: itself, what is hidden with it, and more the more people look at it. */
    long loss(int sum) {
        CellKey key = Objects.requireNonNull(canHide.get(sum));
        long readers = key.placeLevel().equals("england") ? 8 : key.at().isSite() ? 1 : 2;
        return (linked.value(sum) + 1) * readers * (key.isTotal() ? 4 : 1) * hiddenWith.getOrDefault(sum, 1);
    }
}
