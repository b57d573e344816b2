package equalities.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The registers' files in the received zone: those that hold now as a table by period, and every one that ever came. */
public final class Registers {
    /** The table's name in the zone's pointer: {@code <period>/providers.csv} and {@code sites.csv}. */
    public static final String TABLE = "register";

    private Registers() {}

    /** The folder of the register that holds now for a period. */
    public static Optional<Path> of(ZoneStore received, String period) throws IOException {
        return received.table(TABLE).stream()
                .map(copies -> copies.resolve(period))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** Copies the registers that hold now into the zone's next generation. */
    public static Path copy(ZoneStore received) throws IOException {
        return copy(received, received);
    }

    /** Copies the registers that hold now in a zone into the next generation of another. */
    static Path copy(ZoneStore received, ZoneStore to) throws IOException {
        Path copies = Files.createDirectories(to.aside().resolve(TABLE));
        for (Path registers : received.table(TABLE)) {
            copyFolder(registers, copies);
        }
        return copies;
    }

    /**
     * Copies registers that were kept into the next generation of another zone.
     *
     * @param wanted period to fingerprint
     */
    static Path copyKept(ZoneStore received, Map<String, String> wanted, ZoneStore to) throws IOException {
        Path copies = Files.createDirectories(to.aside().resolve(TABLE));
        for (Map.Entry<String, String> register : wanted.entrySet()) {
            copyFolder(kept(received, register.getValue()), copies.resolve(register.getKey()));
        }
        return copies;
    }

    /** Keeps the files of a register beside the generations, for whoever looks back. */
    public static void keep(ZoneStore received, Path register, String fingerprint) throws IOException {
        Path place = kept(received, fingerprint);
        if (!Files.exists(place)) {
            Path fresh = Durable.next(place);
            Durable.delete(fresh);
            copyFolder(register, fresh);
            Durable.syncTree(fresh);
            Durable.replace(place, fresh);
        }
    }

    static Path kept(ZoneStore received, String fingerprint) {
        return received.root().resolve("registers").resolve(fingerprint);
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.sorted(Comparator.naturalOrder()).toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
