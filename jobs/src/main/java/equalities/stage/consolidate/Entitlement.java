package equalities.stage.consolidate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import equalities.spec.EligibilityRule;
import equalities.spec.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Who qualifies for an advocate: the rules of {@code schemas/eligibility.yaml} that were in force on a day of the stay
 * within the period. A rule without a first day is enacted and not commenced, and never applies.
 */
final class Entitlement {
    private static final String NO_RULE = "no rule in force makes this legal status qualify";

    private final List<EligibilityRule> rules;
    private final Period period;

    /** @param period of all rows that are judged */
    Entitlement(List<EligibilityRule> rules, Period period) {
        this.rules = rules;
        this.period = period;
    }

    /** The rows with {@code qualifies} and the name of the rule that says so; the last rule that applies decides. */
    Dataset<Row> judge(Dataset<Row> patients) {
        Column qualifies = lit(false);
        Column name = lit(NO_RULE);
        for (EligibilityRule rule : rules) {
            LocalDate from = rule.from();
            if (from != null) {
                Column applies = coalesce(applies(rule, from), lit(false));
                qualifies = when(applies, lit(rule.qualifies())).otherwise(qualifies);
                name = when(applies, lit(rule.name())).otherwise(name);
            }
        }
        return patients.withColumns(Map.of("qualifies", qualifies, "eligibility", name));
    }

    private Column applies(EligibilityRule rule, LocalDate from) {
        Column applies = lastDayOfRecord().geq(lit(from));
        LocalDate to = rule.to();
        if (to != null) {
            Column firstDay = greatest(col("start_date"), least(lit(period.firstDay()), lastDayOfRecord()));
            applies = applies.and(firstDay.leq(lit(to)));
        }
        if (!rule.legalStatus().isEmpty()) {
            applies = applies.and(col("legal_status").isin(rule.legalStatus().toArray()));
        }
        if (!rule.treatment().isEmpty()) {
            applies = applies.and(col("treatment").isin(rule.treatment().toArray()));
        }
        return rule.ageBelow() == null ? applies : applies.and(col("age").lt(lit(rule.ageBelow())));
    }

    /** The last day that a record tells of: its end, but not beyond the period, and at least its own first day. */
    private Column lastDayOfRecord() {
        Column last = lit(period.lastDay());
        return greatest(col("start_date"), least(coalesce(col("end_date"), last), last));
    }
}
