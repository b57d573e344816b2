package equalities.stage.protect;

import java.util.Arrays;
import java.util.List;

/** The sums that a tried table breaks, those that broke last at the end. */
final class BrokenSums {
    private int[] sums = new int[64];
    private int size;
    private final int[] place;

    /**
     * @param all how many sums there are
     */
    BrokenSums(int all) {
        place = new int[all];
        Arrays.fill(place, -1);
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    int get(int at) {
        return sums[at];
    }

    List<Integer> list() {
        return Arrays.stream(sums, 0, size).boxed().toList();
    }

    void note(int sum, boolean isBroken) {
        int at = place[sum];
        if (isBroken && at < 0) {
            if (size == sums.length) {
                sums = Arrays.copyOf(sums, 2 * size);
            }
            place[sum] = size;
            sums[size++] = sum;
        } else if (!isBroken && at >= 0) {
            int last = sums[--size];
            sums[at] = last;
            place[last] = at;
            place[sum] = -1;
        }
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            place[sums[i]] = -1;
        }
        size = 0;
    }
}
