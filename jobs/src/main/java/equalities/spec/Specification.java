package equalities.spec;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that {@code schemas/} says. Read it with {@link SpecificationReader}.
 *
 * @param quality rows of the tables that {@code schemas/quality} fills, in the columns of their contracts
 * @param atLeastOne the parts without which there is no row
 * @param parts SHA-256 over the files of each part: {@code spellings}, {@code tables}, {@code eligibility.yaml} …
 * @param fingerprint SHA-256 over all files that are read, so that a changed specification is new work
 */
public record Specification(
        Map<String, Characteristic> characteristics,
        Map<String, CodeList> codeLists,
        List<Layout> layouts,
        Map<String, Table> tables,
        Map<String, List<List<@Nullable Object>>> quality,
        Eligibility eligibility,
        LinkingPolicy linking,
        RetentionPolicy retention,
        Map<String, DisclosurePolicy> disclosurePolicies,
        DisclosurePolicy disclosurePolicy,
        List<CountedAlike> countedAlike,
        List<CountedTogether> countedTogether,
        List<String> atLeastOne,
        Map<String, String> parts,
        String fingerprint)
        implements Serializable {

    public Characteristic characteristic(String name) {
        return named(characteristics, name, "schemas/characteristics/" + name + ".yaml");
    }

    public CodeList codeList(String name) {
        return named(codeLists, name, "schemas/codelists/" + name + ".csv");
    }

    public Table table(String name) {
        return named(tables, name, "schemas/tables/" + name + ".yaml");
    }

    public DisclosurePolicy policy(String name) {
        return named(disclosurePolicies, name, "policy " + name + " in schemas/policies/disclosure.yaml");
    }

    /** The characteristics that stand in every person's record, in the order of their names in the specification. */
    public List<Characteristic> personCharacteristics() {
        return characteristics.values().stream()
                .filter(c -> c.scope() == Characteristic.Scope.PERSON)
                .toList();
    }

    private static <T> T named(Map<String, T> map, String name, String file) {
        T found = map.get(name);
        if (found == null) {
            throw new SpecificationException("There is no " + file + ". Add it, or mend the name that points to it.");
        }
        return found;
    }
}
