package equalities.stage.consolidate;

import java.io.Serializable;

/**
 * How many rows of a submission a later one made superfluous; it may be told of in several parts.
 *
 * @param repeated rows that the later one says again
 * @param superseded rows about which it says something else
 */
record Later(Which which, long repeated, long superseded) implements Serializable {
    /**
     * Whose rows, and by what.
     *
     * @param by the later submission, or the same
     */
    record Which(String provider, String submission, String by) implements Serializable {}
}
