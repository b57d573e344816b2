-- Uptake and its gaps, each with uncertainty, what the unknowns could do, and a verdict.
-- p is the score test of two proportions; q is Benjamini-Hochberg 1995 over one measure, period, place level and basis.
-- grain: one row a period, place, characteristic, code and basis
with ranked as (
    select *, case when p is not null then rank() over (partition by period, place_level, basis, p is null order by p) end as p_rank,
        count(p) over (partition by period, place_level, basis) as tests
    from crude_gap
), tested as (
    select *, case when p is not null then least(1, min(tests * p / p_rank) over (
        partition by period, place_level, basis order by p desc nulls first rows between unbounded preceding and current row)) end as q
    from ranked
), judged as (
    select t.*, a.adjusted_ratio, a.adjusted_lower, a.adjusted_upper,
        case when t.reference is null then t.reason when t.denominator < 20 or t.reference_denominator < 20 then 'SMALL_N'
            else coalesce(t.reason, t.ratio.reason) end as why,
        coalesce(a.adjusted_lower, t.ratio.lower) as low, coalesce(a.adjusted_upper, t.ratio.upper) as high
    from tested t
    left join adjusted_gap a on t.basis = 'linked' and a.period = t.period and a.place_level = t.place_level and a.place = t.place
        and a.characteristic = t.characteristic and a.code = t.code
)
select md5(concat_ws('|', 'uptake', j.period, j.place_level, j.place, j.characteristic, j.code, j.basis)) as finding_id,
    'uptake' as measure, j.period, j.place_level, j.place, coalesce(site.name, provider.name, j.place) as place_name,
    j.characteristic, j.code, case when j.characteristic = 'total' then 'Everybody' else j.label end as label, j.sort, j.status, j.basis,
    j.numerator, j.denominator, j.uptake.value as rate, j.uptake.lower as lower, j.uptake.upper as upper,
    j.reference, j.reference_numerator, j.reference_denominator,
    j.difference.value as difference, j.difference.lower as difference_lower, j.difference.upper as difference_upper,
    j.ratio.value as ratio, j.ratio.lower as ratio_lower, j.ratio.upper as ratio_upper,
    j.adjusted_ratio, j.adjusted_lower, j.adjusted_upper, j.p, j.q, j.bound_low, j.bound_high,
    case when j.reason = 'NUM_GT_DENOM' then 'cannot tell' when j.reference is null then null when j.why is not null then 'cannot tell'
        when j.q < 0.05 and (j.low > 1 or j.high < 1) then 'gap'
        when j.low >= 0.9 and j.high <= 1.1 then 'no gap larger than 10 %' else 'cannot tell' end as verdict,
    j.why as reason,
    case when j.reference is not null and j.ratio.value is not null then
        format('For every 100 {} patients who saw an advocate, {:.0f} {} patients did (95 % CI {:.0f} to {:.0f}).', r.label, 100 * j.ratio.value, j.label, 100 * j.ratio.lower, 100 * j.ratio.upper)
        || coalesce(format(' Taking site and legal status into account: {:.0f} ({:.0f} to {:.0f}).', 100 * j.adjusted_ratio, 100 * j.adjusted_lower, 100 * j.adjusted_upper), '')
    end as sentence
from judged j
left join code r on r.characteristic = j.characteristic and r.code = j.reference
left join site on j.place_level = 'site' and site.period = j.period and site.site_code = j.place
left join provider on j.place_level = 'provider' and provider.period = j.period and provider.provider_code = j.place
