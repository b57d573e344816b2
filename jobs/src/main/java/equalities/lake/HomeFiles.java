package equalities.lake;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/** Opens any file of a home, the locked ones of its identifiable zones with their key. */
public final class HomeFiles {
    private static final String TABLES = ".parquet";

    private final Path heldFolder;
    private final ReceivedFiles received;
    private final ZoneFiles held;

    private HomeFiles(Path heldFolder, ReceivedFiles received, ZoneFiles held) {
        this.heldFolder = heldFolder;
        this.received = received;
        this.held = held;
    }

    /**
     * Those of a home.
     *
     * @throws WrongKey when some are locked with none of these keys
     */
    public static HomeFiles of(Home home, ZoneKeys keys) throws IOException {
        ZoneFiles.of(home.zone(Zone.RECEIVED), keys);
        return asTheyAre(home, keys);
    }

    /** The same, also where nothing is locked though there are keys. */
    static HomeFiles asTheyAre(Home home, ZoneKeys keys) throws IOException {
        ZoneStore received = home.zone(Zone.RECEIVED);
        ZoneStore held = home.zone(Zone.HELD);
        return new HomeFiles(
                held.root(),
                new ReceivedFiles(received, ZoneFiles.asTheyAre(received, keys)),
                ZoneFiles.asTheyAre(held, keys));
    }

    /** Whether the file's bytes do not lie in it as they are. */
    public boolean isLocked(Path file) {
        return received.files().areLocked() && file.startsWith(received.folder())
                || held.areLocked()
                        && file.startsWith(heldFolder)
                        && file.toString().endsWith(TABLES);
    }

    /** The bytes of one that is locked; the caller closes it. */
    public SeekableByteChannel open(Path locked) throws IOException {
        return locked.startsWith(heldFolder)
                ? held.open(locked)
                : received.files().open(locked);
    }
}
