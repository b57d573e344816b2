package equalities.stage.consolidate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that become more as they are written, without a lock or a stream in between. */
final class GrowingBytes {
    private ByteBuffer bytes = ByteBuffer.allocate(512);

    /** Where so many bytes more may be put. */
    ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            int needed = Math.addExact(bytes.position(), more);
            bytes = ByteBuffer.allocate(Math.max(needed, 2 * bytes.capacity())).put(bytes.flip());
        }
        return bytes;
    }

    /** Its length in bytes, and its bytes in UTF-8. */
    void put(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + encoded.length).putInt(encoded.length).put(encoded);
    }

    byte[] all() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
