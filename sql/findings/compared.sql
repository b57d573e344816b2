-- Everything that is judged in one shape: groups and intersections, the gap that counts (within strata where there are such) and its test.
-- grain: one row a period, measure, place, characteristic, code and basis
with judged as (
    select c.period, c.measure, c.place_level, c.place, c.characteristic, c.code, c.label, c.people, c.reference_people, c.sort, c.status, c.basis,
        c.numerator, c.denominator, c.share, c.reason as fault, c.reference, c.reference_numerator, c.reference_denominator, c.difference, c.ratio,
        c.others_numerator, c.others_denominator, c.others_difference, c.others_ratio, c.bounds, c.ratio_bound, c.unknown_share, a.strata,
        a.adjusted_ratio, a.adjusted_lower, a.adjusted_upper, coalesce(a.adjusted_ratio, c.ratio.value) as gap,
        case when a.strata is null then c.ratio.lower else a.adjusted_lower end as low, case when a.strata is null then c.ratio.upper else a.adjusted_upper end as high,
        case when a.strata is null then c.narrow.lower else a.narrow_lower end as narrow_low, case when a.strata is null then c.narrow.upper else a.narrow_upper end as narrow_high,
        case when a.strata is null then c.p else a.p end as p, null as shrunk
    from crude_gap c
    left join adjusted_gap a on c.reference is not null and a.period = c.period and a.measure = c.measure and a.basis = c.basis and a.place_level = c.place_level
        and a.place = c.place and a.characteristic = c.characteristic and a.code = c.code
), crossed as (
    select i.*, risk_ratio(i.numerator, i.denominator, i.reference_numerator, i.reference_denominator) as ratio, a.strata, a.adjusted_ratio, a.adjusted_lower, a.adjusted_upper,
        risk_ratio(i.numerator, i.denominator, i.reference_numerator, i.reference_denominator, 1 - 2 * (select level from setting)) as narrow, a.narrow_lower, a.narrow_upper, a.p as adjusted_p
    from shrunk_intersection i
    left join adjusted_gap a on a.measure = 'uptake' and a.place_level = 'england' and a.period = i.period and a.characteristic = i.characteristic and a.code = i.code
)
select * from judged
union all by name
select period, 'uptake' as measure, 'england' as place_level, 'England' as place, characteristic, code, label, people, reference_people, sort, 'known' as status, 'linked' as basis,
    numerator, denominator, share, null as fault, reference, reference_numerator, reference_denominator,
    newcombe(numerator, denominator, reference_numerator, reference_denominator) as difference, ratio, strata, adjusted_ratio, adjusted_lower, adjusted_upper,
    coalesce(adjusted_ratio, ratio.value) as gap, case when strata is null then ratio.lower else adjusted_lower end as low, case when strata is null then ratio.upper else adjusted_upper end as high,
    case when strata is null then narrow.lower else narrow_lower end as narrow_low, case when strata is null then narrow.upper else narrow_upper end as narrow_high,
    case when strata is null then compared_p(numerator, denominator, reference_numerator, reference_denominator) else adjusted_p end as p, shrunk
from crossed
