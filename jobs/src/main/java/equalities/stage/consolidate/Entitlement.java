package equalities.stage.consolidate;

import equalities.spec.EligibilityRule;
import equalities.spec.Period;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who qualifies for an advocate: the rules of {@code schemas/eligibility.yaml} that were in force on a day of the stay
 * within the period. A rule without a first day is enacted and not commenced, and never applies.
 */
final class Entitlement implements Serializable {
    private static final Entitled BY_NO_RULE = new Entitled(false, "no rule in force makes this legal status qualify");
    private static final long serialVersionUID = 1;

    private final List<EligibilityRule> rules;
    private final LocalDate firstDay;
    private final LocalDate lastDay;

    /**
     * Whether somebody qualifies.
     *
     * @param rule the name of the rule that says so
     */
    record Entitled(boolean qualifies, String rule) {}

    /** @param period of all rows that are judged */
    Entitlement(List<EligibilityRule> rules, Period period) {
        this.rules = rules;
        this.firstDay = period.firstDay();
        this.lastDay = period.lastDay();
    }

    /** What the last rule that applies says. */
    Entitled judge(StandardRow patient) {
        for (int i = rules.size() - 1; i >= 0; i--) {
            EligibilityRule rule = rules.get(i);
            if (applies(rule, patient)) {
                return new Entitled(rule.qualifies(), rule.name());
            }
        }
        return BY_NO_RULE;
    }

    private boolean applies(EligibilityRule rule, StandardRow patient) {
        return wasInForce(rule, patient)
                && isOneOf(rule.legalStatus(), patient.text("legal_status"))
                && isOneOf(rule.treatment(), patient.text("treatment"))
                && isBelow(rule.ageBelow(), (Long) patient.value("age"));
    }

    /** On a day between the first and the last within the period that the record tells of, at least on its own first. */
    private boolean wasInForce(EligibilityRule rule, StandardRow patient) {
        LocalDate start = Objects.requireNonNull(patient.day("start_date"));
        LocalDate end = patient.day("end_date");
        LocalDate last = later(start, end == null ? lastDay : earlier(end, lastDay));
        LocalDate first = later(start, earlier(firstDay, last));
        LocalDate from = rule.from();
        LocalDate to = rule.to();
        return from != null && !last.isBefore(from) && (to == null || !first.isAfter(to));
    }

    private static boolean isOneOf(List<String> codes, @Nullable String code) {
        return codes.isEmpty() || code != null && codes.contains(code);
    }

    private static boolean isBelow(@Nullable Integer limit, @Nullable Long age) {
        return limit == null || age != null && age < limit;
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
