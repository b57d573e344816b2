package equalities.spec;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who qualifies for an advocate, from when to when: one entry of {@code schemas/eligibility.yaml}. It applies to a
 * record that meets all of its conditions on a day on which it is in force; the last that applies decides.
 *
 * @param legalStatus codes of the legal status, or none for every status
 * @param treatment codes of a treatment that is being discussed, or none where the treatment does not matter
 * @param ageBelow the age in whole years that must not be reached, or null for every age
 * @param from the first day it is in force; null: enacted, not commenced, so it never applies
 * @param to the last day, or null while it lasts
 */
public record EligibilityRule(
        String name,
        List<String> legalStatus,
        List<String> treatment,
        @Nullable Integer ageBelow,
        boolean qualifies,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String source,
        String note)
        implements Serializable {
    public EligibilityRule {
        legalStatus = List.copyOf(legalStatus);
        treatment = List.copyOf(treatment);
    }
}
