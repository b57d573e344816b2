package equalities.stage.protect;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The counts that may be hidden for others, and what readers lose with each. */
final class Candidates {
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

    boolean canBeHidden(int sum) {
        return canHide.containsKey(sum) && !linked.isHidden(sum);
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
