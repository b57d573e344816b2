package equalities.cli;

import equalities.engine.duckdb.Database;
import equalities.lake.ZoneStore;
import equalities.spec.Characteristic;
import equalities.spec.Code;
import equalities.spec.EligibilityRule;
import equalities.spec.Specification;
import equalities.spec.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Every measure at every place for every answer and pair of answers, counted a second time: by Spark, from the rows that
 * were standardised, in its own words; who qualifies by the rules of schemas/eligibility.yaml. It knows no period but the
 * sample's. Kinds of section are not counted: the days of episodes are in ConsolidationOracleTest.
 */
final class SparkOpinion {
    private static final String PLACES = """
            create or replace temp view places as
            select site_code, 'site' as level, site_code as place from site union all
            select site_code, 'site type', site_type from site union all
            select site_code, 'provider', hospital_provider from site union all
            select site_code, 'commissioner', commissioner from site union all
            select site_code, 'england', 'England' from site""";
    private static final String QUALIFIES = """
            create or replace temp view qualifies as
            select person_key, site_code, out_of_area from (
                select q.*, r.qualifies, row_number() over (partition by q.submission_id, q.row_number order by r.position desc) as nth
                from qualifying q join rule r on (size(r.legal_status) = 0 or array_contains(r.legal_status, q.legal_status))
                    and (size(r.treatment) = 0 or array_contains(r.treatment, q.treatment)) and (r.age_below is null or q.age < r.age_below)
                    and greatest(q.start_date, least(coalesce(q.end_date, date'2025-06-30'), date'2025-06-30')) >= r.valid_from)
            where nth = 1 and qualifies""";
    private static final String ENTITLED = """
            create or replace temp view entitled as
            select distinct q.person_key, p.level, p.place from qualifies q join site s on s.site_code = q.site_code join places p on p.site_code = q.site_code
            join submission b on b.provider_code = s.advocacy_provider and b.`return` like '%advocacy-cases%' and b.status <> 'set aside'""";
    private static final String SEEN = """
            create or replace temp view seen as
            select distinct person_key from cases
            where declined_date is null or accepted_date > declined_date or first_contact_date is not null""";
    private static final String SAID = """
            create or replace temp view said as
            select person_key, characteristic, explode(array_distinct(codes)) as code from (
                select *, row_number() over (partition by person_key, characteristic
                    order by standing desc, preference desc, said_on desc, submission_id desc, row_number desc) as nth from told)
            where nth = 1
            union all select person_key, 'total', 'All' from (select person_key from qualifying union select person_key from cases)""";
    private static final String AREA = """
            create or replace temp view area as
            select person_key, 'out of area' as characteristic,
                case when bool_or(out_of_area) then 'yes' when bool_or(not out_of_area) then 'no' else 'not recorded' end as code
            from qualifies group by person_key""";
    private static final String PAIR = """
            create or replace temp view pair as
            select a.person_key, a.characteristic || ' and ' || b.characteristic as characteristic, a.code || ' and ' || b.code as code
            from said a join said b on b.person_key = a.person_key and b.characteristic > a.characteristic
            join known x on x.characteristic = a.characteristic and x.code = a.code join known y on y.characteristic = b.characteristic and y.code = b.code""";
    private static final String UPTAKE = """
            select 'uptake' as measure, level, place, characteristic, code, count(distinct s.person_key) as x, count(distinct e.person_key) as n
            from entitled e join (from said union all from area union all from pair) a on a.person_key = e.person_key left join seen s on s.person_key = e.person_key
            group by level, place, characteristic, code
            having level = 'england' or characteristic not like '% and %' or count(distinct e.person_key) >= 20""";
    private static final String CASES = """
            with numbered as (
                select *, count(*) over (partition by person_key) as of_person, row_number() over (partition by person_key order by referral_date, provider_code, case_ref) as nth from cases
            ), fact as (
                select site_code, person_key, stack(8,
                    'met within 7 days', case when datediff(first_contact_date, referral_date) <= 7 then true
                        when first_contact_date is not null or datediff(date'2025-06-30', referral_date) > 7 then false end,
                    'referred by themselves', case when referred_by is not null then lower(referred_by) = 'self' end,
                    'referred automatically', case when referred_by is not null then lower(referred_by) = 'automatic' end,
                    'not instructed', not instructed,
                    'satisfaction answered', satisfaction is not null,
                    'satisfied', case when satisfaction in ('Good', 'Very good') then true when satisfaction = 'Poor' then false end,
                    'outcome recorded', outcomes is not null,
                    'used again', case when nth = 1 then of_person > 1 end) as (measure, happened)
                from numbered
            )
            select measure, level, place, characteristic, code, count_if(happened) as x, count(happened) as n
            from fact join places using (site_code) join said using (person_key) where happened is not null group by all""";

    private final SparkSession spark;
    private final Specification specification;

    SparkOpinion(SparkSession spark, Specification specification) {
        this.spark = spark;
        this.specification = specification;
    }

    /** Numerator and denominator by measure, place, characteristic and code. */
    Map<String, String> figures(ZoneStore standard) throws IOException {
        view(standard, "qualifying-patients.national", "qualifying");
        view(standard, "advocacy-cases.national", "cases");
        view(standard, "site", "site");
        view(standard, "submission", "submission");
        spark.sql("create or replace temp view rule as " + rules());
        spark.sql("create or replace temp view known as " + known());
        spark.sql("create or replace temp view told as " + told());
        List.of(PLACES, QUALIFIES, ENTITLED, SEEN, SAID, AREA, PAIR).forEach(spark::sql);
        List.of("said", "pair", "entitled").forEach(v -> spark.table(v).cache());
        Map<String, String> figures = new TreeMap<>();
        for (String question : List.of(UPTAKE, CASES)) {
            for (Row r : spark.sql(question).collectAsList()) {
                String key = Stream.of(0, 1, 2, 3, 4).map(r::getString).collect(Collectors.joining(" | "));
                figures.put(key, r.getLong(5) + " of " + r.getLong(6));
            }
        }
        return figures;
    }

    private void view(ZoneStore zone, String table, String name) throws IOException {
        String[] paths = zone.table(table).stream().map(Path::toString).toArray(String[]::new);
        spark.read().parquet(paths).createOrReplaceTempView(name);
    }

    private String rules() {
        List<EligibilityRule> rules = specification.eligibility().rules();
        return rules.stream()
                .filter(r -> r.from() != null)
                .map(r -> "select " + rules.indexOf(r) + " as position, " + array(r.legalStatus())
                        + " as legal_status, "
                        + array(r.treatment()) + " as treatment, cast(" + r.ageBelow() + " as int) as age_below, "
                        + r.qualifies() + " as qualifies, date'" + r.from() + "' as valid_from")
                .collect(Collectors.joining(" union all "));
    }

    private List<Characteristic> personal() {
        return specification.characteristics().values().stream()
                .filter(c -> c.scope() == Characteristic.Scope.PERSON)
                .toList();
    }

    private String known() {
        List<String> rows = new ArrayList<>();
        for (Characteristic c : personal()) {
            for (Code code : specification.codeList(c.codelist()).codes()) {
                if (c.statusOf(code.code()) == Status.KNOWN
                        && Status.ofWord(code.group()).isEmpty()) {
                    rows.add("select " + Database.literal(c.name()) + " as characteristic, "
                            + Database.literal(code.code()) + " as code");
                }
            }
        }
        return String.join(" union all ", rows);
    }

    /** What each record says of each question, and how good an answer that is. */
    private String told() {
        return personal().stream()
                .flatMap(c -> Stream.of(
                        "select " + answer(c) + ", 1 as preference, start_date as said_on from qualifying",
                        "select " + answer(c) + ", 2, referral_date from cases"))
                .collect(Collectors.joining(" union all "));
    }

    private static String answer(Characteristic c) {
        String codes = c.many()
                ? "coalesce(" + c.column() + ", array('not collected'))"
                : "array(coalesce(" + c.column() + ", 'not collected'))";
        String standing = Stream.of(
                        Status.NOT_COLLECTED, Status.NOT_RECORDED, Status.UNMAPPED, Status.UNSURE, Status.DECLINED)
                .map(s -> "when forall(" + codes + ", c -> c = " + Database.literal(c.codeOf(s)) + ") then "
                        + -s.ordinal())
                .collect(Collectors.joining(" ", "case ", " else 1 end"));
        return "person_key, submission_id, row_number, " + Database.literal(c.name()) + " as characteristic, " + codes
                + " as codes, " + standing + " as standing";
    }

    private static String array(List<String> codes) {
        return codes.stream()
                .map(Database::literal)
                .collect(Collectors.joining(", ", "cast(array(", ") as array<string>)"));
    }
}
