package equalities.cli;

import equalities.lake.ZoneStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The totals of every measure at every place, counted a second time: by Spark, from the rows that were standardised, in
 * its own words. It knows no period but the sample's, and legal statuses instead of rules.
 */
final class SparkOpinion {
    private static final String PLACES = """
            create or replace temp view places as
            select site_code, 'site' as level, site_code as place from site union all
            select site_code, 'site type', site_type from site union all
            select site_code, 'provider', hospital_provider from site union all
            select site_code, 'commissioner', commissioner from site union all
            select site_code, 'england', 'England' from site""";
    private static final String ENTITLED = """
            create or replace temp view entitled as
            select distinct q.person_key, q.site_code from qualifying q
            join site s on s.site_code = q.site_code
            join submission b on b.provider_code = s.advocacy_provider and b.`return` like '%advocacy-cases%' and b.status <> 'set aside'
            where q.legal_status in ('02', '03', '07', '08', '09', '10', '12', '13', '14', '15', '16', '17', '18', '31', '37', '38', '35', '36', 'CTO', 'RECALL', 'CD')""";
    private static final String SEEN = """
            create or replace temp view seen as
            select distinct person_key from cases
            where declined_date is null or accepted_date > declined_date or first_contact_date is not null""";
    private static final String UPTAKE = """
            select 'uptake' as measure, level, place, count(distinct s.person_key) as x, count(distinct e.person_key) as n
            from entitled e join places p on p.site_code = e.site_code left join seen s on s.person_key = e.person_key
            group by level, place""";
    private static final String CASES = """
            with told as (
                select site_code, stack(7,
                    'met within 7 days', case when datediff(first_contact_date, referral_date) <= 7 then true
                        when first_contact_date is not null or datediff(date'2025-06-30', referral_date) > 7 then false end,
                    'referred by themselves', case when referred_by is not null then lower(referred_by) = 'self' end,
                    'referred automatically', case when referred_by is not null then lower(referred_by) = 'automatic' end,
                    'not instructed', not instructed,
                    'satisfaction answered', satisfaction is not null,
                    'satisfied', satisfaction in ('Good', 'Very good'),
                    'outcome recorded', outcomes is not null) as (measure, happened)
                from cases
            )
            select measure, level, place, count_if(happened) as x, count(happened) as n
            from told join places using (site_code) where happened is not null group by measure, level, place""";

    private SparkOpinion() {}

    /** Numerator and denominator by measure, place level and place; without "used again", which follows persons, not rows. */
    static Map<String, String> totals(SparkSession spark, ZoneStore standard) throws IOException {
        view(spark, standard, "qualifying-patients.national", "qualifying");
        view(spark, standard, "advocacy-cases.national", "cases");
        view(spark, standard, "site", "site");
        view(spark, standard, "submission", "submission");
        List.of(PLACES, ENTITLED, SEEN).forEach(spark::sql);
        Map<String, String> totals = new TreeMap<>();
        for (String question : List.of(UPTAKE, CASES)) {
            for (Row r : spark.sql(question).collectAsList()) {
                totals.put(
                        r.getString(0) + " " + r.getString(1) + " " + r.getString(2),
                        r.getLong(3) + " of " + r.getLong(4));
            }
        }
        return totals;
    }

    private static void view(SparkSession spark, ZoneStore zone, String table, String name) throws IOException {
        String[] paths = zone.table(table).stream().map(Path::toString).toArray(String[]::new);
        spark.read().parquet(paths).createOrReplaceTempView(name);
    }
}
