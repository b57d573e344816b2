package equalities.hostile;

import java.io.IOException;

/** What Jazzer calls with one input after another; the property {@code equalities.fuzz} names the {@link Hostile}. */
public final class FuzzTarget {
    private static final Hostile TARGET = Hostile.valueOf(System.getProperty("equalities.fuzz", "TEXT"));

    private FuzzTarget() {}

    /** By its name and form alone: what has to be read once is read before the time of an input counts. */
    public static void fuzzerInitialize() throws IOException {
        TARGET.take(new byte[0]);
    }

    /** By its name and form alone. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        TARGET.take(input);
    }
}
