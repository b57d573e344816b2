package equalities.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of what was received, each kept under the SHA-256 of what came: the one door to them, locked or not. They lie in
 * {@code files}, or in {@code files-} and what the key is known by that locks them.
 */
public final class ReceivedFiles implements Serializable {
    private static final String FOLDER = "files";
    private static final long serialVersionUID = 1;

    private final String folder;
    private final ZoneFiles files;

    ReceivedFiles(ZoneStore received, ZoneFiles files) {
        this.folder = folder(received, files.print()).toString();
        this.files = files;
    }

    /**
     * Those of a zone.
     *
     * @throws WrongKey when they are locked with none of these keys, or not locked and there are keys
     */
    public static ReceivedFiles of(ZoneStore received, ZoneKeys keys) throws IOException {
        return new ReceivedFiles(received, ZoneFiles.of(received, keys));
    }

    /** Those of a zone for a plan that is told and not carried out: none is opened, and no key is asked for. */
    public static ReceivedFiles toBePlanned(ZoneStore received) {
        return new ReceivedFiles(received, ZoneFiles.plain());
    }

    /** Where they lie under a key. */
    static Path folder(ZoneStore received, @Nullable String print) {
        return received.root().resolve(print == null ? FOLDER : FOLDER + "-" + print);
    }

    /** Whether a folder of the zone is one of received bytes, under whichever key. */
    static boolean isFolder(Path path) {
        return String.valueOf(path.getFileName()).matches(FOLDER + "(-[0-9a-f]+)?");
    }

    Path folder() {
        return Path.of(folder);
    }

    /** How its files are opened and created, those on their way into it included. */
    public ZoneFiles files() {
        return files;
    }

    /** Where the bytes of a submission are, as they lie there. */
    public Path place(String sha256) {
        return place(folder(), sha256);
    }

    static Path place(Path folder, String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** The place, where the bytes lie in it as they came. */
    public Optional<Path> plainFile(String sha256) {
        return files.areLocked() ? Optional.empty() : Optional.of(place(sha256));
    }

    /** The bytes of a submission; the caller closes it. */
    public SeekableByteChannel open(String sha256) throws IOException {
        return files.open(place(sha256));
    }

    public boolean isThere(String sha256) {
        return Files.exists(place(sha256));
    }

    /** The SHA-256 of the bytes that are there now: of less, after an erasure. */
    public String fingerprint(String sha256) throws IOException {
        return files.fingerprint(place(sha256));
    }

    /** Keeps what was written elsewhere in the zone by {@link #files}, and need not be there any more. */
    public void keep(String sha256, Path written) throws IOException {
        if (!files.areLocked()) {
            Durable.folder(place(sha256).resolveSibling(".").normalize());
            Durable.replace(place(sha256), written);
            return;
        }
        try (InputStream from = files.stream(written)) {
            put(sha256, from::transferTo);
        }
    }

    /** Puts other bytes into the place of a submission's, in one atomic step. */
    public void put(String sha256, Writing bytes) throws IOException {
        Path place = place(sha256);
        Durable.folder(place.resolveSibling(".").normalize());
        Path fresh = Durable.next(place);
        try (OutputStream to = files.create(fresh, place)) {
            bytes.to(to);
        }
        Durable.replace(place, fresh);
    }

    /** Writes bytes; need not close. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    public void delete(String sha256) throws IOException {
        Files.deleteIfExists(place(sha256));
    }
}
