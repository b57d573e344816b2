package equalities.attack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a release tells by differing from the one before: a larger place differs by those of its places that differ.
 * Everything else in it is the same people, and drops out. Where a person may be at two places this is known only of
 * places that were added, and only as a limit.
 */
final class DifferenceRelations {
    private static final String RULE = "a place differs from the release before by the places in it that differ";
    private static final String ADDED = "added places add people";

    private final View before;
    private final View now;
    private final SystemBuilder builder;
    private final boolean additive;

    private DifferenceRelations(View before, View now, SystemBuilder builder) {
        this.before = before;
        this.now = now;
        this.builder = builder;
        this.additive = now.structure().isAdditive(now.series());
    }

    static void write(View before, View now, SystemBuilder builder) {
        if (!before.counts().isEmpty()) {
            new DifferenceRelations(before, now, builder).write();
        }
    }

    private void write() {
        String period = now.series().period();
        List<Geography.Division> old = new Geography(before.structure(), period).divisions();
        for (Geography.Division fresh : new Geography(now.structure(), period).divisions()) {
            old.stream()
                    .filter(o -> o.whole().equals(fresh.whole()) && o.level().equals(fresh.level()))
                    .filter(o -> o.isWhole() && fresh.isWhole())
                    .forEach(o -> write(fresh.whole(), fresh.level(), o.parts(), fresh.parts()));
        }
    }

    private void write(Place whole, String level, Set<Place> old, Set<Place> fresh) {
        Set<Place> parts = new HashSet<>(old);
        parts.addAll(fresh);
        for (Count count : now.counts()) {
            Cell cell = count.cell();
            if (cell.place().equals(whole)
                    && before.has(cell)
                    && now.unknown(cell) != before.unknown(cell)
                    && now.isPublishedAt(level, cell)
                    && parts.stream().map(cell::at).allMatch(c -> before.isNobody(c) && now.isNobody(c))) {
                write(cell, parts, old);
            }
        }
    }

    /** Now, less before, less what its parts are now, plus what they were, is nothing. */
    private void write(Cell cell, Set<Place> parts, Set<Place> old) {
        List<Integer> plus = new ArrayList<>(List.of(now.unknown(cell)));
        List<Integer> minus = new ArrayList<>(List.of(before.unknown(cell)));
        boolean onlyAdded = true;
        for (Place part : parts) {
            int unknownNow = now.unknown(cell.at(part));
            int unknownBefore = before.unknown(cell.at(part));
            if (unknownNow != unknownBefore) {
                minus.add(unknownNow);
                plus.add(unknownBefore);
                onlyAdded &= !old.contains(part);
            }
        }
        plus.removeIf(u -> u == SystemBuilder.NOBODY);
        minus.removeIf(u -> u == SystemBuilder.NOBODY);
        if (additive) {
            builder.relate(relation(RULE, plus, minus, 0));
        } else if (onlyAdded) {
            builder.relate(relation(ADDED, plus, minus, Double.NEGATIVE_INFINITY));
            builder.relate(Relation.atLeastTogether(ADDED, now.unknown(cell), before.unknown(cell)));
        }
    }

    private static Relation relation(String rule, List<Integer> plus, List<Integer> minus, double lower) {
        return Relation.of(rule, array(plus), array(minus), lower, 0, true);
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(i -> i).toArray();
    }
}
