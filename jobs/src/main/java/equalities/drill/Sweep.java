package equalities.drill;

import equalities.lake.Durable;
import equalities.lake.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every named point, none left out: one process passes through a stage and keeps what the disk holds at each; every such
 * state is then put in place twice, as a kill there leaves it and as a power cut does, looked at as an analyst would, and
 * followed by the next start. That start is made in this process, which is warm by then: a new one each time would make
 * it ten times as long and would find the same on its disk.
 */
final class Sweep {
    private final Course course;
    private final Home home;
    private final Undisturbed undisturbed;
    private final Child child;
    private final Proof proof;
    private final SplittableRandom random;
    private final Instant until;
    private final Consumer<String> tell;
    private final Path after;

    Sweep(
            Course course,
            Home home,
            Undisturbed undisturbed,
            Child child,
            Proof proof,
            SplittableRandom random,
            Instant until,
            Consumer<String> tell) {
        this.course = course;
        this.home = home;
        this.undisturbed = undisturbed;
        this.child = child;
        this.proof = proof;
        this.random = random;
        this.until = until;
        this.tell = tell;
        this.after = home.root().resolveSibling("after");
    }

    /**
     * All stages of all rounds; each has its share of the time, and of the states by its points.
     *
     * @param harm how the passing process is run
     * @param cutOff the stages of which this is done; the others are run
     * @param most states in all; without limit each point is cut off once in each way
     */
    void run(Harm harm, Set<String> cutOff, int most) throws Exception {
        int left = Feed.ROUNDS * cutOff.size();
        long all = undisturbed.points(cutOff);
        long passed = 0;
        for (int round = 1; round <= Feed.ROUNDS; round++) {
            for (String stage : course.stages()) {
                if (!Instant.now().isBefore(until)) {
                    return;
                } else if (!cutOff.contains(stage)) {
                    pass(Child.Call.undisturbed(course.arguments(stage, round, home)), stage);
                } else {
                    passed += undisturbed.stage(round, stage).points().size();
                    stage(harm, round, stage, left--, most * passed / all, most == Integer.MAX_VALUE);
                }
            }
        }
    }

    private Child.Ended pass(Child.Call call, String stage) throws Exception {
        Child.Ended ended = child.run(call);
        if (ended.exit() != 0) {
            throw new DrillFailed(stage + " ended with " + ended.exit() + ": " + ended.lines());
        }
        return ended;
    }

    /** @param left how many are to be gone through with this one, which share what time is left behind its passing */
    private void stage(Harm passing, int round, String stage, int left, long upTo, boolean once) throws Exception {
        Durable.delete(course.scratch());
        Files.createDirectories(course.scratch());
        Map<Path, String> before = Files.exists(home.root()) ? PowerCut.listing(home.root()) : Map.of();
        Child.Ended ended = pass(
                Child.Call.undisturbed(course.arguments(stage, round, home))
                        .suffering(new FaultPlan(passing, 0, course.scratch(), home.root())),
                stage);
        List<String> places = ended.points().stream()
                .map(point -> stage + ": " + course.place(point, round, home))
                .toList();
        Files.move(home.root(), after);
        Instant now = Instant.now();
        Instant end = until.equals(Instant.MAX)
                ? until
                : now.plus(Duration.between(now, until).dividedBy(left));
        Set<Integer> tried = new HashSet<>();
        long enough = once ? 0 : upTo - proof.states();
        for (Cut cut : anyOrder(places.size(), enough)) {
            if (Instant.now().isBefore(end) && proof.states() < upTo) {
                tried.add(cut.point());
                follow(cut.harm(), round, stage, cut.point(), places.get(cut.point() - 1), before);
            }
        }
        Files.move(after, home.root());
        proof.passed(places.size(), tried.size());
        tell.accept("%d states of the disk, up to %d of %d points of %s in round %d"
                .formatted(proof.states(), tried.size(), places.size(), stage, round));
    }

    /** How one of the states comes about. */
    private record Cut(Harm harm, int point) {}

    /**
     * First all that a kill can leave, for there are fewest of them; power cuts come round again, as each loses something
     * else, until there are enough.
     */
    private List<Cut> anyOrder(int points, long enough) throws IOException {
        List<Cut> kills = new ArrayList<>();
        List<Cut> powerCuts = new ArrayList<>();
        for (int point = 1; point <= points; point++) {
            powerCuts.add(new Cut(Harm.POWER_CUT, point));
            if (point == 1 || !DiskState.same(state(point - 1), state(point))) {
                kills.add(new Cut(Harm.KILL_AT_POINT, point));
            }
        }
        Collections.shuffle(kills, new Random(random.nextLong()));
        do {
            Collections.shuffle(powerCuts, new Random(random.nextLong()));
            kills.addAll(powerCuts);
        } while (kills.size() < enough && !powerCuts.isEmpty());
        return kills;
    }

    private Path state(int point) {
        return DiskState.folder(course.scratch(), point);
    }

    private void follow(Harm harm, int round, String stage, int point, String place, Map<Path, String> before)
            throws Exception {
        DiskState.restore(state(point), home.root());
        if (harm == Harm.POWER_CUT && Files.exists(home.root())) {
            proof.torn(PowerCut.strike(home.root(), state(point), before, random));
        }
        proof.state(harm, place);
        String where = "round " + round + ", " + harm + " at " + point + " " + place;
        String wrong = seen();
        if (wrong == null) {
            long began = System.nanoTime();
            Drill.Answer answer =
                    course.here().run(course.arguments(stage, round, home).toArray(String[]::new));
            proof.recoveredHere((System.nanoTime() - began) / 1e9);
            clearOfThisProcess();
            wrong = Harm.WELL.contains(answer.exit())
                    ? Aftermath.whatIsWrong(course, home, stage, undisturbed.stage(round, stage), proof)
                    : "the next start ended with " + answer.exit() + " " + answer.told();
        }
        if (wrong != null) {
            proof.failure(where, wrong);
            tell.accept("FAILED " + where + ": " + wrong);
            Files.move(home.root(), home.root().resolveSibling("failed-" + proof.failures()));
        } else {
            Durable.delete(home.root());
        }
    }

    /** Spark clears the folder that it spills to when its process ends, and this one goes on. */
    private void clearOfThisProcess() throws IOException {
        Path scratch = home.state().resolve("scratch");
        if (Files.notExists(scratch)) {
            return;
        }
        try (Stream<Path> all = Files.walk(scratch)) {
            if (all.anyMatch(Files::isRegularFile)) {
                return;
            }
        }
        try (Stream<Path> empty = Files.list(scratch)) {
            for (Path folder : empty.toList()) {
                Durable.delete(folder);
            }
        }
    }

    /** What an analyst sees that should not be seen, or null. */
    private @Nullable String seen() throws IOException {
        if (Files.notExists(home.catalogue())) {
            return null;
        }
        List<Map<String, String>> states = undisturbed.states();
        Map<String, String> state = Onlooker.state(home);
        return states.contains(state) ? null : "an analyst sees a mixture: " + state;
    }
}
