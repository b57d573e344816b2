package equalities.lake;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The received zone's own ledger, {@code received.json}.
 *
 * @param files every submission ever received, in the order of period, provider and file name
 * @param seen landing path to its size and time when it was read, so that unchanged files are not read again
 * @param registerVersions every register that ever came, in the order in which they came; none in homes that are older
 *     than this list
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Received(
        List<ReceivedFile> files,
        Map<String, String> seen,
        @Nullable List<RegisterVersion> registerVersions) {
    /** The table's name in the zone's pointer. */
    public static final String LEDGER = "received.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    public Received {
        files = List.copyOf(files);
        seen = new TreeMap<>(seen);
        registerVersions = registerVersions == null ? List.of() : List.copyOf(registerVersions);
    }

    @Override
    public List<RegisterVersion> registerVersions() {
        return requireNonNull(registerVersions);
    }

    /** Period to the fingerprint of the register that holds now: the one that came last. */
    public Map<String, String> registers() {
        Map<String, String> held = new TreeMap<>();
        registerVersions().forEach(version -> held.put(version.period(), version.fingerprint()));
        return held;
    }

    /** What had come by an instant, without what was seen of the landing area. */
    Received knownAt(Instant instant) {
        return new Received(
                files.stream().filter(f -> hadCome(f.receivedAt(), instant)).toList(),
                Map.of(),
                registerVersions().stream()
                        .filter(v -> hadCome(v.receivedAt(), instant))
                        .toList());
    }

    private static boolean hadCome(String receivedAt, Instant instant) {
        return !Instant.parse(receivedAt).isAfter(instant);
    }

    /** What lies in the zone now. */
    public static Received current(ZoneStore received) throws IOException {
        List<Path> ledger = received.table(LEDGER);
        if (ledger.isEmpty()) {
            return new Received(List.of(), Map.of(), List.of());
        }
        return JSON.readValue(Files.readAllBytes(ledger.get(0)), Received.class);
    }

    /** Writes the ledger beside the registers of the zone's next generation, and puts both in place. */
    public void putInPlace(ZoneStore received, String madeFrom) throws IOException {
        Path ledger = received.aside().resolve(LEDGER);
        Path registers = received.aside().resolve(Registers.TABLE);
        Durable.write(ledger, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
        received.complete(madeFrom);
        received.putInPlace(
                madeFrom,
                Map.of(
                        LEDGER,
                        List.of(received.relative(ledger)),
                        Registers.TABLE,
                        List.of(received.relative(registers))),
                Map.of());
    }
}
