package equalities.spec;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who qualifies for an advocate, by legal status, from when to when: one entry of {@code schemas/eligibility.yaml}.
 *
 * @param from the first day it is in force; null: enacted, not commenced, so it never applies
 * @param to the last day, or null while it lasts
 */
public record EligibilityRule(
        String name,
        List<String> legalStatus,
        boolean qualifies,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String source,
        String note)
        implements Serializable {
    public EligibilityRule {
        legalStatus = List.copyOf(legalStatus);
    }
}
