package equalities.audit;

import equalities.lake.Fingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a log ends.
 *
 * @param last its last whole entry; none in a log that is not begun
 * @param lines how many lines there are, a half one included
 * @param before the SHA-256 that the next entry has to carry
 * @param half whether its last line was cut off while it was written
 */
record Tail(Optional<Entry> last, long lines, String before, boolean half) {
    /** What stands before the first entry. */
    static final String NOTHING = Fingerprint.ofBytes(new byte[0]);

    private static final int LOOKED_AT = 1 << 17;

    static Tail of(Path file) throws IOException {
        if (Files.notExists(file)) {
            return new Tail(Optional.empty(), 0, NOTHING, false);
        }
        String text = end(file);
        boolean half = !text.isEmpty() && !text.endsWith("\n");
        String[] lines = text.split("\n", -1);
        StringBuilder after = new StringBuilder();
        long halves = 0;
        for (int i = lines.length - (half ? 1 : 2); i >= 0; i--) {
            Optional<Entry> entry = Entry.read(lines[i]);
            after.insert(0, after.isEmpty() ? lines[i] : lines[i] + "\n");
            if (entry.isPresent()) {
                return new Tail(entry, entry.get().line() + halves, sha256(after.toString()), half);
            }
            halves++;
        }
        if (text.length() == LOOKED_AT) {
            throw new IOException(
                    "The end of the audit log " + file + " is none: 'equalities verify --home' says at which"
                            + " line. Keep a copy of it as it is, find out who wrote there, then move it away.");
        }
        return new Tail(Optional.empty(), halves, sha256(after.toString()), half);
    }

    /** Of bytes that were read as ISO 8859-1. */
    static String sha256(String text) {
        return Fingerprint.ofBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String end(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            long from = Math.max(0, channel.size() - LOOKED_AT);
            var bytes = java.nio.ByteBuffer.allocate((int) (channel.size() - from));
            channel.position(from);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // Until it is full.
            }
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
        }
    }
}
