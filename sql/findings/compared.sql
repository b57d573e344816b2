-- Everything that is judged in one shape: groups and intersections, the gap that counts (within strata where there are such) and its test.
-- grain: one row a period, measure, place, characteristic, code and basis
select c.period, c.measure, c.place_level, c.place, c.characteristic, c.code, c.label, c.people, c.reference_people, c.sort, c.status, c.basis,
    c.numerator, c.denominator, c.share, c.reason as fault, c.reference, c.reference_numerator, c.reference_denominator, c.difference, c.ratio,
    c.others_numerator, c.others_denominator, c.others_difference, c.others_ratio, o.ratio as others_adjusted, c.known_numerator, c.known_denominator, c.unknown_numerator, c.unknown_denominator, c.bounds, c.ratio_bound, c.unknown_share, a.strata,
    a.adjusted_ratio, a.adjusted_lower, a.adjusted_upper, coalesce(a.adjusted_ratio, c.ratio.value) as gap,
    case when a.strata is null then c.ratio.lower else a.adjusted_lower end as low, case when a.strata is null then c.ratio.upper else a.adjusted_upper end as high,
    case when a.strata is null then c.narrow.lower else a.narrow_lower end as narrow_low, case when a.strata is null then c.narrow.upper else a.narrow_upper end as narrow_high,
    case when a.strata is null then c.p else a.p end as p, s.shrunk
from crude_gap c
left join adjusted_gap a on c.reference is not null and a.period = c.period and a.measure = c.measure and a.basis = c.basis and a.place_level = c.place_level
    and a.place = c.place and a.characteristic = c.characteristic and a.code = c.code
left join adjusted_others o on o.period = c.period and o.measure = c.measure and o.basis = c.basis and o.place_level = c.place_level
    and o.place = c.place and o.characteristic = c.characteristic and o.code = c.code
left join shrunk_intersection s on s.period = c.period and s.measure = c.measure and s.basis = c.basis and s.place_level = c.place_level
    and s.place = c.place and s.characteristic = c.characteristic and s.code = c.code
