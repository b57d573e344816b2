package equalities.drill;

import equalities.lake.Durable;
import equalities.lake.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** One stage of one round in one home: cut off several times, then started once more and compared. */
final class Trial {
    private static final int MOST_KILLS = 6;
    private static final int DAYS_OFF = 400;

    private final Course course;
    private final Home home;
    private final int round;
    private final String stage;
    private final Undisturbed all;
    private final Undisturbed.Passed undisturbed;
    private final Child child;
    private final SplittableRandom random;
    private final Proof proof;
    private final String where;
    private String last = "";

    Trial(
            Course course,
            Home home,
            int round,
            String stage,
            Undisturbed undisturbed,
            Child child,
            SplittableRandom random,
            Proof proof,
            String where) {
        this.course = course;
        this.home = home;
        this.round = round;
        this.stage = stage;
        this.all = undisturbed;
        this.undisturbed = undisturbed.stage(round, stage);
        this.child = child;
        this.random = random;
        this.proof = proof;
        this.where = where;
    }

    /** Returns whether all went well. */
    boolean run(List<Harm> harms, int most) throws Exception {
        int cuts = 2 + random.nextInt(MOST_KILLS - 1);
        for (int cut = 0; cut < cuts && proof.kills() < most; cut++) {
            Harm harm = choose(harms);
            Child.Ended ended = suffer(harm);
            last = harm.name() + (ended.at() == null ? "" : " at " + place(ended.at()));
            if (!ended.killed() && !harm.mayEnd(ended.exit())) {
                return failed("ended with " + ended.exit() + " " + ended.lines());
            }
            count(harm, ended);
            if (ended.exit() == 0) {
                all.took(round, stage, ended.seconds());
            }
            if (Harm.WELL.contains(ended.exit())) {
                break; // It is done, and next to nothing is left to cut off.
            }
        }
        return recover();
    }

    /** Runs it without cutting it off; returns whether all went well. */
    boolean undisturbed() throws Exception {
        last = "nothing";
        return recover();
    }

    private Harm choose(List<Harm> harms) {
        List<Harm> fitting = harms.stream()
                .filter(harm -> !harm.isOfLanding() || stage.equals("receive"))
                .toList();
        return fitting.get(random.nextInt(fitting.size()));
    }

    private void count(Harm harm, Child.Ended ended) {
        // Such a run goes on, without the file or in another year.
        boolean harmed = harm.isOfLanding() && ended.at() != null || harm == Harm.CLOCK_JUMP;
        boolean cutOff = ended.killed() || !Harm.WELL.contains(ended.exit()) || harmed;
        if (cutOff) {
            String at = ended.at() == null ? "a moment" : place(ended.at());
            proof.cutOff(harm, stage + ": " + at);
        }
    }

    private Child.Ended suffer(Harm harm) throws Exception {
        Durable.delete(course.scratch());
        Files.createDirectories(course.scratch());
        long point = 1 + random.nextInt(undisturbed.points().size());
        Child.Call call = Child.Call.undisturbed(course.arguments(stage, round, home));
        if (harm.atPoint() || harm == Harm.SLOW_DISK) {
            call = call.suffering(new FaultPlan(harm, point, course.scratch(), home.root()));
        }
        Duration moment =
                Duration.ofMillis((long) (1000 * all.seconds(round, stage) * (0.2 + 0.8 * random.nextDouble())));
        return switch (harm) {
            case POWER_CUT -> powerCut(call);
            case CHANGED_INPUT, REWRITTEN_INPUT, VANISHED_LANDING -> changedInput(call);
            case KILL_AT_MOMENT, SLOW_DISK ->
                child.run(call.doing(moment, process -> process.toHandle().destroyForcibly()));
            case CLOCK_JUMP -> clockJump(call, moment);
            case TERMINATE ->
                child.run(call.doing(moment, process -> process.toHandle().destroy()));
            case OUT_OF_MEMORY -> child.run(call.withHeap(16 + random.nextInt(60) + "m"));
            case NO_FILE_GROWS -> child.run(call.withFilesUpTo(4 + random.nextInt(200)));
            case LOST_CONNECTION ->
                child.run(call.doing(moment, process -> course.cutConnections().run()));
            case KILL_AT_POINT, DISK_FULL, READ_ONLY, VANISHED_FOLDER, EVERY_POINT, BROKEN_COMMIT, EVERY_POINT_BROKEN ->
                child.run(call);
        };
    }

    private Child.Ended powerCut(Child.Call call) throws Exception {
        Map<Path, String> before = Files.exists(home.root()) ? PowerCut.listing(home.root()) : Map.of();
        Child.Ended ended = child.run(call);
        if (ended.killed() && Files.exists(UnsyncedDisk.file(course.scratch()))) {
            proof.torn(PowerCut.strike(home.root(), course.scratch(), before, random));
        }
        return ended;
    }

    /** What ended while the clock was ahead is followed by what begins before it. */
    private Child.Ended clockJump(Child.Call call, Duration moment) throws Exception {
        Child.Call jumped = call.withClockOff(random.nextInt(-DAYS_OFF, DAYS_OFF));
        return child.run(
                random.nextBoolean()
                        ? jumped
                        : jumped.doing(moment, process -> process.toHandle().destroyForcibly()));
    }

    private Child.Ended changedInput(Child.Call call) throws Exception {
        try {
            return child.run(call);
        } finally {
            course.feed().mend(round);
        }
    }

    /** Starts it undisturbed: that must be enough. */
    private boolean recover() throws Exception {
        Child.Ended ended = child.run(Child.Call.undisturbed(course.arguments(stage, round, home)));
        if (!Harm.WELL.contains(ended.exit())) {
            return failed("after " + last + " the next start ended with " + ended.exit() + " " + ended.lines());
        }
        proof.recovered(ended.seconds());
        if (ended.exit() == 0) {
            all.took(round, stage, ended.seconds());
        }
        String wrong = Aftermath.whatIsWrong(course, home, stage, undisturbed, proof);
        return wrong == null || failed("after " + last + " " + wrong);
    }

    private boolean failed(String what) {
        proof.failure(where, what);
        return false;
    }

    private String place(String point) {
        return course.place(point, round, home);
    }
}
