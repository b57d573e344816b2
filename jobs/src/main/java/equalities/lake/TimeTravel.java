package equalities.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A home as it was known at an instant: its received zone holds the submissions that had come by then, and the stages
 * make of it what they would have made. It lies in the state of the home that it looks back from, which owns the bytes.
 * Registers are those of then too: what a provider sent before somebody registered it was set aside, and is again.
 */
public final class TimeTravel {
    private static final String FOLDER = "as-known-at";

    private TimeTravel() {}

    /**
     * Prepares the home of that instant, or finds it as it is.
     *
     * @param judge from the folder of the registers of then: what says of a file whether it was set aside
     * @return empty when nothing had been received by then
     */
    public static Optional<Home> prepare(Home now, Instant instant, Judge judge) throws IOException {
        ZoneStore source = now.zone(Zone.RECEIVED);
        Received all = Received.current(source);
        Received known = all.knownAt(instant);
        if (known.files().isEmpty()) {
            return Optional.empty();
        }
        Home then =
                new Home(now.state().resolve(FOLDER).resolve(instant.toString().replace(":", "")), now.tables());
        then.prepare();
        ZoneStore received = then.zone(Zone.RECEIVED);
        String madeFrom = madeFrom(known);
        then.lockedLike(now);
        if (!received.current().madeFrom().equals(madeFrom)) {
            received.begin(madeFrom);
            link(source, received, known.files());
            boolean noneKept = all.registerVersions().isEmpty();
            Path copies = noneKept
                    ? Registers.copy(source, received)
                    : Registers.copyKept(source, known.registers(), received);
            List<ReceivedFile> judged =
                    known.files().stream().map(judge.by(copies)).toList();
            new Received(judged, known.seen(), known.registerVersions()).putInPlace(received, madeFrom);
            received.sweep();
        }
        return Optional.of(then);
    }

    /** The home that a home was made to look back from; itself when it was not. */
    public static Home presentOf(Home home) {
        Path folder = home.root().resolveSibling(".").normalize();
        Path state = folder.resolveSibling(".").normalize();
        return folder.endsWith(FOLDER) && state.endsWith("state")
                ? new Home(state.resolveSibling("."), home.tables())
                : home;
    }

    /** Removes every home that was looked back at; each is made anew when it is asked for. */
    public static void forget(Home now) throws IOException {
        Durable.delete(now.state().resolve(FOLDER));
    }

    /** Says of files whether they are set aside, by the registers in a folder. */
    @FunctionalInterface
    public interface Judge {
        UnaryOperator<ReceivedFile> by(Path registers) throws IOException;
    }

    private static String madeFrom(Received known) {
        List<String> parts = new ArrayList<>(List.of(known.registers().toString()));
        known.files().forEach(f -> parts.add(f.toString()));
        return Fingerprint.of(parts);
    }

    private static void link(ZoneStore source, ZoneStore received, List<ReceivedFile> known) throws IOException {
        String key = source.current().key();
        for (ReceivedFile file : known) {
            Path bytes = ReceivedFiles.place(ReceivedFiles.folder(received, key), file.sha256());
            Path original = ReceivedFiles.place(ReceivedFiles.folder(source, key), file.sha256());
            if (!Files.exists(bytes) && Files.exists(original)) {
                Files.createDirectories(bytes.resolveSibling("."));
                Files.createLink(bytes, original);
            }
        }
    }
}
