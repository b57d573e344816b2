package equalities.stage.protect;

import equalities.spec.DisclosurePolicy;
import equalities.stage.Progress;
import equalities.stage.protect.EarlierRelease.Sure;
import equalities.stage.protect.Protection.Hidden;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Decides which counts of a release are hidden: small ones, and as many others as it takes until every small one could
 * have another value in another table that would look the same, earlier releases included. What hangs together is
 * protected island by island, on all processors. The order in which counts come makes no difference, nor does the number
 * of processors.
 */
final class Suppression {
    /** How many counts are looked at on both sides of what others could be; these are the dearest. */
    private static final int BOTH_SIDES = 1500;

    private final Policy policy;
    private final DisclosurePolicy rules;
    private final List<Cell> release;
    private final LinkedCells linked = new LinkedCells();
    private final Map<CellKey, Integer> sumOf = new HashMap<>();
    private final Losses losses = new Losses(linked);
    private final Set<Integer> toProtect = new TreeSet<>();
    private final Map<Cell, Set<Integer>> alike = new HashMap<>();
    private final List<Protection> protections = new ArrayList<>();
    private final Islands islands;
    private final Progress progress;

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
        this.release = release;
        this.progress = progress;
        if (rules.leastWidth() > 0) {
            link(structure, earlier);
        }
        this.islands = new Islands(linked);
        SharedProgress shared = new SharedProgress(progress, "small counts protected");
        islands.all().forEach(island -> protections.add(new Protection(rules, island, losses, shared)));
        toProtect.forEach(sum -> on(sum).needs(islands.sumThere(sum)));
    }

    private void link(Structure structure, List<EarlierRelease> all) {
        List<EarlierRelease> earlier =
                all.stream().filter(EarlierRelease::promised).toList();
        List<List<Cell>> releases = new ArrayList<>();
        earlier.forEach(before -> releases.add(before.counts()));
        releases.add(release);
        SmallestCounts smallest = new SmallestCounts(linked, releases);
        Relations now = new Relations(linked, structure, release, smallest.of(earlier.size()));
        AtLeastOne atLeastOne = new AtLeastOne(release, structure);
        for (Cell cell : release) {
            int sum = addNew(cell, now);
            linked.isAtLeast(sum, atLeastOne.has(cell.key()) ? 1 : 0);
            structure
                    .alike(cell)
                    .ifPresent(one ->
                            alike.computeIfAbsent(one, o -> new TreeSet<>()).add(sum));
        }
        Set<Integer> rests = now.write();
        if (rules.smallComplement()) {
            rests.stream().filter(r -> policy.isSmall(linked.value(r))).forEach(toProtect::add);
        }
        alike.values().forEach(losses::areHiddenTogether);
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
        return sum != null && isHidden(sum);
    }

    private boolean isHidden(int sum) {
        return on(sum).isHidden(islands.sumThere(sum));
    }

    private boolean canBeHidden(int sum) {
        return on(sum).canBeHidden(islands.sumThere(sum));
    }

    private Protection on(int sum) {
        return protections.get(islands.islandOf(sum));
    }

    private long protectAll() {
        each(Protection::protectAll);
        lookAgain();
        while (hideWhatIsAlike()) {
            each(Protection::protectAll);
        }
        return protections.stream().mapToLong(Protection::unsafe).sum();
    }

    private void lookAgain() {
        List<Hidden> hidden = protections.stream()
                .flatMap(island -> island.hidden().stream())
                .sorted(Hidden.DEAREST)
                .toList();
        SharedProgress looked = new SharedProgress(progress, "hidden counts looked at again");
        hidden.forEach(one -> looked.toDo());
        Map<Protection, List<Hidden>> dearest =
                hidden.stream().limit(BOTH_SIDES).collect(Collectors.groupingBy(Hidden::on));
        each(island -> island.lookAgain(dearest.getOrDefault(island, List.of()), looked));
    }

    /** Does some work on every island, on the largest first, on as many at once as there are processors. */
    private void each(Consumer<Protection> work) {
        Queue<Protection> left = new ConcurrentLinkedQueue<>(protections.stream()
                .sorted(Comparator.comparingInt(Protection::size).reversed())
                .toList());
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .parallel()
                .forEach(processor -> {
                    for (Protection next = left.poll(); next != null; next = left.poll()) {
                        work.accept(next);
                    }
                });
    }

    /** Counts that everybody takes for one are hidden together, but for what was told before. */
    private boolean hideWhatIsAlike() {
        List<Integer> shown = alike.values().stream()
                .filter(sums -> sums.stream().anyMatch(this::isHidden))
                .flatMap(Set::stream)
                .filter(this::canBeHidden)
                .distinct()
                .sorted()
                .toList();
        shown.forEach(sum -> on(sum).hide(islands.sumThere(sum)));
        return !shown.isEmpty();
    }

    private int addNew(Cell cell, Relations now) {
        int sum = linked.sum(now.sum(cell.key()), cell.count());
        sumOf.put(cell.key(), sum);
        losses.add(sum, cell.key());
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
            losses.remove(sure.sum());
            toProtect.remove(sure.sum());
        }
    }
}
