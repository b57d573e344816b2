package equalities.spec;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    public Layout {
        key = List.copyOf(key);
        missingValues = Set.copyOf(missingValues);
        constants = Map.copyOf(constants);
        fields = List.copyOf(fields);
        rules = List.copyOf(rules);
    }
}
