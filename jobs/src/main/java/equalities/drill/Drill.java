package equalities.drill;

import equalities.lake.Durable;
import equalities.lake.Home;
import equalities.lake.ZoneKeys;
import equalities.spec.Specification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Laps: each in a home of its own, all stages of all rounds, each stage cut off several times and then started once more,
 * undisturbed, after which its zones must be those of the undisturbed run.
 */
public final class Drill {
    private final Course course;
    private final Path folder;
    private final Order order;
    private final Proof proof = new Proof();
    private final Consumer<String> tell;
    private Instant until = Instant.MAX;

    /**
     * How much is asked for.
     *
     * @param kills after which it ends
     * @param atMost how long runs are cut off, after the undisturbed run; no limit when zero
     * @param seed of all choices but moments
     * @param harms the ways to choose from
     * @param states how many states of the disk at named points are gone through before the kills; none when zero
     * @param cutOff the stages that are cut off; the others run undisturbed
     * @param plant whether commits are broken on purpose, which has to be seen
     * @param writers how many processes begin each stage of a home at once, before all else; none when zero
     */
    public record Order(
            int kills,
            Duration atMost,
            long seed,
            List<Harm> harms,
            int states,
            int writers,
            Set<String> cutOff,
            boolean plant) {}

    /**
     * What is run, and where.
     *
     * @param folder for everything
     * @param world what returns are invented of
     * @param people how many
     * @param stages the words of the stages, in order
     * @param settings further settings of every run as {@code key=value}
     * @param keys of the files of all homes
     * @param cutConnections cuts the connections to PostgreSQL
     * @param here the command in this process
     */
    public record Place(
            Path folder,
            Path world,
            Specification specification,
            int people,
            List<String> stages,
            List<String> settings,
            ZoneKeys keys,
            Runnable cutConnections,
            Command here) {}

    /** The command in this process. */
    public interface Command {
        Answer run(String... arguments);
    }

    /**
     * How it ended.
     *
     * @param told what it wrote last
     */
    public record Answer(int exit, String told) {}

    /**
     * Makes the returns.
     *
     * @param tell is given how far it is, and what it saw so far
     */
    public static Drill prepare(Order order, Place place, BiConsumer<String, Proof> tell) throws IOException {
        Feed feed = Feed.generate(
                place.world(),
                place.people(),
                order.seed(),
                place.specification(),
                place.folder().resolve("landing"));
        Course course = new Course(
                place.stages(),
                feed,
                place.folder().resolve("person_key"),
                place.folder().resolve("scratch"),
                place.settings(),
                place.keys(),
                place.cutConnections(),
                place.here());
        return new Drill(course, place.folder(), order, tell);
    }

    private Drill(Course course, Path folder, Order order, BiConsumer<String, Proof> tell) {
        this.course = course;
        this.folder = folder;
        this.order = order;
        this.tell = how -> tell.accept(how, proof);
    }

    public Proof run() throws Exception {
        try (Child child = new Child(folder.resolve("temporary"))) {
            tell.accept("the undisturbed run");
            Undisturbed undisturbed = Undisturbed.run(course, new Home(folder.resolve("undisturbed")), child);
            until = order.atMost().isZero() ? Instant.MAX : Instant.now().plus(order.atMost());
            if (order.writers() > 0) {
                new Rivals(course, folder, undisturbed, proof, order.writers(), tell)
                        .run(() -> order.kills() == 0 && order.states() == 0 && isTimeLeft() && until != Instant.MAX);
            }
            if (order.states() > 0) {
                sweep(undisturbed, child);
            }
            for (int lap = 1; goesOn(); lap++) {
                lap(lap, undisturbed, child);
                tell.accept(proof.kills() + " of " + order.kills() + " kills");
            }
        }
        return proof;
    }

    private void sweep(Undisturbed undisturbed, Child child) throws Exception {
        tell.accept("named points");
        Home home = new Home(folder.resolve("every-point"));
        SplittableRandom random = new SplittableRandom(order.seed());
        Harm harm = order.plant() ? Harm.EVERY_POINT_BROKEN : Harm.EVERY_POINT;
        new Sweep(course, home, undisturbed, child, proof, random, until, tell)
                .run(harm, order.cutOff(), order.states());
        Durable.delete(home.root());
    }

    private boolean isTimeLeft() {
        return Instant.now().isBefore(until);
    }

    private boolean goesOn() {
        return proof.kills() < order.kills() && isTimeLeft();
    }

    private void lap(int lap, Undisturbed undisturbed, Child child) throws Exception {
        Home home = new Home(folder.resolve("lap-" + lap));
        SplittableRandom random = new SplittableRandom(order.seed() * 1_000_003 + lap);
        boolean well = true;
        try (Onlooker onlooker = Onlooker.of(home, undisturbed.states())) {
            for (int round = 1; round <= Feed.ROUNDS && well; round++) {
                for (String stage : course.stages()) {
                    String where = "seed " + order.seed() + ", lap " + lap + ", round " + round + ", " + stage;
                    Trial trial = new Trial(course, home, round, stage, undisturbed, child, random, proof, where);
                    well = well && goesOn() && run(trial, stage);
                    tell.accept(where + ": " + proof.kills() + " kills so far");
                }
            }
            onlooker.complaints()
                    .forEach(c -> proof.failure("seed " + order.seed() + ", lap " + lap + ", a reader", c));
            well = well && onlooker.complaints().isEmpty();
            proof.lapEnded(onlooker.looks());
        }
        if (well || !goesOn() && proof.holds()) {
            Durable.delete(home.root());
        }
    }

    private boolean run(Trial trial, String stage) throws Exception {
        return order.cutOff().contains(stage) ? trial.run(order.harms(), order.kills()) : trial.undisturbed();
    }

    /** The harms to choose from, each as often as it weighs. */
    public static List<Harm> harms(boolean postgres) {
        List<Harm> harms = new ArrayList<>();
        for (Harm harm : Harm.values()) {
            for (int i = 0; i < harm.weight(); i++) {
                if ((postgres || harm != Harm.LOST_CONNECTION) && (Child.canSetClocks() || harm != Harm.CLOCK_JUMP)) {
                    harms.add(harm);
                }
            }
        }
        return harms;
    }
}
