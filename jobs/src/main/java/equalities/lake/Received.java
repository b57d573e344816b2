package equalities.lake;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The received zone's own ledger, {@code received.json}.
 *
 * @param files every submission ever received, in the order of period, provider and file name
 * @param seen landing path to its size and time when it was read, so that unchanged files are not read again
 * @param registers period to the fingerprint of its register
 */
public record Received(List<ReceivedFile> files, Map<String, String> seen, Map<String, String> registers) {
    /** The table's name in the zone's pointer. */
    public static final String LEDGER = "received.json";

    /** The folder of the registers' copies, by period. */
    public static final String REGISTER = "register";

    private static final ObjectMapper JSON = new ObjectMapper();

    public Received {
        files = List.copyOf(files);
        seen = new TreeMap<>(seen);
        registers = new TreeMap<>(registers);
    }

    /** What lies in the zone now. */
    public static Received current(ZoneStore received) throws IOException {
        List<Path> ledger = received.table(LEDGER);
        if (ledger.isEmpty()) {
            return new Received(List.of(), Map.of(), Map.of());
        }
        return JSON.readValue(Files.readAllBytes(ledger.get(0)), Received.class);
    }

    public void write(Path file) throws IOException {
        Durable.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
    }

    /** Where the bytes of a submission are. */
    public static Path bytes(ZoneStore received, String sha256) {
        return received.root().resolve("files").resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
