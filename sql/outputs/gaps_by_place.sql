-- Gaps in uptake at each place, crude and adjusted: those that are sure, and those that are surely small; all others at the place cannot be told. At types of site, all.
-- What the unknown could do is worked out of the counts of those who declined, were unsure or have no answer, where the release shows all of these.
with reference_group as (
    select characteristic, code as reference, min(label) as reference_label from finding group by all
), asked as (
    select distinct characteristic from finding where status <> 'known'
), unknown as (
    select period, place_level, place, basis, characteristic, coalesce(sum(numerator) filter (status <> 'known'), 0) as numerator, coalesce(sum(denominator) filter (status <> 'known'), 0) as denominator
    from finding join asked using (characteristic) where measure = 'uptake' and place_level <> 'england' group by all
    having count(*) filter (status <> 'known' and (numerator is null or denominator is null)) = 0
), bounded as (
    select f.* exclude (bound_low, bound_high), coalesce(f.bound_low, round(b.could.lower, 2)) as bound_low, coalesce(f.bound_high, round(b.could.upper, 2)) as bound_high
    from finding f left join (
        select g.finding_id, ratio_bounds(g.numerator, g.denominator, g.reference_numerator, g.reference_denominator, u.denominator, u.numerator) as could
        from finding g join unknown u on (u.period, u.place_level, u.place, u.basis, u.characteristic) = (g.period, g.place_level, g.place, g.basis, g.characteristic)
        where g.measure = 'uptake' and g.ratio is not null
    ) b on b.finding_id = f.finding_id
)
select finding_id, period, place_level, place, place_name, basis, characteristic, code, label, reference_label, rate, lower, upper, ratio, ratio_lower, ratio_upper,
    adjusted_ratio, adjusted_lower, adjusted_upper, bound_low, bound_high, q, verdict, coalesce(verdict_reason, reason) as reason, sentence, hidden
from bounded left join reference_group using (characteristic, reference)
where measure = 'uptake' and place_level <> 'england' and characteristic not like '% and %' and reference is not null and (verdict <> 'cannot tell' or place_level = 'site type')
order by period, place_level, place_name, verdict <> 'gap', coalesce(adjusted_ratio, ratio), characteristic, sort
