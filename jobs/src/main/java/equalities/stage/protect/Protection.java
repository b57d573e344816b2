package equalities.stage.protect;

import equalities.spec.DisclosurePolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hides as many counts of one island as it takes until every small one could have another value in another table that
 * would look the same. Those are hidden that tell least: small counts before large ones, a site's before England's.
 */
final class Protection {
    /** How many counts are hidden at once at most: what would take more is left to the gate. */
    private static final int MOST = 150;

    private final DisclosurePolicy rules;
    private final Island island;
    private final Candidates candidates;
    private final OtherTables others;
    private final SharedProgress progress;
    private final TreeSet<Integer> toProtect = new TreeSet<>();
    private final Set<Integer> hiddenForOthers = new TreeSet<>();
    private final Map<Integer, Long> widths = new HashMap<>();
    private long unsafe;

    Protection(DisclosurePolicy rules, Island island, Losses losses, SharedProgress progress) {
        this.rules = rules;
        this.island = island;
        this.candidates = new Candidates(island, losses);
        this.others = new OtherTables(island, candidates);
        this.progress = progress;
    }

    /** A sum is to be protected. */
    void needs(int sum) {
        if (toProtect.add(sum)) {
            progress.toDo();
        }
    }

    /** How large the island is. */
    int size() {
        return island.sums();
    }

    boolean isHidden(int sum) {
        return island.isHidden(sum);
    }

    boolean canBeHidden(int sum) {
        return candidates.canBeHidden(sum);
    }

    /** How many sums no other table could be found for. */
    long unsafe() {
        return unsafe;
    }

    /** The counts that are hidden for others, and what is lost with each. */
    List<Hidden> hidden() {
        return hiddenForOthers.stream()
                .map(sum -> new Hidden(this, sum, island.number(sum), candidates.loss(sum)))
                .toList();
    }

    /**
     * A count that is hidden for others.
     *
     * @param sum its number on the island
     * @param number its number in the whole
     */
    record Hidden(Protection on, int sum, int number, long loss) {
        /** Those with which most is lost come first. */
        static final Comparator<Hidden> DEAREST =
                Comparator.comparingLong(Hidden::loss).reversed().thenComparing(Hidden::number);
    }

    /** Sees to what is to be protected until nothing is. */
    void protectAll() {
        while (!toProtect.isEmpty()) {
            int next = Objects.requireNonNull(toProtect.pollFirst());
            boolean isSafe = protect(next);
            unsafe += isSafe ? 0 : 1;
            widths.put(next, isSafe ? rules.leastWidth() : others.extremes().width(next));
            progress.done();
        }
    }

    /**
     * Shows again what need not be hidden.
     *
     * @param dearest the counts that are looked at on both sides of what others could be
     */
    void lookAgain(Collection<Hidden> dearest, SharedProgress looked) {
        new SecondLook(island, others, widths, looked)
                .at(hidden().stream().sorted(Hidden.DEAREST).toList(), Set.copyOf(dearest));
    }

    private boolean protect(int sum) {
        List<Integer> hiddenForIt = new ArrayList<>();
        while (!others.couldBeAnyOf(sum, rules.leastWidth())) {
            NearestTable.Found nearest = others.nearest();
            if (nearest == null || nearest.broken().size() > MOST) {
                // What cannot be proved safe is not made worse by showing again what was hidden for it.
                hiddenForIt.forEach(hiddenForOthers::remove);
                return false;
            }
            nearest.broken().forEach(this::hide);
            hiddenForIt.addAll(nearest.broken());
            others.remember(nearest.table());
        }
        return true;
    }

    /** Whoever sees that a count is hidden and cannot be large learns as much as of a small one. */
    void hide(int sum) {
        island.hide(sum);
        hiddenForOthers.add(sum);
        if (island.value(sum) < (long) rules.threshold() + rules.leastWidth()) {
            needs(sum);
        }
    }
}
