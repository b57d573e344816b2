package equalities.drill;

import equalities.lake.Home;
import equalities.lake.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a run does that nobody disturbs: the points that each stage passes in each round, how long it takes, what its zones
 * hold then, and the states that an analyst may see.
 */
final class Undisturbed {
    private final Map<String, Passed> passed = new HashMap<>();
    private final Map<String, Double> least = new HashMap<>();
    private final List<Map<String, String>> seen = new ArrayList<>();

    /**
     * One stage of one round.
     *
     * @param points the names of its points, in order
     * @param seconds with start and end of the process
     * @param zones what the zones that it writes hold after it
     * @param names how many files of each name the home has after it
     */
    record Passed(
            List<String> points, double seconds, Map<Zone, Map<String, String>> zones, Map<String, Integer> names) {}

    /**
     * Runs every stage of every round once.
     *
     * @throws DrillFailed when even that does not go well
     */
    static Undisturbed run(Course course, Home home, Child child) throws Exception {
        Undisturbed undisturbed = new Undisturbed();
        for (int round = 1; round <= Feed.ROUNDS; round++) {
            for (String stage : course.stages()) {
                Child.Call call = Child.Call.undisturbed(course.arguments(stage, round, home));
                Child.Ended ended = child.run(call.suffering(new FaultPlan(null, 0, course.scratch(), home.root())));
                if (ended.exit() != 0) {
                    throw new DrillFailed(
                            "Undisturbed, " + stage + " ended with " + ended.exit() + ": " + ended.lines());
                }
                undisturbed.passed.put(
                        round + stage,
                        new Passed(ended.points(), ended.seconds(), zones(course, home, stage), Leftovers.names(home)));
                undisturbed.look(home, stage);
            }
        }
        return undisturbed;
    }

    private void look(Home home, String stage) {
        if (stage.equals("consolidate") || stage.equals("analyse")) {
            seen.add(Onlooker.state(home));
        }
    }

    /** What the zones of a stage hold. */
    static Map<Zone, Map<String, String>> zones(Course course, Home home, String stage) throws Exception {
        Map<Zone, Map<String, String>> zones = new HashMap<>();
        for (Zone zone : Course.writes(stage)) {
            zones.put(zone, ZonePrint.of(home, zone, course.keys()));
        }
        return zones;
    }

    /** A start of a stage went to its end in so many seconds: on a machine with other work, the least of all is what counts. */
    void took(int round, String stage, double seconds) {
        least.merge(round + stage, seconds, Math::min);
    }

    /** What a stage takes from start to end, seconds. */
    double seconds(int round, String stage) {
        return Math.min(
                stage(round, stage).seconds(),
                least.getOrDefault(round + stage, stage(round, stage).seconds()));
    }

    /** Named points of these stages in all rounds. */
    long points(Set<String> stages) {
        return passed.entrySet().stream()
                .filter(one -> stages.contains(one.getKey().substring(1))) // Behind the number of the round.
                .mapToLong(one -> one.getValue().points().size())
                .sum();
    }

    Passed stage(int round, String stage) {
        return java.util.Objects.requireNonNull(passed.get(round + stage));
    }

    /** What an analyst may see, the oldest first. */
    List<Map<String, String>> states() {
        return seen;
    }
}
