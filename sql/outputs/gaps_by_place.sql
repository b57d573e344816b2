-- Gaps in uptake at each place, crude and adjusted: those that are sure, and those that are surely small; all others at the place cannot be told. At types of site, all.
with reference_group as (
    select characteristic, code as reference, min(label) as reference_label from finding group by all
)
select finding_id, period, place_level, place, place_name, basis, characteristic, code, label, reference_label, rate, lower, upper, ratio, ratio_lower, ratio_upper,
    adjusted_ratio, adjusted_lower, adjusted_upper, bound_low, bound_high, q, verdict, coalesce(verdict_reason, reason) as reason, sentence, hidden
from finding left join reference_group using (characteristic, reference)
where measure = 'uptake' and place_level <> 'england' and characteristic not like '% and %' and reference is not null and (verdict <> 'cannot tell' or place_level = 'site type')
order by period, place_level, place_name, verdict <> 'gap', coalesce(adjusted_ratio, ratio), characteristic, sort
