-- Who has an advocacy case, by site, hospital provider, site type and commissioner.
select finding_id, period, place_level, place, place_name, basis, numerator as with_case, denominator as entitled, rate, lower, upper, reason, numerator_mark as with_case_mark, denominator_mark as entitled_mark, hidden
from finding where measure = 'uptake' and place_level <> 'england' and characteristic = 'total'
order by period, place_level, rate nulls last, place_name, basis
