package equalities.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Attacks one series. A hidden count is safe when it was seen far enough apart at points where everything published
 * holds; points are cheap, and most counts need no more. For the others the narrowest interval is worked out, over ever
 * larger neighbourhoods until it is decided.
 */
final class Siege {
    private static final int[] SIZES = {40, 160, 600, 2500, Integer.MAX_VALUE};
    private static final int POINTS = 16;

    private final String series;
    private final LinearSystem system;
    private final Structure.Policy policy;
    private final Bounds bounds;
    private final Witnesses witnesses;
    private final Projection projection;
    private final Random random = new Random(20261126);
    private double @Nullable [] point;

    /** @throws Contradiction when the relations cannot all hold */
    Siege(Series series, LinearSystem system, Structure.Policy policy) throws Contradiction {
        this.series = series.toString();
        this.system = system;
        this.policy = policy;
        this.bounds = Propagation.of(system);
        this.witnesses = new Witnesses(system.size());
        this.projection = new Projection(system, bounds);
    }

    /** Finds the protected counts that tell too much; tells how many were decided as it goes. */
    List<Crack> cracks(IntConsumer decided) throws Contradiction {
        List<Crack> cracks = new ArrayList<>();
        List<Unknown> open = new ArrayList<>(system.protectedUnknowns());
        for (Unknown unknown : List.copyOf(open)) {
            Interval interval = propagated(unknown);
            if (interval.tells(policy)) {
                cracks.add(crack(unknown, interval, Explanation.trail(unknown, interval, system, bounds)));
                open.remove(unknown);
            }
        }
        open.removeIf(u -> bounds.lower(u.index()) >= policy.threshold());
        lookAround(open);
        int all = system.protectedUnknowns().size();
        decided.accept(all - open.size());
        for (Unknown unknown : open) {
            if (!isSeenSafe(unknown)) {
                workOut(unknown, cracks);
            }
            decided.accept(1);
        }
        return cracks;
    }

    /** The narrowest interval that linear programs and whole numbers give. */
    Interval narrowest(Unknown unknown) throws Contradiction {
        if (bounds.isFixed(unknown.index())) {
            return propagated(unknown);
        }
        Neighbourhood all = Neighbourhood.of(unknown.index(), Integer.MAX_VALUE, system, bounds);
        LocalProgram program = new LocalProgram(system, bounds, all.unknowns(), null);
        return interval(unknown, program, program.relations());
    }

    private Interval propagated(Unknown unknown) {
        return Interval.within(bounds.lower(unknown.index()), bounds.upper(unknown.index()));
    }

    /** Sees points until they show nothing new of those that are open; what is safe leaves the list. */
    private void lookAround(List<Unknown> open) {
        if (open.isEmpty()) {
            return;
        }
        point = projection.from(middle());
        if (point == null) {
            return;
        }
        witnesses.see(point);
        for (int i = 0; i < POINTS && !open.isEmpty(); i++) {
            double[] push = push(open);
            seeFrom(push, 1);
            seeFrom(push, -1);
            open.removeIf(this::isSeenSafe);
        }
    }

    private void seeFrom(double[] push, int side) {
        double[] start = Objects.requireNonNull(point).clone();
        for (int i = 0; i < start.length; i++) {
            start[i] += side * push[i];
        }
        double[] other = projection.from(start);
        if (other != null) {
            witnesses.see(other);
        }
    }

    private double[] push(List<Unknown> open) {
        double[] push = new double[system.size()];
        double far = 1.5 * (policy.leastWidth() + 1);
        open.forEach(u -> push[u.index()] = random.nextBoolean() ? far : -far);
        return push;
    }

    private double[] middle() {
        double[] middle = new double[system.size()];
        for (int i = 0; i < middle.length; i++) {
            double upper = Math.min(bounds.upper(i), bounds.lower(i) + 2 * policy.leastWidth());
            middle[i] = (bounds.lower(i) + upper) / 2;
        }
        return middle;
    }

    private boolean isSeenSafe(Unknown unknown) {
        return witnesses.areApart(unknown.index(), policy.leastWidth());
    }

    private void workOut(Unknown unknown, List<Crack> cracks) throws Contradiction {
        for (int size : SIZES) {
            Neighbourhood near = Neighbourhood.of(unknown.index(), size, system, bounds);
            if (seesInside(unknown, near)) {
                return;
            }
            LocalProgram program = new LocalProgram(system, bounds, near.unknowns(), null);
            Interval interval = interval(unknown, program, program.relations());
            if (interval.tells(policy)) {
                cracks.add(crack(
                        unknown,
                        interval,
                        Explanation.together(unknown, interval, system, bounds, program.relations())));
                return;
            }
            if (near.isAll() || interval.lower() >= policy.threshold()) {
                return;
            }
        }
    }

    /** Moves only those that are near, all others staying at a point that is possible. */
    private boolean seesInside(Unknown unknown, Neighbourhood near) {
        double[] around = point;
        if (around == null || near.isAll()) {
            return false;
        }
        LocalProgram program = new LocalProgram(system, bounds, near.unknowns(), around);
        for (boolean most : new boolean[] {false, true}) {
            double[] values = program.extreme(unknown.index(), most, program.relations());
            if (values != null) {
                for (int i = 0; i < values.length; i++) {
                    witnesses.see(near.unknowns()[i], values[i]);
                }
            }
        }
        return isSeenSafe(unknown);
    }

    private Interval interval(Unknown unknown, LocalProgram program, Set<Integer> relations) throws Contradiction {
        double[] least = program.extreme(unknown.index(), false, relations);
        double[] most = program.extreme(unknown.index(), true, relations);
        if (least == null || most == null) {
            throw new Contradiction(program.atFault());
        }
        return Interval.within(program.value(unknown.index(), least), program.value(unknown.index(), most))
                .and(propagated(unknown));
    }

    private Crack crack(Unknown unknown, Interval interval, List<String> derivation) {
        return new Crack(series, unknown.words(), interval, derivation);
    }
}
