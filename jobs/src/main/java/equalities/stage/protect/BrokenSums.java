package equalities.stage.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The sums that a tried table breaks, those that broke last at the end. */
final class BrokenSums {
    private final List<Integer> sums = new ArrayList<>();
    private final int[] place;

    /**
     * @param all how many sums there are
     */
    BrokenSums(int all) {
        place = new int[all];
        Arrays.fill(place, -1);
    }

    boolean isEmpty() {
        return sums.isEmpty();
    }

    int size() {
        return sums.size();
    }

    int get(int at) {
        return sums.get(at);
    }

    List<Integer> list() {
        return List.copyOf(sums);
    }

    void note(int sum, boolean isBroken) {
        int at = place[sum];
        if (isBroken && at < 0) {
            place[sum] = sums.size();
            sums.add(sum);
        } else if (!isBroken && at >= 0) {
            int last = sums.remove(sums.size() - 1);
            if (last != sum) {
                sums.set(at, last);
                place[last] = at;
            }
            place[sum] = -1;
        }
    }

    void clear() {
        sums.forEach(sum -> place[sum] = -1);
        sums.clear();
    }
}
