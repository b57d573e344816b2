-- Gaps in uptake in England, crude and adjusted for site and legal status.
with reference_group as (
    select characteristic, code as reference, min(label) as reference_label from finding group by all
)
select finding_id, period, basis, characteristic, code, label, reference, reference_label, ratio, ratio_lower, ratio_upper, adjusted_ratio, adjusted_lower, adjusted_upper,
    bound_low, bound_high, q, verdict, coalesce(verdict_reason, reason) as reason, unknown_could_reverse, sentence, hidden
from finding left join reference_group using (characteristic, reference)
where measure = 'uptake' and place_level = 'england' and characteristic not like '% and %' and reference is not null
order by period, basis desc, verdict <> 'gap', coalesce(adjusted_ratio, ratio), characteristic, sort
