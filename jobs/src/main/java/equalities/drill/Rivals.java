package equalities.drill;

import equalities.lake.Durable;
import equalities.lake.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Many processes that begin the same stage of the same home at the same moment, stage after stage: one works; those that
 * come while it does are told to try again later, and those that come after it find nothing new.
 */
final class Rivals {
    private static final int WORKED = 0;
    private static final int TRY_LATER = 75;
    private static final int NOTHING_NEW = 99;

    private final Course course;
    private final Path folder;
    private final Undisturbed undisturbed;
    private final Proof proof;
    private final int writers;
    private final Consumer<String> tell;

    Rivals(Course course, Path folder, Undisturbed undisturbed, Proof proof, int writers, Consumer<String> tell) {
        this.course = course;
        this.folder = folder;
        this.undisturbed = undisturbed;
        this.proof = proof;
        this.writers = writers;
        this.tell = tell;
    }

    /** Homes, one after another, each through all stages of all rounds, while time is left; one at least. */
    void run(BooleanSupplier goesOn) throws Exception {
        List<Child> children = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            for (int writer = 1; writer <= writers; writer++) {
                children.add(new Child(folder.resolve("writer-" + writer)));
            }
            int lap = 0;
            do {
                lap(new Home(folder.resolve("rivals-" + ++lap)), children, threads);
            } while (goesOn.getAsBoolean() && proof.failures() == 0);
        } finally {
            threads.shutdownNow();
            children.forEach(Child::close);
        }
    }

    private void lap(Home home, List<Child> children, ExecutorService threads) throws Exception {
        try (Onlooker onlooker = Onlooker.of(home, undisturbed.states())) {
            for (int round = 1; round <= Feed.ROUNDS; round++) {
                for (String stage : course.stages()) {
                    Child.Call call = Child.Call.undisturbed(course.arguments(stage, round, home));
                    check(home, round, stage, atOnce(call, children, threads));
                }
            }
            onlooker.complaints().forEach(c -> proof.failure(writers + " at once, a reader", c));
            proof.lookedAt(onlooker.looks());
        }
        if (proof.failures() == 0) {
            Durable.delete(home.root());
        }
    }

    private static List<Child.Ended> atOnce(Child.Call call, List<Child> children, ExecutorService threads)
            throws Exception {
        List<Future<Child.Ended>> begun = new ArrayList<>();
        for (Child child : children) {
            begun.add(threads.submit(() -> child.run(call)));
        }
        List<Child.Ended> ended = new ArrayList<>();
        for (Future<Child.Ended> one : begun) {
            ended.add(one.get());
        }
        return ended;
    }

    private void check(Home home, int round, String stage, List<Child.Ended> all) throws Exception {
        Map<Integer, Integer> exits = new TreeMap<>();
        all.forEach(ended -> exits.merge(ended.exit(), 1, Integer::sum));
        proof.rivals(exits);
        String where = writers + " at once, round " + round + ", " + stage;
        tell.accept(where + ": " + exits);
        int orderly =
                exits.getOrDefault(WORKED, 0) + exits.getOrDefault(TRY_LATER, 0) + exits.getOrDefault(NOTHING_NEW, 0);
        if (exits.getOrDefault(WORKED, 0) != 1 || orderly != writers) {
            proof.failure(
                    where,
                    "they ended with " + exits + ": "
                            + all.stream().map(Child.Ended::lines).toList());
        }
        String wrong = Aftermath.whatIsWrong(course, home, stage, undisturbed.stage(round, stage), proof);
        if (wrong != null) {
            proof.failure(where, wrong);
        }
    }
}
