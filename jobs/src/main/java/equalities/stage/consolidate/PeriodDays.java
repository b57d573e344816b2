package equalities.stage.consolidate;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** The days of the column {@code period}, as {@link equalities.spec.Period} counts them, in Spark's words. */
final class PeriodDays {
    private PeriodDays() {}

    static Column first() {
        Column firstMonth = when(isQuarter(), lit(1).plus(quarter().minus(1).multiply(3)))
                .when(isFinancialYear(), lit(1))
                .otherwise(second().minus(3));
        return add_months(make_date(year(), lit(4), lit(1)), firstMonth.minus(1).cast("int"));
    }

    static Column last() {
        Column months =
                when(isQuarter(), lit(3)).when(isFinancialYear(), lit(12)).otherwise(lit(1));
        return date_sub(add_months(first(), months), 1);
    }

    /** The last day that a record tells of: its end, but not beyond the period, and at least its own first day. */
    static Column lastDayOfRecord() {
        return greatest(col("start_date"), least(coalesce(col("end_date"), last()), last()));
    }

    private static Column year() {
        return substring(col("period"), 1, 4).cast("int");
    }

    private static Column second() {
        return substring(col("period"), 6, 2).cast("int");
    }

    private static Column quarter() {
        return substring(col("period"), 10, 1).cast("int");
    }

    private static Column isQuarter() {
        return length(col("period")).gt(7);
    }

    private static Column isFinancialYear() {
        return second().equalTo(pmod(year().plus(1), lit(100)));
    }
}
