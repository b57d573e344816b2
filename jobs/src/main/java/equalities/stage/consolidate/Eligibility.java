package equalities.stage.consolidate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import equalities.spec.EligibilityRule;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Who qualifies for an advocate: the rules of {@code schemas/eligibility.yaml} that were in force on a day of the stay.
 * A rule without a first day is enacted and not commenced, and never applies.
 */
final class Eligibility {
    private static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    private final List<EligibilityRule> rules;

    Eligibility(List<EligibilityRule> rules) {
        this.rules = rules;
    }

    /** The rows with {@code qualifies} and the name of the rule that says so. */
    Dataset<Row> judge(Dataset<Row> patients) {
        Column qualifies = lit(false);
        Column name = lit("no rule in force makes this legal status qualify");
        for (EligibilityRule rule : rules) {
            LocalDate from = rule.from();
            if (from != null) {
                qualifies = when(applies(rule, from), lit(rule.qualifies())).otherwise(qualifies);
                name = when(applies(rule, from), lit(rule.name())).otherwise(name);
            }
        }
        return patients.withColumn("qualifies", qualifies).withColumn("eligibility", name);
    }

    private static Column applies(EligibilityRule rule, LocalDate from) {
        Column lastDay = coalesce(col("end_date"), lit(OPEN));
        Column to = lit(rule.to() == null ? OPEN : rule.to());
        return col("legal_status")
                .isin(rule.legalStatus().toArray())
                .and(lastDay.geq(lit(from)))
                .and(col("start_date").leq(to));
    }
}
