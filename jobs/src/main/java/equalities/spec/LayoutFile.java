package equalities.spec;

import equalities.spec.Field.Type;
import equalities.spec.Field.Workforce;
import equalities.spec.Layout.ProviderKind;
import equalities.spec.Layout.Pseudonym;
import equalities.spec.Layout.SameKey;
import equalities.spec.RowRule.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code returns/<return>/<layout>.yaml}. */
final class LayoutFile {
    private final Map<String, Characteristic> characteristics;

    LayoutFile(Map<String, Characteristic> characteristics) {
        this.characteristics = characteristics;
    }

    Layout read(String returnName, String name, Part file) {
        return new Layout(
                returnName,
                name,
                file.text("title"),
                file.text("fills"),
                file.word("provider_kind", ProviderKind.class, ProviderKind.ANY),
                file.texts("key"),
                file.word("same_key_in_one_file", SameKey.class, SameKey.SUPERSEDE),
                Set.copyOf(file.texts("missing_values")),
                file.textMap("constants"),
                file.parts("fields").stream().map(this::field).toList(),
                file.parts("pseudonyms").stream().map(LayoutFile::pseudonym).toList(),
                file.parts("rules").stream().map(LayoutFile::rule).toList());
    }

    private Field field(Part part) {
        String characteristic = part.textOrNull("characteristic");
        Characteristic known = characteristic == null ? null : characteristics.get(characteristic);
        List<String> separators = part.texts("separators");
        return new Field(
                part.text("name"),
                part.texts("aliases"),
                part.textOrNull("column"),
                part.word("type", Type.class, Type.STRING),
                part.textOrNull("format"),
                part.flag("pseudonym"),
                part.textOrNull("age_on"),
                part.textOrNull("codelist"),
                characteristic,
                part.textOrNull("coded_by"),
                part.textOrNull("or_else"),
                part.textMap("values"),
                part.textMap("reverse"),
                separators.isEmpty() && known != null ? known.separators() : separators,
                known == null ? part.flag("many") : known.many(),
                part.has("workforce") ? workforce(part.part("workforce")) : null,
                part.flag("optional_heading"),
                part.has("constraints") ? constraints(part.part("constraints")) : Constraints.NONE);
    }

    private static Pseudonym pseudonym(Part part) {
        return new Pseudonym(part.text("column"), part.texts("of"), part.textOrNull("required_without"));
    }

    private static Workforce workforce(Part part) {
        return new Workforce(part.text("characteristic"), part.text("code"));
    }

    private static Constraints constraints(Part part) {
        return new Constraints(
                part.flag("required"),
                part.flag("unique"),
                part.scalarOrNull("minimum"),
                part.scalarOrNull("maximum"),
                part.numberOrNull("minLength"),
                part.numberOrNull("maxLength"),
                part.textOrNull("pattern"),
                part.texts("enum"));
    }

    private static RowRule rule(Part part) {
        return new RowRule(
                part.text("rule"),
                part.text("field"),
                part.textOrNull("not_before"),
                part.numberOrNull("multiple_of"),
                part.textsMap("when"),
                part.word("severity", Severity.class, Severity.ERROR));
    }
}
