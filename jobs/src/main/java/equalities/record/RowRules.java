package equalities.record;

import equalities.spec.RowRule;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The rules of a layout that look at a whole row. */
final class RowRules {
    private RowRules() {}

    static void check(RowWork work, RowRule rule) {
        Object value = work.value(rule.field());
        boolean holds = rule.when().entrySet().stream()
                .allMatch(e -> e.getValue().contains(String.valueOf(work.value(e.getKey()))));
        String fix = holds && value != null ? broken(work, rule, value) : null;
        if (fix != null) {
            work.layout().fields().stream()
                    .filter(f -> rule.field().equals(f.column()))
                    .findFirst()
                    .ifPresent(field -> work.tell(field, fault(rule, fix)));
        }
    }

    private static Fault fault(RowRule rule, String fix) {
        String message = "The rule of the return is broken: " + rule.rule() + ".";
        return new Fault(rule.rule(), message, fix, rule.severity());
    }

    /** How to mend it, or null when the rule is kept. */
    private static @Nullable String broken(RowWork work, RowRule rule, Object value) {
        if (rule.notBefore() != null
                && value instanceof LocalDate date
                && work.value(rule.notBefore()) instanceof LocalDate first
                && date.isBefore(first)) {
            return "Mend one of the two dates.";
        }
        boolean uneven = rule.multipleOf() != null && value instanceof Long number && number % rule.multipleOf() != 0;
        return uneven ? "Send the figure as it was published." : null;
    }
}
