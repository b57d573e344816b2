package equalities.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A home as it was known at an instant: its received zone holds the submissions that had come by then, and the stages
 * make of it what they would have made. It lies in the state of the home that it looks back from, which owns the bytes.
 * Registers are those of now: a provider or site that was registered later is there.
 */
public final class TimeTravel {
    private static final String FOLDER = "as-known-at";

    private TimeTravel() {}

    /**
     * Prepares the home of that instant, or finds it as it is.
     *
     * @return empty when nothing had been received by then
     */
    public static Optional<Home> prepare(Home now, Instant instant) throws IOException {
        ZoneStore source = now.zone(Zone.RECEIVED);
        Received all = Received.current(source);
        List<ReceivedFile> known = all.files().stream()
                .filter(f -> !Instant.parse(f.receivedAt()).isAfter(instant))
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Home then =
                new Home(now.state().resolve(FOLDER).resolve(instant.toString().replace(":", "")));
        then.prepare();
        ZoneStore received = then.zone(Zone.RECEIVED);
        String madeFrom = madeFrom(known, all);
        if (!received.current().madeFrom().equals(madeFrom)) {
            fill(source, received, new Received(known, Map.of(), all.registers()), madeFrom);
        }
        return Optional.of(then);
    }

    /** Removes every home that was looked back at; each is made anew when it is asked for. */
    public static void forget(Home now) throws IOException {
        Durable.delete(now.state().resolve(FOLDER));
    }

    private static String madeFrom(List<ReceivedFile> known, Received all) {
        List<String> parts = new ArrayList<>(List.of(all.registers().toString()));
        known.forEach(f -> parts.add(f.toString()));
        return Fingerprint.of(parts);
    }

    private static void fill(ZoneStore source, ZoneStore received, Received known, String madeFrom) throws IOException {
        received.begin(madeFrom);
        for (ReceivedFile file : known.files()) {
            Path bytes = Received.bytes(received, file.sha256());
            Path original = Received.bytes(source, file.sha256());
            if (!Files.exists(bytes) && Files.exists(original)) {
                Files.createDirectories(bytes.resolveSibling("."));
                Files.createLink(bytes, original);
            }
        }
        Received.copyRegisters(source, received);
        known.putInPlace(received, madeFrom);
        received.sweep();
    }
}
