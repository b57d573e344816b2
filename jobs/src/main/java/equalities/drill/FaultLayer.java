package equalities.drill;

import equalities.lake.DiskFaults;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Within a process that a drill started: counts the points before and after each write, sync, rename and deletion, and
 * does at one of them what the plan says. No other process ever has one.
 */
public final class FaultLayer implements DiskFaults {
    private static final long SLOW_NANOS = 25_000_000L;

    private final FaultPlan plan;
    private final UnsyncedDisk disk;
    private @Nullable Path lastState;
    private long points;
    private boolean done;

    /** By the service loader, from the system property. */
    public FaultLayer() {
        this.plan = FaultPlan.read(System.getProperty(PROPERTY, ""));
        this.disk = new UnsyncedDisk(plan.scratch());
    }

    @Override
    public synchronized void before(Act act, Path path) throws IOException {
        at("before", act, path);
        if (plan.harm() != null && plan.harm().isOfLanding() && act == Act.COPY && points >= plan.point() && !done) {
            announce("before", act, path);
            harmLanding(plan.harm(), path);
        }
        if (plan.harm() == Harm.DISK_FULL && points >= plan.point() && (act == Act.WRITE || act == Act.COPY)) {
            announce("before", act, path);
            throw new IOException(path + ": No space left on device");
        }
        if (plan.harm() == Harm.READ_ONLY && points >= plan.point() && act != Act.SYNC) {
            announce("before", act, path);
            throw new FileSystemException(path.toString(), null, "Read-only file system");
        }
    }

    @Override
    public synchronized void after(Act act, Path path) throws IOException {
        if (notes()) {
            disk.note(act, path);
        }
        at("after", act, path);
    }

    @Override
    public synchronized void beforeRename(Path from, Path to) throws IOException {
        if (notes()) {
            disk.beforeRename(from, to);
        }
        if (plan.harm() != null && plan.harm().breaksCommits() && to.endsWith("current.json")) {
            String text = Files.readString(from);
            Files.writeString(to, text.substring(0, text.length() / 2));
            if (plan.harm().waits()) {
                announce("before", Act.RENAME, to);
                waitForTheEnd();
            }
        }
        before(Act.RENAME, to);
    }

    private void at(String when, Act act, Path path) throws IOException {
        points++;
        if (plan.harm() == null) {
            tell(when, act, path);
        } else if (plan.harm().keeps()) {
            Path state = Files.createDirectories(DiskState.folder(plan.scratch(), points));
            disk.write(state);
            DiskState.keep(plan.home(), state, lastState);
            lastState = state;
            tell(when, act, path);
        } else if (plan.harm() == Harm.SLOW_DISK) {
            LockSupport.parkNanos(SLOW_NANOS);
        } else if (points == plan.point() && plan.harm().waits() && plan.harm() != Harm.BROKEN_COMMIT) {
            disk.write(plan.scratch());
            announce(when, act, path);
            waitForTheEnd();
        } else if (points == plan.point() && plan.harm() == Harm.VANISHED_FOLDER) {
            announce(when, act, path);
            vanish(path);
        }
    }

    private static void harmLanding(Harm harm, Path file) throws IOException {
        if (harm == Harm.VANISHED_LANDING) {
            Path landing = file.resolve("../../..").normalize();
            Files.move(landing, Feed.vanished(landing));
            return;
        }
        try (FileChannel bytes = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (harm == Harm.CHANGED_INPUT) {
                bytes.truncate(bytes.size() / 2);
            } else {
                bytes.write(ByteBuffer.wrap("x".repeat((int) (bytes.size() / 2)).getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    /** Says once where it happens. */
    private void announce(String when, Act act, Path path) {
        if (!done) {
            done = true;
            tell(when, act, path);
        }
    }

    private void tell(String when, Act act, Path path) {
        System.out.println(FaultPlan.AT + points + " " + when + " " + act.name().toLowerCase(Locale.ROOT) + " " + path);
        System.out.flush();
    }

    private boolean notes() {
        return plan.harm() == Harm.POWER_CUT
                || plan.harm() != null && plan.harm().keeps();
    }

    /** The generation that is being written, or what Spark spills: never what is in place. */
    private static void vanish(Path path) throws IOException {
        Path folder = path;
        while (folder != null && !String.valueOf(folder.getFileName()).matches("g\\d+")) {
            folder = folder.getParent();
        }
        if (folder != null && Files.isDirectory(folder) && !Files.exists(folder.resolve("complete"))) {
            try (Stream<Path> all = Files.walk(folder)) {
                List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
                for (Path below : deepestFirst) {
                    Files.delete(below);
                }
            }
        }
    }

    private static void waitForTheEnd() {
        while (true) {
            LockSupport.park();
        }
    }
}
