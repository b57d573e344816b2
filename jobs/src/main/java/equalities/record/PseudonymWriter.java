package equalities.record;

import equalities.record.PersonKey.Pseudonyms;
import equalities.spec.Characteristic;
import equalities.spec.Field;
import equalities.spec.Layout;
import equalities.spec.Specification;
import equalities.spec.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes keyed hashes of several cells together, each as its field understands it; the cells are then forgotten. */
final class PseudonymWriter {
    private final Specification specification;
    private final CellReader cells;
    private final Pseudonyms pseudonyms;

    PseudonymWriter(Specification specification, CellReader cells, PersonKey key) {
        this.specification = specification;
        this.cells = cells;
        this.pseudonyms = key.pseudonyms();
    }

    void write(RowWork work, Layout.Pseudonym pseudonym) {
        List<String> parts = new ArrayList<>(List.of(pseudonym.column()));
        for (String heading : pseudonym.of()) {
            String said = said(work, work.layout().field(heading));
            if (said == null) {
                missing(work, pseudonym);
                return;
            }
            parts.add(said);
        }
        work.put(pseudonym.column(), pseudonyms.of(String.join("\n", parts)));
    }

    /** In one form whatever the file writes: a day as 1980-02-01, an answer by its code; null where nothing is known. */
    private @Nullable String said(RowWork work, Field field) {
        if (!work.has(field) || work.isMissing(field)) {
            return null;
        }
        if (field.characteristic() != null) {
            Characteristic c = specification.characteristic(field.characteristic());
            return known(c, work.value(c.column()));
        }
        Object value = field.ageOn() == null
                ? work.value(field.column())
                : cells.plain(field, work.cell(field)).value();
        return value instanceof LocalDate || value instanceof String ? value.toString() : null;
    }

    private static @Nullable String known(Characteristic c, @Nullable Object value) {
        List<?> codes = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        TreeSet<String> texts = new TreeSet<>();
        codes.forEach(code -> texts.add(code.toString()));
        boolean known = !texts.isEmpty() && texts.stream().allMatch(t -> c.statusOf(t) == Status.KNOWN);
        return known ? String.join(";", texts) : null;
    }

    private static void missing(RowWork work, Layout.Pseudonym pseudonym) {
        if (pseudonym.requiredWithout() != null && work.value(pseudonym.requiredWithout()) == null) {
            String parts = String.join(", ", pseudonym.of());
            work.tell(
                    work.layout().field(pseudonym.of().get(0)),
                    Fault.error(
                            "nobody can be recognised",
                            "The row has no number, and not all of: " + parts + ".",
                            "Fill in the number, or all of: " + parts + "."));
        }
    }
}
