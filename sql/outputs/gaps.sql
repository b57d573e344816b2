-- Gaps in uptake in England, crude and adjusted for site and legal status.
select period, basis, characteristic, label, ratio, ratio_lower, ratio_upper, adjusted_ratio, adjusted_lower, adjusted_upper,
    bound_low, bound_high, q, verdict, reason, sentence
from finding where measure = 'uptake' and place_level = 'england' and characteristic not like '% and %' and reference is not null
order by period, basis desc, verdict <> 'gap', coalesce(adjusted_ratio, ratio), characteristic, sort
