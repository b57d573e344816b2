package equalities.stage.protect;

import equalities.spec.DisclosurePolicy;
import equalities.stage.Progress;
import equalities.stage.protect.EarlierRelease.Sure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides which counts of a release are hidden: small ones, and as many others as it takes until every small one could
 * have another value in another table that would look the same, earlier releases included. Of those that stand in the
 * way the one is hidden that tells least: a small count before a large one, a site's before England's. The order in
 * which counts come makes no difference.
 */
final class Suppression {
    /** After how many counts were hidden for one, none of which helped for sure, it is asked whether anything helps. */
    private static final int FEW = 3;

    /** How many counts are hidden for one at most. */
    private static final int MOST = 150;

    private final Policy policy;
    private final DisclosurePolicy rules;
    private final Progress progress;
    private final List<Cell> release;
    private final LinkedCells linked = new LinkedCells();
    private final Map<CellKey, Integer> sumOf = new HashMap<>();
    private final Candidates candidates = new Candidates(linked);
    private final Set<Integer> hiddenForOthers = new TreeSet<>();
    private final TreeSet<Integer> toProtect = new TreeSet<>();
    private final Map<Cell, Set<Integer>> alike = new HashMap<>();

    /**
     * @param release its counts in the order of their keys
     * @param earlier the oldest first
     */
    Suppression(
            DisclosurePolicy rules,
            Structure structure,
            List<Cell> release,
            List<EarlierRelease> earlier,
            Progress progress) {
        this.policy = new Policy(rules);
        this.rules = rules;
        this.progress = progress;
        this.release = release;
        if (rules.leastWidth() > 0) {
            link(structure, earlier);
        }
    }

    private void link(Structure structure, List<EarlierRelease> all) {
        List<EarlierRelease> earlier =
                all.stream().filter(EarlierRelease::promised).toList();
        List<List<Cell>> releases = new ArrayList<>();
        earlier.forEach(before -> releases.add(before.counts()));
        releases.add(release);
        SmallestCounts smallest = new SmallestCounts(linked, releases);
        Relations now = new Relations(linked, structure, release, smallest.of(earlier.size()));
        for (Cell cell : release) {
            int sum = addNew(cell, now);
            structure
                    .alike(cell)
                    .ifPresent(one ->
                            alike.computeIfAbsent(one, o -> new TreeSet<>()).add(sum));
        }
        Set<Integer> rests = now.write();
        if (rules.smallComplement()) {
            rests.stream().filter(r -> policy.isSmall(linked.value(r))).forEach(toProtect::add);
        }
        alike.values().forEach(candidates::areHiddenTogether);
        List<Sure> sure = new ArrayList<>();
        for (int i = 0; i < earlier.size(); i++) {
            sure.addAll(earlier.get(i).sums(linked, smallest.of(i)));
        }
        sure.forEach(this::hideAgain);
        sure.forEach(this::isKnown);
    }

    Outcome decide() {
        long unsafe = protectAll();
        Set<CellKey> hidden = new HashSet<>();
        long small = 0;
        long counted = 0;
        long lost = 0;
        for (Cell cell : release) {
            boolean isSmall = policy.isSmall(cell.count());
            small += isSmall ? 1 : 0;
            counted += cell.count();
            if (isSmall || isHiddenForOthers(cell)) {
                hidden.add(cell.key());
                lost += cell.count();
            }
        }
        return new Outcome(hidden, small, unsafe, counted == 0 ? 0 : (double) lost / counted);
    }

    private boolean isHiddenForOthers(Cell cell) {
        Integer sum = sumOf.get(cell.key());
        return sum != null && linked.isHidden(sum);
    }

    private long protectAll() {
        OtherTables others = new OtherTables(linked, candidates);
        Map<Integer, Long> widths = new HashMap<>();
        long unsafe = protectThese(others, widths);
        List<Integer> dearest = hiddenForOthers.stream()
                .sorted(Comparator.comparingLong(candidates::loss).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        new SecondLook(linked, others, widths).at(dearest);
        while (hideWhatIsAlike()) {
            unsafe += protectThese(others, widths);
        }
        return unsafe;
    }

    /** Counts that everybody takes for one are hidden together, but for what was told before. */
    private boolean hideWhatIsAlike() {
        List<Integer> shown = alike.values().stream()
                .filter(sums -> sums.stream().anyMatch(linked::isHidden))
                .flatMap(Set::stream)
                .filter(candidates::canBeHidden)
                .distinct()
                .sorted()
                .toList();
        shown.forEach(this::hide);
        return !shown.isEmpty();
    }

    /** Sees to what is to be protected until nothing is; returns how many of these could not be. */
    private long protectThese(OtherTables others, Map<Integer, Long> widths) {
        long unsafe = 0;
        while (!toProtect.isEmpty()) {
            int next = Objects.requireNonNull(toProtect.pollFirst());
            boolean isSafe = protect(next, others);
            unsafe += isSafe ? 0 : 1;
            widths.put(next, isSafe ? rules.leastWidth() : others.width(next));
            if (widths.size() % 1000 == 0) {
                progress.at("small counts protected", widths.size(), (long) widths.size() + toProtect.size());
            }
        }
        return unsafe;
    }

    private boolean protect(int sum, OtherTables others) {
        List<Integer> hiddenForIt = new ArrayList<>();
        int tried = 0;
        while (!others.couldBeAnyOf(sum, rules.leastWidth())) {
            NearestTable.Found nearest = others.nearest();
            if (nearest != null && hiddenForIt.size() < MOST) {
                nearest.broken().forEach(this::hide);
                hiddenForIt.addAll(nearest.broken());
                others.remember(nearest.table());
                continue;
            }
            Integer next = candidates.inTheWay(others.failed());
            if (next == null || hiddenForIt.size() >= MOST) {
                if (others.couldAfterAllBeAnyOf(sum, rules.leastWidth())) {
                    return true;
                }
                // What cannot be proved safe is not made worse by showing again what was hidden for it.
                hiddenForIt.forEach(hiddenForOthers::remove);
                return false;
            }
            if (tried++ == FEW && others.isFixed(sum)) {
                return false;
            }
            hide(next);
            hiddenForIt.add(next);
        }
        return true;
    }

    /** Whoever sees that a count is hidden and cannot be large learns as much as of a small one. */
    private void hide(int sum) {
        linked.hide(sum);
        hiddenForOthers.add(sum);
        if (linked.value(sum) < (long) rules.threshold() + rules.leastWidth()) {
            toProtect.add(sum);
        }
    }

    private int addNew(Cell cell, Relations now) {
        int sum = linked.sum(now.sum(cell.key()), cell.count());
        sumOf.put(cell.key(), sum);
        candidates.add(sum, cell.key());
        if (policy.isSmall(cell.count())) {
            toProtect.add(sum);
        } else {
            linked.narrow(sum, policy.lowest(cell.count()), policy.highest(cell.count()));
        }
        return sum;
    }

    /** A count that is as it was is the same count: what was hidden of it stays hidden, and safe where it is small … */
    private void hideAgain(Sure sure) {
        if (sure.told().hidden()) {
            linked.hide(sure.sum());
            if (policy.isSmall(sure.told().cell().count())) {
                toProtect.add(sure.sum());
            }
        }
    }

    /** … and what was told of it once is known. */
    private void isKnown(Sure sure) {
        if (!sure.told().hidden()) {
            linked.narrow(sure.sum(), sure.told().low(), sure.told().high());
            candidates.remove(sure.sum());
            toProtect.remove(sure.sum());
        }
    }
}
