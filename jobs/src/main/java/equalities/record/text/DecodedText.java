package equalities.record.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The characters of a file in turn, and where one had to be read in another encoding than the rest. */
final class DecodedText implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final @Nullable Charset otherwise;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final Deque<Long> foreign = new ArrayDeque<>();
    private long produced;
    private boolean ended;
    private boolean finished;

    DecodedText(InputStream in, Charset charset, @Nullable Charset otherwise) {
        this.in = in;
        this.otherwise = otherwise;
        this.decoder = charset.newDecoder()
                .onMalformedInput(otherwise == null ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    /** Reads at least one character, if there is one, and at most so many, two or more; -1 at the end. */
    int read(char[] into, int offset, int most) throws IOException {
        CharBuffer out = CharBuffer.wrap(into, offset, most);
        int start = out.position();
        while (out.position() == start && !finished && most > 1) {
            CoderResult result = decoder.decode(bytes, out, ended);
            if (result.isMalformed()) {
                foreign.add(produced + out.position() - start);
                out.put(inOtherEncoding(bytes.get()));
            } else if (result.isUnderflow() && ended) {
                decoder.flush(out);
                finished = true;
            } else if (result.isUnderflow()) {
                fill();
            }
        }
        produced += out.position() - start;
        return out.position() == start && finished ? -1 : out.position() - start;
    }

    /** Whether a character before this place, counted from 0, was read in the other encoding; forgets the place. */
    boolean foreignBefore(long place) {
        boolean found = false;
        while (!foreign.isEmpty() && foreign.peek() < place) {
            foreign.remove();
            found = true;
        }
        return found;
    }

    private char inOtherEncoding(byte one) {
        return otherwise == null ? '\uFFFD' : new String(new byte[] {one}, otherwise).charAt(0);
    }

    private void fill() throws IOException {
        bytes.compact();
        int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = n < 0;
        bytes.position(bytes.position() + Math.max(n, 0)).flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
