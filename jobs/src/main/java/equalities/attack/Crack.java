package equalities.attack;

import java.util.List;

/**
 * A count that can be found out.
 *
 * @param cell which, in words
 * @param interval all that it can still be
 * @param derivation which published figures say so, a sentence each
 */
public record Crack(String series, String cell, Interval interval, List<String> derivation) {
    public Crack {
        derivation = List.copyOf(derivation);
    }
}
