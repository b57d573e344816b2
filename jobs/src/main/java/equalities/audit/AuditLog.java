package equalities.audit;

import equalities.lake.Durable;
import equalities.lake.Home;
import equalities.lake.Rights;
import equalities.lake.SigningKey;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The log of one home, {@code state/audit.jsonl}. It is only ever added to, by one process at a time, a whole line at a time. */
public final class AuditLog {
    private static final Duration LOOK = Duration.ofMillis(10);

    private final Path file;
    private final Path signingKey;
    private final Anchor anchor;
    private final Home home;
    private final Clock clock;

    /**
     * @param home whose state is there
     * @param signingKey the file of the key that signs each line; made when it is not there
     * @param anchor what is told the end of the log, outside the home
     */
    public AuditLog(Home home, Path signingKey, Anchor anchor, Clock clock) {
        this.home = home;
        this.file = file(home);
        this.signingKey = signingKey;
        this.anchor = anchor;
        this.clock = clock;
    }

    /** Where the log of a home is. */
    public static Path file(Home home) {
        return home.state().resolve("audit.jsonl");
    }

    /**
     * Writes events down, on the disk when the call returns.
     *
     * @throws IOException when the log or its anchor cannot be written
     */
    public void append(Actor actor, List<Event> events) throws IOException {
        if (events.isEmpty()) {
            return;
        }
        try (FileChannel channel = FileChannel.open(
                        home.state().resolve("audit.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock(channel)) {
            List<Entry> entries = entries(Tail.of(file), actor, events);
            anchor.add(Head.of(entries.get(entries.size() - 1), home));
        }
    }

    private List<Entry> entries(Tail tail, Actor actor, List<Event> events) throws IOException {
        SigningKey key = SigningKey.readOrMake(signingKey);
        String log = tail.last().map(Entry::log).orElseGet(Actor::random);
        String at = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        String before = tail.before();
        long line = tail.lines();
        List<Entry> entries = new ArrayList<>();
        StringBuilder text = new StringBuilder(tail.half() ? "\n" : "");
        for (Event event : events) {
            Entry entry = Entry.sign(++line, log, at, actor, event, before, key);
            before = Tail.sha256(entry.text());
            text.append(entry.text()).append('\n');
            entries.add(entry);
        }
        Durable.append(file, text.toString());
        Rights.set(file, Rights.OWNERS_FILE);
        return entries;
    }

    /** Another thread of this process has it as another process would: it is waited for. */
    private static FileLock lock(FileChannel channel) throws IOException {
        @Nullable FileLock lock = null;
        while (lock == null) {
            try {
                lock = channel.lock();
            } catch (OverlappingFileLockException sameProcess) {
                LockSupport.parkNanos(LOOK.toNanos());
            }
        }
        return lock;
    }

    /** The facts of all events of a kind, the oldest first. */
    public List<com.fasterxml.jackson.databind.JsonNode> facts(Event.What what) throws IOException {
        if (Files.notExists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            String word = "\"what\":\"" + what.word() + "\"";
            return lines.filter(line -> line.contains(word))
                    .map(Entry::read)
                    .flatMap(Optional::stream)
                    .filter(entry -> entry.what().equals(what.word()))
                    .map(Entry::facts)
                    .toList();
        }
    }
}
