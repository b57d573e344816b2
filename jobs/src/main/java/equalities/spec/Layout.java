package equalities.spec;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one version of a return looks: one file {@code schemas/returns/<return>/<layout>.yaml}, a Frictionless Table
 * Schema with the canonical column that each field fills.
 *
 * @param returnName the folder: {@code qualifying-patients} …
 * @param name the file name: {@code national} …
 * @param fills the warehouse table
 * @param key canonical columns; a later row with the same key supersedes the earlier
 * @param sameKeyInOneFile what becomes of two different rows of one file with the same key
 * @param missingValues what is read as nothing, besides a blank cell
 * @param constants canonical columns that the file does not carry
 * @param pseudonyms keyed hashes of several cells together
 */
public record Layout(
        String returnName,
        String name,
        String title,
        String fills,
        ProviderKind providerKind,
        List<String> key,
        SameKey sameKeyInOneFile,
        Set<String> missingValues,
        Map<String, String> constants,
        List<Field> fields,
        List<Pseudonym> pseudonyms,
        List<RowRule> rules)
        implements Serializable {

    /** Who sends a return. */
    public enum ProviderKind {
        HOSPITAL,
        ADVOCACY,
        ANY
    }

    /** What becomes of different rows of one file with the same key. */
    public enum SameKey {
        SUPERSEDE,
        HOLD
    }

    /**
     * A keyed hash of several cells together, so that what they say is compared and never kept.
     *
     * @param column the canonical column it fills
     * @param of headings of the layout, each as its field understands it; empty when one of them says nothing
     * @param requiredWithout a column without which this one must be there, or null
     */
    public record Pseudonym(
            String column, List<String> of, @Nullable String requiredWithout) implements Serializable {
        public Pseudonym {
            of = List.copyOf(of);
        }
    }

    /** The field under this heading. */
    public Field field(String heading) {
        return fields.stream()
                .filter(f -> f.name().equals(heading))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field of the layout is called " + heading));
    }

    public Layout {
        key = List.copyOf(key);
        missingValues = Set.copyOf(missingValues);
        constants = Map.copyOf(constants);
        fields = List.copyOf(fields);
        pseudonyms = List.copyOf(pseudonyms);
        rules = List.copyOf(rules);
    }
}
