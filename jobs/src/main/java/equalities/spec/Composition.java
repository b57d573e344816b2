package equalities.spec;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a label is put together for which there is no spelling: one file of {@code schemas/compositions}. All phrases are
 * as {@link Words#normalise} makes them.
 *
 * @param numbered whether a number before a label is its place in somebody's list and says nothing
 * @param shortestTruncated how many letters a label that was cut off must have left, or null when none is completed
 * @param before phrases before a label that say nothing
 * @param after phrases after a label that say nothing
 * @param words words that are mistyped or cut short, and what they stand for
 * @param other phrases for "any other" of a heading
 * @param joins words between several spellings of one meaning, which together mean it too
 * @param forms other ways to say some codes; braces stand for the label, wherever they stand the same
 * @param headings the upper groups
 * @param codesOf lists whose codes are understood too, by their bridge to this list
 */
public record Composition(
        boolean numbered,
        @Nullable Integer shortestTruncated,
        List<String> before,
        List<String> after,
        Map<String, String> words,
        List<String> other,
        List<String> joins,
        Forms forms,
        List<Heading> headings,
        List<String> codesOf)
        implements Serializable {

    /** Nothing is put together. */
    public static final Composition NONE = new Composition(
            false,
            null,
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            List.of(),
            new Forms(List.of(), List.of()),
            List.of(),
            List.of());

    /** Ways to say some codes. */
    public record Forms(List<String> codes, List<String> says) implements Serializable {}

    /**
     * An upper group as a heading before or after a label.
     *
     * @param group its label
     * @param codes the codes that may stand under it, in any list that people use
     * @param says what the heading is called
     * @param beforeOnly whether a label only ever follows it
     * @param other the code of "any other", or null
     * @param members labels that mean a code under this heading only
     */
    public record Heading(
            String group,
            List<String> codes,
            List<String> says,
            boolean beforeOnly,
            @Nullable String other,
            Map<String, List<String>> members)
            implements Serializable {}
}
