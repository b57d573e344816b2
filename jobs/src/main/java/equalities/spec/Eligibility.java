package equalities.spec;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Entitlement and what follows from it: {@code schemas/eligibility.yaml}.
 *
 * @param rules in the order in which they are asked; the last that applies decides
 * @param suspendedBy kind of episode to the kind that suspends it while both run
 * @param duties what the responsible person owes to those who qualify
 */
public record Eligibility(List<EligibilityRule> rules, Map<String, String> suspendedBy, List<Duty> duties)
        implements Serializable {
    /**
     * A duty that can be followed through the facts of a record.
     *
     * @param from the first day; null: enacted, not commenced
     */
    public record Duty(
            String name, @Nullable LocalDate from, @Nullable LocalDate to, String source) implements Serializable {}

    public Eligibility {
        rules = List.copyOf(rules);
        suspendedBy = Map.copyOf(suspendedBy);
        duties = List.copyOf(duties);
    }
}
