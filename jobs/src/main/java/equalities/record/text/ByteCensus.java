package equalities.record.text;

import java.nio.charset.Charset;

/** Counts what the bytes of a file would be in UTF-8, and what the others would be in the older encodings. */
final class ByteCensus {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Charset MACINTOSH = Charset.forName("x-MacRoman");
    private static final int MOST_CONTROLS_PER_THOUSAND = 20;
    private static final int MOST_ZEROS_PER_THOUSAND = 1;

    private final OneByteScore windows = new OneByteScore(WINDOWS);
    private final OneByteScore macintosh = new OneByteScore(MACINTOSH);
    private final byte[] pending = new byte[4];
    private int pendingLength;
    private int expected;

    private long bytes;
    private long zeros;
    private long controls;
    private long sequences;
    private long wide;
    private long foreign;

    void add(byte[] buffer, int length) {
        bytes += length;
        for (int i = 0; i < length; i++) {
            int b = buffer[i] & 0xFF;
            if (pendingLength == 0 && b < 0x80) {
                if (b < ' ') {
                    control(b);
                }
                windows.next(b);
                macintosh.next(b);
            } else {
                high(b);
            }
        }
    }

    void finish() {
        flushPending();
        windows.next(' ');
        macintosh.next(' ');
    }

    private void control(int b) {
        zeros += b == 0 ? 1 : 0;
        boolean ordinary = (b >= '\t' && b <= '\r') || (b >= 0x1A && b <= 0x1F) || b == 1;
        controls += ordinary ? 0 : 1;
    }

    private void high(int b) {
        if (pendingLength > 0 && continues(b)) {
            pending[pendingLength++] = (byte) b;
            if (pendingLength == expected) {
                sequences++;
                wide += expected > 2 ? 1 : 0;
                pendingLength = 0;
                windows.skip();
                macintosh.skip();
            }
            return;
        }
        flushPending();
        expected = b >= 0xC2 && b < 0xE0 ? 2 : b >= 0xE0 && b < 0xF0 ? 3 : b >= 0xF0 && b < 0xF5 ? 4 : 0;
        if (b < 0x80) {
            if (b < ' ') {
                control(b);
            }
            windows.next(b);
            macintosh.next(b);
        } else if (expected > 0) {
            pending[pendingLength++] = (byte) b;
        } else {
            foreign(b);
        }
    }

    private boolean continues(int b) {
        boolean second = pendingLength == 1;
        int first = pending[0] & 0xFF;
        int least = second && first == 0xE0 ? 0xA0 : second && first == 0xF0 ? 0x90 : 0x80;
        int most = second && first == 0xED ? 0x9F : second && first == 0xF4 ? 0x8F : 0xBF;
        return b >= least && b <= most;
    }

    private void flushPending() {
        for (int i = 0; i < pendingLength; i++) {
            foreign(pending[i] & 0xFF);
        }
        pendingLength = 0;
    }

    private void foreign(int b) {
        foreign++;
        windows.next(b);
        macintosh.next(b);
    }

    /** More zero bytes or control characters than a slip can explain. */
    boolean isBinary() {
        return zeros * 1000 > bytes * MOST_ZEROS_PER_THOUSAND || controls * 1000 > bytes * MOST_CONTROLS_PER_THOUSAND;
    }

    /**
     * Whether the file holds characters of UTF-8 among others: too many to be chance, or such of three bytes, which other
     * encodings do not make by chance.
     */
    boolean isMixed() {
        return foreign > 0 && (wide > 0 || sequences * 20 > foreign);
    }

    /** Bytes that are no UTF-8. */
    long foreign() {
        return foreign;
    }

    /** The older encoding in which the foreign bytes make more sense. */
    Charset oneByteCharset() {
        return macintosh.score() > windows.score() ? MACINTOSH : WINDOWS;
    }
}
