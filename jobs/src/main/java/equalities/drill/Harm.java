package equalities.drill;

import java.util.Set;

/** A way in which a run is cut off, and the exit codes with which one may end of itself then. */
public enum Harm {
    KILL_AT_POINT("killed at a named point", 6, Set.of()),
    POWER_CUT("power cut at a named point: what was not synced is torn or gone", 6, Set.of()),
    KILL_AT_MOMENT("killed at a random moment", 5, Set.of()),
    TERMINATE("told to stop at a random moment", 2, Set.of(143)),
    SLOW_DISK("killed at a random moment while the disk is slow", 1, Set.of()),
    DISK_FULL("disk full from a named point on", 2, Set.of(75)),
    NO_FILE_GROWS("no file may grow beyond a few kilobytes, whoever writes it", 1, Set.of(1, 75)),
    READ_ONLY("disk read-only from a named point on", 2, Set.of(1)),
    OUT_OF_MEMORY("a heap that is too small", 1, Set.of(1)),
    CHANGED_INPUT("a return is cut short while it is read", 1, Set.of(1)),
    REWRITTEN_INPUT("a return is written over while it is read", 1, Set.of(1)),
    VANISHED_LANDING("the landing area vanishes while it is read", 1, Set.of(1)),
    VANISHED_FOLDER("the folder at a named point vanishes", 2, Set.of(1)),
    LOST_CONNECTION("the connections to PostgreSQL are cut at a random moment", 2, Set.of(1)),
    CLOCK_JUMP("killed at a random moment, or run to its end, while the clock is off by up to 400 days", 1, Set.of()),
    EVERY_POINT("what the disk holds at every named point is kept", 0, Set.of()),
    BROKEN_COMMIT("planted defect: a pointer is written in place, half of it, and then killed", 0, Set.of()),
    EVERY_POINT_BROKEN("planted defect: the same, and what the disk holds at every named point is kept", 0, Set.of());

    /** How a run ends that the harm did not reach. */
    static final Set<Integer> WELL = Set.of(0, 99);

    private final String words;
    private final int weight;
    private final Set<Integer> ends;

    Harm(String words, int weight, Set<Integer> ends) {
        this.words = words;
        this.weight = weight;
        this.ends = ends;
    }

    String words() {
        return words;
    }

    /** How often it is chosen beside the others. */
    int weight() {
        return weight;
    }

    /** Whether it is bound to a point within the process. */
    boolean atPoint() {
        return switch (this) {
            case KILL_AT_POINT,
                    POWER_CUT,
                    DISK_FULL,
                    READ_ONLY,
                    CHANGED_INPUT,
                    REWRITTEN_INPUT,
                    VANISHED_LANDING,
                    VANISHED_FOLDER,
                    EVERY_POINT,
                    BROKEN_COMMIT,
                    EVERY_POINT_BROKEN -> true;
            case KILL_AT_MOMENT, TERMINATE, SLOW_DISK, NO_FILE_GROWS, OUT_OF_MEMORY, LOST_CONNECTION, CLOCK_JUMP ->
                false;
        };
    }

    /** Whether the process waits at the point to be killed. */
    boolean waits() {
        return this == KILL_AT_POINT || this == POWER_CUT || this == BROKEN_COMMIT;
    }

    /** Whether it comes to what is landed, which only one stage reads. */
    boolean isOfLanding() {
        return this == CHANGED_INPUT || this == REWRITTEN_INPUT || this == VANISHED_LANDING;
    }

    /** Whether what the disk holds is kept at every named point, and the run goes on. */
    boolean keeps() {
        return this == EVERY_POINT || this == EVERY_POINT_BROKEN;
    }

    /** Whether pointers are not put in place atomically. */
    boolean breaksCommits() {
        return this == BROKEN_COMMIT || this == EVERY_POINT_BROKEN;
    }

    boolean mayEnd(int exit) {
        return ends.contains(exit) || WELL.contains(exit);
    }
}
