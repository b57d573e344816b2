package equalities.stage.protect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * The numbers of the smallest counts of several releases. A site's count that is as it was is the same count: who hears
 * that a few rows were corrected takes the others to be as they were. A larger place's is another as soon as anything of
 * that place changed: nobody can tell that it did not.
 */
final class SmallestCounts {
    private final LinkedCells linked;
    private final SameCounts same;
    private final List<Map<PlaceInPeriod, Integer>> since = new ArrayList<>();
    private final Map<Since, Integer> numbers = new HashMap<>();

    /** A count, and the release since which its place is what it is. */
    private record Since(Cell cell, int release) {}

    /**
     * @param releases the counts of each, the oldest first, the one to be published last
     */
    SmallestCounts(LinkedCells linked, List<? extends Collection<Cell>> releases) {
        this.linked = linked;
        this.same = new SameCounts(releases.get(releases.size() - 1));
        since.add(Map.of());
        for (int i = 1; i < releases.size(); i++) {
            Map<PlaceInPeriod, Integer> places = new HashMap<>(since.get(i - 1));
            for (PlaceInPeriod place : PlaceInPeriod.changed(releases.get(i - 1), releases.get(i))) {
                places.put(place, i);
            }
            since.add(places);
        }
    }

    /** The number of each count of a release among the smallest of all; new ones are added. */
    ToIntFunction<Cell> of(int release) {
        return cell -> {
            int known = cell.key().at().isSite() ? 0 : since.get(release).getOrDefault(PlaceInPeriod.of(cell), 0);
            Cell one = new Cell(same.one(cell.key()), cell.count(), true);
            return numbers.computeIfAbsent(new Since(one, known), s -> linked.add(cell.count()));
        };
    }
}
