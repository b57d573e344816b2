package equalities.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Attacks series that hang together. A hidden count is safe when it was seen far enough apart at points where everything published
 * holds; points are cheap, and most counts need no more. For the others the narrowest interval is worked out, over ever
 * larger neighbourhoods until it is decided.
 */
final class Siege {
    private static final int[] SIZES = {60, 200, 500};

    private static final String UNDECIDED =
            "no numbers were found that fit all that is published and show it wider, though it may be";

    private final LinearSystem system;
    private final Structure.Policy policy;
    private final Bounds bounds;
    private final Scouting scouting;

    /** @throws Contradiction when the relations cannot all hold */
    Siege(LinearSystem system, Structure.Policy policy) throws Contradiction {
        this.system = system;
        this.policy = policy;
        this.bounds = Propagation.of(system);
        this.scouting = new Scouting(system, bounds, policy);
    }

    /**
     * Finds the protected counts that tell too much.
     *
     * @param decided is told how many more were decided, as it goes
     */
    List<Crack> cracks(LongConsumer decided) throws Contradiction {
        List<Crack> cracks = new ArrayList<>();
        List<Unknown> open = narrow(cracks);
        decided.accept(system.protectedUnknowns().size() - open.size());
        long before = open.size();
        scouting.lookAround(open);
        decided.accept(before - open.size());
        for (Unknown unknown : open) {
            workOut(unknown, cracks);
            decided.accept(1);
        }
        return cracks;
    }

    /** Finds those that narrowing alone tells; returns those that it leaves open. */
    List<Unknown> narrow(List<Crack> cracks) {
        List<Unknown> open = new ArrayList<>();
        for (Unknown unknown : system.protectedUnknowns()) {
            Interval interval = propagated(unknown);
            if (unknown.isToldBy(interval, policy)) {
                cracks.add(crack(unknown, interval, Explanation.trail(unknown, interval, system, bounds)));
            } else if (interval.lower() < policy.threshold()) {
                open.add(unknown);
            }
        }
        return open;
    }

    /** The narrowest interval that linear programs and whole numbers give. */
    Interval narrowest(Unknown unknown) throws Contradiction {
        if (bounds.isFixed(unknown.index())) {
            return propagated(unknown);
        }
        return relaxed(unknown, Neighbourhood.of(unknown.index(), Integer.MAX_VALUE, system, bounds));
    }

    private Interval propagated(Unknown unknown) {
        return Interval.within(bounds.lower(unknown.index()), bounds.upper(unknown.index()));
    }

    private void workOut(Unknown unknown, List<Crack> cracks) throws Contradiction {
        for (int size : SIZES) {
            Neighbourhood near = Neighbourhood.of(unknown.index(), size, system, bounds);
            if (!near.isAll() && scouting.seesSafe(unknown, near)) {
                return;
            }
            Interval interval = relaxed(unknown, near);
            if (unknown.isToldBy(interval, policy)) {
                cracks.add(crack(
                        unknown,
                        interval,
                        Explanation.together(
                                unknown, interval, system, bounds, Polytope.touching(near.unknowns(), system))));
                return;
            }
            if (near.isAll() || interval.lower() >= policy.threshold()) {
                return;
            }
        }
        cracks.add(crack(unknown, scouting.seen(unknown), List.of(UNDECIDED)));
    }

    /** All that an unknown can be as far as its neighbourhood says. */
    private Interval relaxed(Unknown unknown, Neighbourhood near) throws Contradiction {
        Polytope polytope =
                Polytope.relaxed(near.unknowns(), Polytope.touching(near.unknowns(), system), system, bounds);
        LinearProgram program = new LinearProgram(polytope);
        Interval interval = program.interval(0);
        if (interval == null) {
            throw new Contradiction(program.atFault());
        }
        return interval.and(propagated(unknown));
    }

    private static Crack crack(Unknown unknown, Interval interval, List<String> derivation) {
        return new Crack(unknown.series().toString(), unknown.words(), interval, derivation);
    }
}
