package equalities.spec;

import java.io.Serializable;
import java.util.List;

/**
 * Counts of the same people under several definitions, from {@code schemas/policies/disclosure.yaml}: two of one place
 * and answer that come to the same are taken for one by whoever reads both.
 *
 * @param counts measures, or measures and their parts as {@code measure.part}
 * @param anyBasis whether counts of different bases are of the same people too
 */
public record CountedAlike(List<String> counts, boolean anyBasis) implements Serializable {

    /** Whether a part of a measure is one of these counts. */
    public boolean has(String measure, String part) {
        return counts.contains(measure) || counts.contains(measure + "." + part);
    }

    /** Whether the counts are whole measures, so that only equal parts of them are alike. */
    public boolean ofMeasures() {
        return counts.stream().noneMatch(count -> count.contains("."));
    }
}
