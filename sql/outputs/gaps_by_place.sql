-- Gaps in uptake at each place, crude and adjusted: those that are sure, and those that are surely small. All others at the place cannot be told.
select finding_id, period, place_level, place, place_name, basis, characteristic, code, label, rate, lower, upper, ratio, ratio_lower, ratio_upper,
    adjusted_ratio, adjusted_lower, adjusted_upper, bound_low, bound_high, q, verdict, sentence, hidden
from finding
where measure = 'uptake' and place_level <> 'england' and characteristic not like '% and %' and reference is not null and verdict <> 'cannot tell'
order by period, place_level, place_name, verdict <> 'gap', coalesce(adjusted_ratio, ratio), characteristic, sort
