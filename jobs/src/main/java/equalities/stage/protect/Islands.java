package equalities.stage.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The counts of a release, apart: two are on one island when a sum has both, or a chain of sums does. What is shown or
 * hidden on one says nothing of another, so that each can be protected by itself.
 */
final class Islands {
    private final List<Island> all = new ArrayList<>();
    private final int[] islandOf;
    private final int[] sumHere;

    Islands(LinkedCells whole) {
        int[] root = roots(whole);
        int[] island = new int[whole.counts()];
        int[] countHere = new int[whole.counts()];
        List<List<Integer>> counts = apart(root, island, countHere);
        islandOf = new int[whole.sums()];
        for (int sum = 0; sum < islandOf.length; sum++) {
            int[] addends = whole.addends(sum);
            islandOf[sum] = addends.length == 0 ? -1 : island[addends[0]];
        }
        sumHere = new int[whole.sums()];
        List<List<Integer>> sums = new ArrayList<>();
        counts.forEach(c -> sums.add(new ArrayList<>()));
        for (int sum = 0; sum < islandOf.length; sum++) {
            if (islandOf[sum] >= 0) {
                sumHere[sum] = sums.get(islandOf[sum]).size();
                sums.get(islandOf[sum]).add(sum);
            }
        }
        for (int i = 0; i < counts.size(); i++) {
            all.add(new Island(whole, array(counts.get(i)), array(sums.get(i)), countHere, sumHere));
        }
    }

    List<Island> all() {
        return all;
    }

    /** Which of {@link #all} a sum of the whole is on; below 0 when it has no counts. */
    int islandOf(int sum) {
        return islandOf[sum];
    }

    /** The number that a sum of the whole has on its island. */
    int sumThere(int sum) {
        return sumHere[sum];
    }

    private static int[] roots(LinkedCells whole) {
        int[] root = new int[whole.counts()];
        Arrays.setAll(root, i -> i);
        for (int sum = 0; sum < whole.sums(); sum++) {
            int[] addends = whole.addends(sum);
            for (int i = 1; i < addends.length; i++) {
                int first = root(root, addends[0]);
                int other = root(root, addends[i]);
                root[Math.max(first, other)] = Math.min(first, other);
            }
        }
        return root;
    }

    private static int root(int[] root, int count) {
        int at = count;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }

    /** Numbers the islands by their first count, and the counts of each. */
    private static List<List<Integer>> apart(int[] root, int[] island, int[] countHere) {
        List<List<Integer>> counts = new ArrayList<>();
        for (int count = 0; count < root.length; count++) {
            int first = root(root, count);
            if (first == count) {
                island[count] = counts.size();
                counts.add(new ArrayList<>());
            }
            island[count] = island[first];
            List<Integer> here = counts.get(island[count]);
            countHere[count] = here.size();
            here.add(count);
        }
        return counts;
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
