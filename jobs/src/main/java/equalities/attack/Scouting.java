package equalities.attack;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Looks for points where everything published holds and hidden counts are far apart. */
final class Scouting {
    private static final int POINTS = 8;
    private static final int SWEEPS = 1500;
    private static final int NEAR_SWEEPS = 400;

    /** How much of the way to where it would be safe an unknown is moved at once. */
    private static final double[] SHARES = {1, 0.5, 1, 0.5};

    private static final int[] SIZES = {60, 250, 1000, Integer.MAX_VALUE};

    private final LinearSystem system;
    private final Bounds bounds;
    private final long width;
    private final Witnesses witnesses;
    private final Projection everything;
    private final Random random = new Random(20261126);
    private double @Nullable [] point;

    Scouting(LinearSystem system, Bounds bounds, Structure.Policy policy) {
        this.system = system;
        this.bounds = bounds;
        this.width = policy.leastWidth();
        this.witnesses = new Witnesses(system.size());
        this.everything = new Projection(Polytope.of(system, bounds));
    }

    /** Sees points all over; those that are safe leave the list. */
    void lookAround(List<Unknown> open) {
        if (open.isEmpty()) {
            return;
        }
        double[] first = everything.from(middle(), SWEEPS);
        point = first;
        if (first == null) {
            return;
        }
        witnesses.see(first);
        for (int i = 0; i < POINTS && !open.isEmpty(); i++) {
            double[] push = push(open);
            see(first, push, 1);
            see(first, push, -1);
            open.removeIf(this::isSafe);
        }
        open.removeIf(this::seesSafeNearby);
    }

    /** Whether an unknown is seen far apart when only those near to it move. */
    boolean seesSafe(Unknown unknown, Neighbourhood near) {
        double[] around = point;
        if (around == null) {
            return false;
        }
        LinearProgram program = new LinearProgram(Polytope.around(around, near.unknowns(), system, bounds));
        see(near, program.extreme(0, false));
        see(near, program.extreme(0, true));
        return isSafe(unknown);
    }

    /** What an unknown was seen to be. */
    Interval seen(Unknown unknown) {
        return witnesses.seen(unknown.index());
    }

    private boolean seesSafeNearby(Unknown unknown) {
        for (int size : SIZES) {
            Neighbourhood near = Neighbourhood.of(unknown.index(), size, system, bounds);
            if (seesSafeByMoving(unknown, near)) {
                return true;
            }
            if (near.isAll()) {
                return false;
            }
        }
        return false;
    }

    /** Holds an unknown at a number that would show it safe, and lets those near to it follow. */
    private boolean seesSafeByMoving(Unknown unknown, Neighbourhood near) {
        double[] around = Objects.requireNonNull(point);
        Polytope polytope = Polytope.around(around, near.unknowns(), system, bounds);
        double[] start = new double[near.unknowns().length];
        for (int i = 0; i < start.length; i++) {
            start[i] = around[near.unknowns()[i]];
        }
        int index = unknown.index();
        for (double share : SHARES) {
            double up = Math.min(bounds.upper(index), witnesses.up(index, width, share));
            see(near, new Projection(polytope.with(0, up)).from(start, NEAR_SWEEPS));
            double down = Math.max(bounds.lower(index), witnesses.down(index, width, share));
            see(near, new Projection(polytope.with(0, down)).from(start, NEAR_SWEEPS));
            if (isSafe(unknown)) {
                return true;
            }
        }
        return false;
    }

    private void see(Neighbourhood near, double @Nullable [] values) {
        for (int i = 0; values != null && i < values.length; i++) {
            witnesses.see(near.unknowns()[i], values[i]);
        }
    }

    private void see(double[] first, double[] push, int side) {
        double[] start = first.clone();
        for (int i = 0; i < start.length; i++) {
            start[i] += side * push[i];
        }
        double[] other = everything.from(start, SWEEPS);
        if (other != null) {
            witnesses.see(other);
        }
    }

    /** Half of what is open is pushed up or down; the rest is free to follow. */
    private double[] push(List<Unknown> open) {
        double[] push = new double[system.size()];
        double far = 1.5 * (width + 1);
        open.forEach(u -> push[u.index()] = random.nextBoolean() ? 0 : random.nextBoolean() ? far : -far);
        return push;
    }

    private double[] middle() {
        double[] middle = new double[system.size()];
        for (int i = 0; i < middle.length; i++) {
            double upper = Math.min(bounds.upper(i), bounds.lower(i) + 2 * width);
            middle[i] = (bounds.lower(i) + upper) / 2;
        }
        return middle;
    }

    private boolean isSafe(Unknown unknown) {
        return witnesses.areApart(unknown.index(), width);
    }
}
