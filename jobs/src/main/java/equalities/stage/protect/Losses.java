package equalities.stage.protect;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What readers lose with each sum that is shown as a count and may be hidden for others. */
final class Losses {
    /** Of a sum that cannot be hidden. */
    static final long NEVER = 0;

    private final LinkedCells linked;
    private final Map<Integer, CellKey> canHide = new HashMap<>();
    private final Map<Integer, Integer> hiddenWith = new HashMap<>();

    Losses(LinkedCells linked) {
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

    /** The count itself, what is hidden with it, and more the more people look at it; {@link #NEVER} for no count. */
    long of(int sum) {
        CellKey key = canHide.get(sum);
        if (key == null) {
            return NEVER;
        }
        long readers = key.placeLevel().equals("england") ? 8 : key.at().isSite() ? 1 : 2;
        return (linked.value(sum) + 1) * readers * (key.isTotal() ? 4 : 1) * hiddenWith.getOrDefault(sum, 1);
    }
}
