package equalities.lake;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

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

    /** Copies what a zone has of registers into the next generation of another, or of its own. */
    public static Path copyRegisters(ZoneStore from, ZoneStore to) throws IOException {
        Path copies = Files.createDirectories(to.aside().resolve(REGISTER));
        for (Path registers : from.table(REGISTER)) {
            try (Stream<Path> all = Files.walk(registers)) {
                for (Path path : all.sorted(Comparator.naturalOrder()).toList()) {
                    Path copy = copies.resolve(registers.relativize(path).toString());
                    if (Files.isDirectory(path)) {
                        Files.createDirectories(copy);
                    } else {
                        Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
        return copies;
    }

    /** Writes the ledger beside the registers of the zone's next generation, and puts both in place. */
    public void putInPlace(ZoneStore received, String madeFrom) throws IOException {
        Path ledger = received.aside().resolve(LEDGER);
        Path registers = received.aside().resolve(REGISTER);
        Durable.write(ledger, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
        received.complete(madeFrom);
        received.putInPlace(
                madeFrom,
                Map.of(
                        LEDGER, List.of(received.relative(ledger)),
                        REGISTER, List.of(received.relative(registers))),
                Map.of());
    }

    /** Where the bytes of a submission are. */
    public static Path bytes(ZoneStore received, String sha256) {
        return received.root().resolve("files").resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
