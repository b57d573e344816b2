-- Each group's uptake beside the reference group's at the same place, and what the unknowns could do to the ratio.
-- grain: one row a period, place, characteristic, code and basis
with coded as (
    select u.*, coalesce(code.status, 'known') as status, coalesce(code.label, u.code) as label, coalesce(code.sort, 0) as sort,
        coalesce(code.is_reference, false) as is_reference
    from uptake u left join code on code.characteristic = u.characteristic and code.code = u.code
), unknown as (
    select period, place_level, place, characteristic, basis, sum(numerator) as seen, sum(denominator) as entitled
    from coded where status <> 'known' group by all
), paired as (
    select c.*, r.code as reference, r.numerator as reference_numerator, r.denominator as reference_denominator,
        coalesce(unknown.seen, 0) as unknown_seen, coalesce(unknown.entitled - unknown.seen, 0) as unknown_unseen
    from coded c
    left join coded r on r.is_reference and not c.is_reference and c.status = 'known' and r.period = c.period and r.place_level = c.place_level
        and r.place = c.place and r.characteristic = c.characteristic and r.basis = c.basis and c.reason is null and r.reason is null
    left join unknown on unknown.period = c.period and unknown.place_level = c.place_level and unknown.place = c.place
        and unknown.characteristic = c.characteristic and unknown.basis = c.basis
)
select period, place_level, place, characteristic, code, label, sort, status, basis, numerator, denominator, reason,
    wilson(numerator, denominator) as uptake, reference, reference_numerator, reference_denominator,
    newcombe(numerator, denominator, reference_numerator, reference_denominator) as difference,
    risk_ratio(numerator, denominator, reference_numerator, reference_denominator) as ratio,
    (numerator / (denominator + unknown_unseen)) / nullif((reference_numerator + unknown_seen) / (reference_denominator + unknown_seen), 0) as bound_low,
    ((numerator + unknown_seen) / (denominator + unknown_seen)) / nullif(reference_numerator / (reference_denominator + unknown_unseen), 0) as bound_high,
    case when reference is not null and numerator + reference_numerator > 0
            and numerator + reference_numerator < denominator + reference_denominator and denominator > 0 and reference_denominator > 0
        then two_sided_p((numerator / denominator - reference_numerator / reference_denominator)
            / sqrt((numerator + reference_numerator) / (denominator + reference_denominator)
                * (1 - (numerator + reference_numerator) / (denominator + reference_denominator))
                * (1 / denominator + 1 / reference_denominator))) end as p
from paired
