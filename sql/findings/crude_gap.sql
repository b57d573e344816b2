-- Each group beside the reference group at the same place, beside everybody else there, and what those of whom we do not know could do to it.
-- grain: one row a period, measure, place, characteristic, code and basis
with coded as (
    select m.*, coalesce(k.status, 'known') as status, coalesce(k.label, m.code) as label, coalesce(k.people, m.code) as people,
        coalesce(k.sort, 0) as sort, coalesce(k.is_reference, false) as is_reference
    from measured m left join judged_code k on k.characteristic = m.characteristic and k.code = m.code
), known as (
    from measured_known
    union all by name
    -- where nobody was asked, nobody is known and nobody is not
    select distinct m.period, m.measure, m.basis, m.place_level, m.place, m.characteristic, 0 as known_numerator, 0 as known_denominator, 0 as unknown_numerator, 0 as unknown_denominator
    from measured m anti join measured_known k on k.period = m.period and k.measure = m.measure and k.basis = m.basis and k.place_level = m.place_level and k.place = m.place and k.characteristic = m.characteristic
    where m.characteristic <> 'total' and m.denominator = 0
), paired as (
    select c.*, r.code as reference, r.people as reference_people, r.numerator as reference_numerator, r.denominator as reference_denominator, k.known_numerator, k.known_denominator,
        coalesce(k.unknown_numerator, 0) as unknown_numerator, coalesce(k.unknown_denominator, 0) as unknown_denominator,
        k.unknown_denominator / nullif(k.known_denominator + k.unknown_denominator, 0) as unknown_share,
        case when c.status = 'known' then k.known_numerator - c.numerator end as others_numerator,
        case when c.status = 'known' then k.known_denominator - c.denominator end as others_denominator
    from coded c
    left join coded r on r.is_reference and not c.is_reference and c.status = 'known' and r.period = c.period and r.measure = c.measure and r.place_level = c.place_level
        and r.place = c.place and r.characteristic = c.characteristic and r.basis = c.basis and c.reason is null and r.reason is null
    left join known k on k.period = c.period and k.measure = c.measure and k.basis = c.basis and k.place_level = c.place_level
        and k.place = c.place and k.characteristic = c.characteristic
)
select * exclude (people, reference_people), people, reference_people, wilson(numerator, denominator) as share,
    newcombe(numerator, denominator, reference_numerator, reference_denominator) as difference,
    share_ratio(numerator, denominator, reference_numerator, reference_denominator) as ratio,
    share_ratio(numerator, denominator, reference_numerator, reference_denominator, 1 - 2 * (select level from setting)) as narrow,
    newcombe(numerator, denominator, others_numerator, others_denominator) as others_difference,
    share_ratio(numerator, denominator, others_numerator, others_denominator) as others_ratio,
    missing_bounds(numerator, denominator, unknown_denominator, unknown_numerator) as bounds,
    ratio_bounds(numerator, denominator, reference_numerator, reference_denominator, unknown_denominator, unknown_numerator) as ratio_bound,
    compared_p(numerator, denominator, reference_numerator, reference_denominator) as p
from paired
