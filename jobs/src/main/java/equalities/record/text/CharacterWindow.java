package equalities.record.text;

import java.io.Closeable;
import java.io.IOException;

/** The characters from the start of the current record on, as many as are asked for. */
final class CharacterWindow implements Closeable {
    private static final int SMALLEST = 1 << 16;

    private final DecodedText text;
    private final int largest;
    private long passed;

    char[] characters = new char[SMALLEST];
    int from;
    int to;
    boolean last;

    /** @param largest the most characters that are held at once */
    CharacterWindow(DecodedText text, int largest) {
        this.text = text;
        this.largest = largest;
    }

    /** Reads further; false when nothing was added, at the end or because the window is full. */
    boolean more() throws IOException {
        if (last) {
            return false;
        }
        if (to >= characters.length - 1) {
            if (characters.length >= largest) {
                return false;
            }
            characters = java.util.Arrays.copyOf(characters, Math.min(largest, characters.length * 2));
        }
        int n = text.read(characters, to, characters.length - to);
        last = n < 0;
        to += Math.max(n, 0);
        return !last;
    }

    /** Begins a record: positions taken before are void from here on. Returns whether a character is there. */
    boolean begin() throws IOException {
        if (from > 0 && to - from < SMALLEST / 8 && !last) {
            System.arraycopy(characters, from, characters, 0, to - from);
            passed += from;
            to -= from;
            from = 0;
            more();
        }
        while (from == to) {
            if (!more()) {
                return from < to;
            }
        }
        return true;
    }

    /** Whether no more characters can be held. */
    boolean full() {
        return to - from >= largest - SMALLEST;
    }

    /** Whether a character up to there, from which the next record starts, was read in another encoding. */
    boolean advance(int next) {
        boolean foreign = text.foreignBefore(passed + next);
        from = next;
        return foreign;
    }

    /** The position behind the line that starts there; the end of all characters when the line is the last. */
    int behindLine(int start) throws IOException {
        for (int i = start; i < to || more(); i++) {
            char c = characters[i];
            if (c == '\n') {
                return i + 1;
            }
            if (c == '\r') {
                boolean follows = i + 1 < to || more();
                return i + (follows && characters[i + 1] == '\n' ? 2 : 1);
            }
        }
        return to;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
