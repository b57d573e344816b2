package equalities.stage.protect;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What came of protecting a release.
 *
 * @param hidden the counts that are not shown
 * @param small how many of them are hidden for their own sake
 * @param unsafe how many small counts no other table could be found for
 * @param lost what the hidden counts come to, of what all counts come to, between 0 and 1
 */
record Outcome(Set<CellKey> hidden, long small, long unsafe, double lost) {

    /** The information lost, for the notes of a release. */
    Map<String, String> facts(long counts) {
        return Map.of(
                "counts", String.valueOf(counts),
                "hidden because small", String.valueOf(small),
                "hidden to protect these", String.valueOf(hidden.size() - small),
                "small counts left unsafe", String.valueOf(unsafe),
                "share of all that is counted", String.format(Locale.ROOT, "%.2f %%", 100 * lost));
    }
}
