package equalities.spec;

import java.io.Serializable;

/**
 * What somebody writes for a code.
 *
 * @param spelling normalised as {@link Words#normalise} does
 * @param code a code of the list, {@code group:<label>}, {@code All}, or the word of a {@link Status}
 * @param provider the provider who means it so, blank for everyone
 * @param why the reason, where the reading is not obvious
 */
public record Spelling(String spelling, String code, String provider, String why) implements Serializable {
    /** Prefix of a code that names an upper group and not a single code. */
    public static final String GROUP = "group:";

    /** The code of a row that counts everybody. */
    public static final String ALL = "All";
}
