package equalities.lake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One writer at a time in a home. The lock is the operating system's, so it dies with the process that held it. */
public final class HomeLock implements AutoCloseable {
    private static final int LOOKS = 3;
    private static final Duration LOOK = Duration.ofMillis(50);

    private final FileChannel channel;
    private final FileLock lock;

    private HomeLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Another run holds the home; the message says which. */
    public static final class HeldByAnother extends IOException {
        private static final long serialVersionUID = 1;

        HeldByAnother(String holder) {
            super("Another run is working in this home (" + holder + "). Try again when it has ended.");
        }
    }

    /**
     * Takes the lock.
     *
     * @throws HeldByAnother when another process or thread has it
     */
    public static HomeLock take(Home home) throws IOException {
        Path file = home.state().resolve("lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new HeldByAnother(Files.readString(file).strip());
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder().getBytes(StandardCharsets.UTF_8)));
        return new HomeLock(channel, lock);
    }

    /** Who works in a home now, in words. Not for the process that does: looking would end its lock. */
    public static Optional<String> holder(Home home) throws IOException {
        Path file = home.state().resolve("lock");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.tryLock(0, Long.MAX_VALUE, true) == null
                    ? Optional.of(Files.readString(file).strip())
                    : Optional.empty();
        }
    }

    /** Asks a few times: somebody who only looks holds the lock for a moment too. */
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        FileLock lock = tryOnce(channel);
        for (int again = 0; lock == null && again < LOOKS; again++) {
            LockSupport.parkNanos(LOOK.toNanos());
            lock = tryOnce(channel);
        }
        return lock;
    }

    private static @Nullable FileLock tryOnce(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    /** This process, in words for whoever comes second. */
    public static String thisProcess() {
        return "process " + ProcessHandle.current().pid() + " of " + System.getProperty("user.name", "?") + " on "
                + host();
    }

    private static String holder() {
        return thisProcess() + ", since " + Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "this machine";
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
